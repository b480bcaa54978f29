"""`python -m macros` is the handbook's command."""
from macros.commands.interrupted import told_where_stopped

with told_where_stopped():
    import signal

    signal.signal(signal.SIGINT, signal.default_int_handler)  # until here .ci/handbook holds it back
    from macros.commands.command_line import main

    main(prog_name="handbook")
