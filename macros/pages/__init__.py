"""What the page of each kind of record shows, and the pages without a record of their own. Imports the map, the comparison, the search, `views` and below."""
