"""The search: records, readings, the full text and the panel. Imports `views` and below."""
