"""Finished sites put in their place: made aside, switched in one step, kept and taken back. Knows folders, no handbook. Imports `editing` and below."""
