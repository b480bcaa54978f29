"""The handbook as data for other programs, under `api/v1/`: JSON with its schemas, tables, vocabularies. Imports `views` and below."""
