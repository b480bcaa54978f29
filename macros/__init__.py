"""Makes the handbook's pages and macros from `data/`."""
