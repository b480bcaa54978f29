"""`python -m macros` is the handbook's command."""
from macros.commands.command_line import main

main(prog_name="handbook")
