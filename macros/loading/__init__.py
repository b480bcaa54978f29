"""From the folder of data to records: the strict YAML reader, the files, and what is said where a value does not fit. Imports `model` and `words`."""
