"""The pair of languages every sentence is kept in, the interface's own words, and how a mistake is told. Imports nothing of the project."""
