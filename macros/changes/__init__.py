"""What changed between two editions of the data, record by record, and what that means for people. Imports `loading` and below."""
