"""For whom a site is made: the answer is the same for every command and for MkDocs alone."""
from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from macros.commands.data_folder import Command, set_for_now
from macros.words.refused import Refused

if TYPE_CHECKING:
    from macros.model.handbook import Handbook
    from macros.model.record import Audience

NAMED_BY = "HANDBOOK_EDITION"
EDITIONS: tuple[Audience, ...] = ("internal", "public")


def edition() -> Audience:
    """Whom the environment names; else those inside. Raises Refused for anybody else."""
    named = os.environ.get(NAMED_BY) or EDITIONS[0]
    found = next((one for one in EDITIONS if one == named), None)
    if found is None:
        raise Refused(f"{NAMED_BY}是“{named}”；写internal（内部版）或public（公开版）", f"{NAMED_BY} is “{named}”; write internal or public")
    return found


def of_this_edition(handbook: Handbook) -> Handbook:
    """The handbook as those may see it for whom the site is made. Raises Refused."""
    if edition() == "internal":
        return handbook
    from macros.model.public import public

    return public(handbook)


def edition_option(command: Command) -> Command:
    """Lets a command take `--edition`."""
    return click.option(
        "--edition", type=click.Choice(EDITIONS), expose_value=False, callback=set_for_now(NAMED_BY),
        help=f"For whom: everything, for staff, or what anyone may see; else {NAMED_BY} or internal.",
    )(command)
