"""Ordinary edits of content, made one at a time in a copy of the project, to show that check and tests stay green: `make edits`."""
