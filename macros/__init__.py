"""Makes the handbook's pages and macros from `data/`."""


def define_env(env) -> None:
    """Give hand-written pages the macros, for mkdocs-macros-plugin."""
    from functools import partial

    from macros.website.embedding import MACROS, placeholder

    for name in MACROS:
        env.macro(partial(placeholder, name), name)
