"""Under which licences the locked packages are, by what is installed of them, and whether each is one we allow: `python -m tests.supply.licences`."""
from __future__ import annotations

import json
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from license_expression import ExpressionError, ExpressionParseError, get_spdx_licensing

from tests.places import ROOT
from tests.supply.locked import Package, packages

SAID = Path(__file__).with_suffix(".toml")
SPDX = get_spdx_licensing()
SPELLINGS = {"MIT License": "MIT", "MIT license": "MIT", "Apache 2.0": "Apache-2.0", "Apache License 2.0": "Apache-2.0", "PSFL": "PSF-2.0"}
MODULES = ROOT / "node_modules"


class Unclear(Exception):
    """Nothing says under which licence a package is, or what says it does not hold."""


def rules() -> dict[str, Any]:
    """What is allowed, what classifiers mean, and what is said here of packages that do not say it."""
    return tomllib.loads(SAID.read_text(encoding="utf-8"))


def licence(package: Package, said: Mapping[str, Any], find: Callable[[str], Distribution] = distribution) -> str:
    """The licence of a package as an expression of SPDX names. Raises Unclear where nothing says it."""
    if package.kind == "npm":
        return _of_npm(package)
    try:
        installed = find(package.name)
    except PackageNotFoundError:
        raise Unclear(f"{package.called}: not installed; make setup") from None
    own, ours = _own(installed, said["classifiers"]), said["packages"].get(package.name)
    if own and ours:
        raise Unclear(f"{package.called}: says {own} itself, so what licences.toml says of it can go")
    if ours and not any(ours["seen"] in text for text in _texts(installed)):
        raise Unclear(f"{package.called}: what it brings along does not say “{ours['seen']}”")
    if not own and not ours:
        raise Unclear(f"{package.called}: its metadata name no licence; look into what it brings along, then say so in licences.toml")
    return own or str(ours["licence"])


def _of_npm(package: Package) -> str:
    """What the lock says, which must be what an installed one says; of those for other machines the lock alone knows."""
    installed = MODULES / package.name / "package.json"
    if installed.exists() and json.loads(installed.read_text(encoding="utf-8")).get("license") != package.licence:
        raise Unclear(f"{package.called}: the lock says {package.licence}, and the package itself does not")
    if not _sound(package.licence):
        raise Unclear(f"{package.called}: the lock names no licence")
    return package.licence


def _own(installed: Distribution, classifiers: Mapping[str, str]) -> str:
    """What a package's own metadata say, where it is clear: the field made for it, the older one, its only classifier."""
    about = installed.metadata
    for field in ("License-Expression", "License"):
        text = SPELLINGS.get(about.get(field) or "", about.get(field) or "")
        if _sound(text):
            return _plain(text, about.get_all("Classifier") or [])
    named = {one.removeprefix("License :: ") for one in about.get_all("Classifier") or [] if one.startswith("License :: ")}
    return classifiers.get(named.pop(), "") if len(named) == 1 else ""


def _plain(text: str, classifiers: Iterable[str]) -> str:
    """The expression; none where an old field says less than the classifiers, which name two."""
    return "" if sum(one.startswith("License :: OSI") for one in classifiers) > 1 else text


def _sound(text: str) -> bool:
    """Whether a text is an expression of SPDX names."""
    try:
        return "\n" not in text and SPDX.parse(text, validate=True, strict=True) is not None
    except (ExpressionError, ExpressionParseError):
        return False


def _texts(installed: Distribution) -> Iterable[str]:
    """The licences that a package brings along."""
    for file in installed.files or ():
        if "licen" in str(file).lower() and file.suffix in ("", ".txt", ".md"):
            path = Path(str(installed.locate_file(file)))
            if path.is_file():
                yield path.read_text(encoding="utf-8", errors="replace")


def refused(expression: str, allowed: Mapping[str, str]) -> set[str]:
    """The licences of an expression that stand in the way; of “A OR B” one that is allowed is enough."""
    parsed = SPDX.parse(expression)
    return set() if _holds(parsed, allowed) else {str(one) for one in SPDX.license_symbols(parsed)} - allowed.keys()


def _holds(part: Any, allowed: Mapping[str, str]) -> bool:
    if isinstance(part, SPDX.AND):
        return all(_holds(one, allowed) for one in part.args)
    if isinstance(part, SPDX.OR):
        return any(_holds(one, allowed) for one in part.args)
    return str(part) in allowed


def audited(locked: Iterable[Package] | None = None, said: Mapping[str, Any] | None = None) -> tuple[list[str], Counter[str]]:
    """The faults, and how many packages are under each licence."""
    said = said or rules()
    faults: list[str] = []
    counted: Counter[str] = Counter()
    everything = packages() if locked is None else [*locked]
    for one in everything:
        try:
            found = licence(one, said)
        except Unclear as unclear:
            faults.append(str(unclear))
            continue
        counted[found] += 1
        if in_the_way := refused(found, said["allowed"]):
            faults.append(f"{one.called}: {found}, of which {', '.join(sorted(in_the_way))} is not among those allowed in licences.toml")
    if locked is None:
        faults += [f"licences.toml speaks of {name}, which is not locked" for name in sorted(said["packages"].keys() - {one.name for one in everything})]
    return faults, counted


def main() -> None:
    """Print the table, and every fault."""
    faults, counted = audited()
    for name, number in counted.most_common():
        print(f"{number:4} {name}")
    print(f"{counted.total()} packages, {len(counted)} licences, {len(faults)} faults")
    for fault in faults:
        print(fault)
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
