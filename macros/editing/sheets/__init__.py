"""Workbooks: what of the handbook stands in one, how it is written and read, and what its changed cells ask of the data. Imports `loading` and below."""
