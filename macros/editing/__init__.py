"""Changing the files of a handbook and nothing else in them: edits where values stand, several files as one, schemas. Imports `checks` and below."""
