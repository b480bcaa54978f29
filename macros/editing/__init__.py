"""Changing the files of a handbook and nothing else in them: edits where values stand, a change of several files as one, schemas to complete from. Imports `checks` and below."""
