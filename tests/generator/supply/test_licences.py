"""Every locked package is under a licence that is allowed, by what is installed of it; and what would hide one that is not, is found."""
from __future__ import annotations

from email.message import Message
from importlib.metadata import PackageNotFoundError

import pytest

from tests.supply.licences import Unclear, audited, licence, refused, rules
from tests.supply.locked import Package, packages

ONE = Package("pypi", "kneader", "1.0", "site", (("SHA-256", "0" * 64),), ())
MIT = "License :: OSI Approved :: MIT License"


class Installed:
    """A package as far as its metadata go, and the one licence that it brings along."""

    def __init__(self, folder, text: str = "", **fields: str | list[str]) -> None:
        self.metadata, self.files, self.folder = Message(), [], folder
        for name, values in fields.items():
            for value in [values] if isinstance(values, str) else values:
                self.metadata[name.replace("_", "-")] = value
        if text:
            (folder / "LICENSE").write_text(text, encoding="utf-8")
            self.files.append((folder / "LICENSE").relative_to(folder))

    def locate_file(self, file):
        return self.folder / file


def test_every_locked_package_is_under_a_licence_that_is_allowed():
    faults, counted = audited()
    assert not faults
    assert counted.total() == len(packages()) > 100 and {one.kind for one in packages()} == {"pypi", "npm"}


@pytest.mark.parametrize(("fields", "said"), [
    ({"License_Expression": "MIT AND PSF-2.0"}, "MIT AND PSF-2.0"), ({"License": "MIT license"}, "MIT"), ({"License": "UNKNOWN", "Classifier": MIT}, "MIT"),
])
def test_a_package_says_its_licence_in_one_of_three_fields(tmp_path, fields, said):
    assert licence(ONE, rules(), lambda _: Installed(tmp_path, **fields)) == said


@pytest.mark.parametrize(("fields", "ours", "text", "said"), [
    ({}, {}, "", "name no licence"),
    ({"License": "see LICENSE"}, {}, "", "name no licence"),
    ({"Classifier": "License :: OSI Approved :: BSD License"}, {}, "", "name no licence"),
    ({"License": "MIT", "Classifier": [MIT, "License :: OSI Approved :: GNU General Public License v3 (GPLv3)"]}, {}, "", "name no licence"),
    ({}, {"licence": "MIT", "seen": "free of charge", "why": "…"}, "All rights reserved.", "does not say “free of charge”"),
    ({"License": "MIT"}, {"licence": "MIT", "seen": "free of charge", "why": "…"}, "free of charge", "can go"),
])
def test_what_does_not_say_its_licence_is_found(tmp_path, fields, ours, text, said):
    with pytest.raises(Unclear, match=said):
        licence(ONE, {**rules(), "packages": {"kneader": ours} if ours else {}}, lambda _: Installed(tmp_path, text, **fields))


def test_what_is_not_installed_is_no_longer_locked_or_not_allowed_is_found():
    def missing(name: str):
        raise PackageNotFoundError(name)

    with pytest.raises(Unclear, match="not installed"):
        licence(ONE, rules(), missing)
    said = rules()
    assert refused("GPL-3.0-only", said["allowed"]) == {"GPL-3.0-only"}
    assert refused("MIT AND (GPL-3.0-only OR AGPL-3.0-only)", said["allowed"]) == {"GPL-3.0-only", "AGPL-3.0-only"}
    assert not refused("GPL-3.0-only OR MIT", said["allowed"])
    faults, _ = audited([ONE._replace(kind="npm", licence="GPL-3.0-only"), ONE._replace(kind="npm", name="minisearch", licence="ISC")])
    assert len(faults) == 2 and "not among those allowed" in faults[0] and "the package itself does not" in faults[1]
    faults, _ = audited(said={**said, "packages": {**said["packages"], "gone": {"licence": "MIT", "seen": "", "why": "…"}}})
    assert faults == ["licences.toml speaks of gone, which is not locked"]
    assert all(one["why"] and one["seen"] for one in said["packages"].values()) and all(said["allowed"].values())
