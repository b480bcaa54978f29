"""What the handbook is made of."""
