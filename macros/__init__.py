"""Makes the handbook's pages and macros from `data/`."""
from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_macros.plugin import MacrosPlugin


def define_env(env: MacrosPlugin) -> None:
    """Give hand-written pages the macros, for mkdocs-macros-plugin."""
    import importlib
    from functools import partial

    from macros.website.embedding import MACROS, placeholder

    def there(name: str) -> bool:
        """Whether the handbook of the build now running has such a page or kind."""
        found: bool = importlib.import_module("macros.commands.site_build").there(name)
        return found

    env.macro(there)  # type: ignore[no-untyped-call]
    for name in MACROS:
        env.macro(partial(placeholder, name), name)  # type: ignore[no-untyped-call]
