"""What the handbook is made of: frozen records, and what follows from reading their references backwards. Imports `words`."""
