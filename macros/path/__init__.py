"""The page on which people see where they stand and plan where they go, and what it reads in the browser. Imports the comparison, `views` and below."""
