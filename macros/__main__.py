"""`python -m macros` is the handbook's command."""
from macros.cli import main

main()
