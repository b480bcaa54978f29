"""`python -m macros` is the handbook's command."""
from macros.commands.interrupted import told_where_stopped

with told_where_stopped():
    import atexit
    import gc
    import signal

    signal.signal(signal.SIGINT, signal.default_int_handler)  # until here .ci/handbook holds it back
    gc.disable()  # what a command makes is needed until it ends, or rarely lies in circles: looking for garbage costs more than it frees
    atexit.register(gc.freeze)  # nor is it looked for at the end, when the system takes back everything
    from macros.commands.command_line import main

    main(prog_name="handbook")
