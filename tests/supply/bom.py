"""The bill of materials of the generator, as CycloneDX: `python -m tests.supply.bom FILE.json`.

It says what is locked, so that it is the same on every machine: each package for Python and npm with its hashes, its licence, what it is
for and what it needs. It is as of SOURCE_DATE_EPOCH; without one it names no time."""
from __future__ import annotations

import json
import os
import sys
import tomllib
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid5

from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, Property, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.model.license import LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL
from packaging.utils import canonicalize_name

from tests.places import ROOT
from tests.supply.licences import licence, rules
from tests.supply.locked import Package, packages

OURS = UUID("5b0c8c53-6f3d-5a5e-9a0e-0f6f2f9a7a11")  # below which the number of each bill is made from what it says
DIRECT = {"pypi": ("requirements.in", "requirements-book.in", "requirements-test.in"), "npm": ("package.json",)}
SCOPES = {"tests": ComponentScope.EXCLUDED, "some machines": ComponentScope.OPTIONAL, "books": ComponentScope.OPTIONAL}


def bom(locked: Sequence[Package], epoch: str | None = None) -> str:
    """The bill as JSON. The same packages and time give the same bytes."""
    said = rules()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    whole = Component(name=project["name"], version=project["version"], type=ComponentType.APPLICATION, bom_ref="handbook")
    made = {(one.kind, one.name): _component(one, licence(one, said)) for one in locked}
    bill = Bom(components=made.values())
    bill.metadata.component = whole
    bill.metadata.tools.components.clear()  # whose versions would be in the bytes, and are among the components
    bill.register_dependency(whole, [made[one] for one in sorted(made.keys() & _direct())])
    for one in locked:
        bill.register_dependency(made[one.kind, one.name], [made[one.kind, name] for name in one.needs if (one.kind, name) in made])
    bill.metadata.timestamp = datetime.fromtimestamp(int(epoch or 0), UTC)
    bill.serial_number = OURS
    named = json.loads(JsonV1Dot6(bill).output_as_string())
    if not epoch:
        del named["metadata"]["timestamp"]
    named["serialNumber"] = uuid5(OURS, json.dumps(named, sort_keys=True)).urn
    return json.dumps(named, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def _component(one: Package, expression: str) -> Component:
    """A package. Its hashes are of the files it comes in, one for each kind of machine."""
    group, _, name = one.name.rpartition("/")
    address = PackageURL(one.kind, group or None, name, one.version)
    hashes = [HashType(alg=HashAlgorithm(algorithm), content=content) for algorithm, content in one.hashes]
    return Component(
        name=name, group=group or None, version=one.version, bom_ref=str(address), purl=address, licenses=[LicenseExpression(expression)],
        scope=SCOPES.get(one.use, ComponentScope.REQUIRED),
        external_references=[ExternalReference(type=ExternalReferenceType.DISTRIBUTION, url=XsUri(str(address)), hashes=hashes)],
        properties=[Property(name="handbook:use", value=one.use)],
    )


def _direct() -> set[tuple[str, str]]:
    """The packages that the project itself asks for."""
    lines = [line for name in DIRECT["pypi"] for line in (ROOT / name).read_text(encoding="utf-8").splitlines() if line[:1].isalpha()]
    asked = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    names = [canonicalize_name(line.partition(" ")[0].partition("<")[0].partition("[")[0]) for line in lines]
    return {*(("pypi", name) for name in names), *(("npm", name) for name in (*asked["dependencies"], *asked["devDependencies"]))}


def refused(text: str) -> str:
    """What CycloneDX's own schema says against a bill; empty where it is sound."""
    error = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    return str(error) if error else ""


def audited() -> tuple[list[str], dict[str, int]]:
    """The faults of the bill as it would be made now, and how much is in it."""
    locked = packages()
    text = bom(locked, os.environ.get("SOURCE_DATE_EPOCH"))
    listed = json.loads(text)["components"]
    faults = [said] if (said := refused(text)) else []
    faults += [f"{one['purl']} has no {key}" for one in listed for key in ("licenses", "externalReferences") if not one.get(key)]
    if text != bom(locked[::-1], os.environ.get("SOURCE_DATE_EPOCH")):
        faults.append("the bill is not the same when packages come in another order")
    return faults, {kind: sum(one["purl"].startswith(f"pkg:{kind}/") for one in listed) for kind in ("pypi", "npm")}


def main() -> None:
    """Write the bill, once it is sound."""
    text = bom(packages(), os.environ.get("SOURCE_DATE_EPOCH"))
    if error := refused(text):
        sys.exit(error)
    Path(sys.argv[1]).write_text(text, encoding="utf-8")
    print(f"{sys.argv[1]}: {len(json.loads(text)['components'])} components")


if __name__ == "__main__":
    main()
