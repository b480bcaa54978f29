"""The workflows of GitHub and GitLab are ones these would take, ask for little, and run what there is."""
from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from macros.commands.command_line import main
from tests.places import ROOT

GITHUB = sorted((ROOT / ".github/workflows").glob("*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"
UPDATES = ROOT / ".github/dependabot.yml"
SCHEMAS = {
    "github": ["--builtin-schema", "vendor.github-workflows"], "gitlab": ["--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci"],
    "dependabot": ["--builtin-schema", "vendor.dependabot"],
}
PINNED = re.compile(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def refused(kind: str, *files: Path) -> str:
    """What the forge's own schema says against files; nothing where it takes them. Nothing is fetched."""
    run = subprocess.run([sys.executable, "-m", "check_jsonschema", *SCHEMAS[kind], *map(str, files)], capture_output=True, text=True, check=False)
    return run.stdout + run.stderr if run.returncode else ""


def scripts(value: object) -> Iterator[str]:
    """Every script in a workflow."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("run", "script", "before_script"):
                yield "\n".join(inner) if isinstance(inner, list) else str(inner)
            else:
                yield from scripts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from scripts(inner)


def loaded(file: Path) -> dict[object, object]:
    """A workflow as values; YAML takes the key `on` for true."""
    found: dict[object, object] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return found


def test_both_forges_take_their_workflows():
    assert GITHUB and not refused("github", *GITHUB)
    assert not refused("gitlab", GITLAB)
    assert not refused("dependabot", UPDATES)


@pytest.mark.parametrize(("kind", "file", "right", "wrong"), [
    ("github", GITHUB[-1], "runs-on:", "run-on:"), ("github", GITHUB[-1], "contents: read", "contents: reading"),
    ("gitlab", GITLAB, "when: always", "when: sometimes"), ("gitlab", GITLAB, "expire_in:", "expires:"),
    ("dependabot", UPDATES, "interval: weekly", "interval: often"),
])
def test_a_slip_in_a_workflow_is_caught(tmp_path, kind, file, right, wrong):
    text = file.read_text(encoding="utf-8")
    assert right in text
    spoilt = tmp_path / file.name
    spoilt.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    assert refused(kind, spoilt)


@pytest.mark.parametrize("file", GITHUB, ids=lambda file: file.stem)
def test_actions_are_pinned_and_read_only_but_where_they_must_write(file):
    text = file.read_text(encoding="utf-8")
    assert text.count("uses:") == len(PINNED.findall(text))
    assert text.count("actions/checkout@") == text.count("persist-credentials: false")
    workflow = loaded(file)
    assert workflow["permissions"] == {"contents": "read"} and workflow["concurrency"]
    writing = {name: job["permissions"] for name, job in workflow["jobs"].items() if "permissions" in job}  # type: ignore[attr-defined]
    assert writing in (
        {"publish": {"pages": "write", "id-token": "write"}}, {"remind": {"contents": "read", "issues": "write"}}, {"book": {"contents": "write"}},
        {"report": {"actions": "read", "contents": "read", "issues": "write"}},
        {"propose": {"actions": "write", "contents": "write", "pull-requests": "write"}},
    )
    assert "pull_request_target" not in text and "secrets." not in text


@pytest.mark.parametrize("file", [*GITHUB, GITLAB], ids=lambda file: file.stem)
def test_scripts_are_sound_and_run_what_there_is(file):
    for script in scripts(loaded(file)):
        assert "${{" not in script, "what a proposal says could run there; hand it over as a variable"
        subprocess.run(["bash", "-n"], input=script, text=True, check=True)
        assert set(re.findall(r"bin/handbook (\w+)", script)) <= main.commands.keys()
        assert all((ROOT / name).exists() for name in re.findall(r"(?<!\S)\.ci/[\w-]+", script))


def git(folder: Path, *words: str) -> None:
    """One command of Git in a folder."""
    who = ["-c", "user.name=An editor", "-c", "user.email=editor@example.com"]
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


@pytest.mark.parametrize(("files", "said"), [
    (["data/roles/baker.yml", "docs/en/writing.md", "schemas/roles.json"], "true"), (["data/roles/baker.yml", "docs/assets/site/menu.js"], "false"),
    (["macros/hook.py"], "false"), (["database/x.yml"], "false"),
])
def test_a_proposal_of_content_alone_is_told_from_one_that_touches_the_code(tmp_path, files, said):
    git(tmp_path, "init", "-q")
    git(tmp_path, "commit", "-q", "--allow-empty", "-m", "before")
    for name in files:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "after")
    for base, answer in (("HEAD^1", said), ("", "false"), ("0" * 40, "false")):
        asked = subprocess.run([ROOT / ".ci/content-only", base], cwd=tmp_path, capture_output=True, text=True, check=True)
        assert asked.stdout == f"{answer}\n"


HANDBOOK = '#!/bin/sh\nif [ "$1" = due ]; then printf %s "$DUE"; else echo "everything on $3"; fi\n'
GH = '#!/bin/sh\ncase "$2" in create | edit) echo "$2: $(cat health.md)" >> said;; esac\n'


@pytest.mark.parametrize(("due", "reminded"), [("", False), ("something", True)])
@pytest.mark.parametrize("forge", ["github", "gitlab"])
def test_where_something_is_due_the_reminder_has_the_whole_list_and_else_there_is_none(tmp_path, forge, due, reminded):
    for name, script in ((".venv/bin/handbook", HANDBOOK), ("bin/gh", GH)):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(script, encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    job = loaded(ROOT / ".github/workflows/due.yml")["jobs"]["remind"]["steps"] if forge == "github" else loaded(GITLAB)["due"]
    lines = [script for script in scripts(job) if script != "make setup"]
    run = subprocess.run(["bash", "-e", "-c", "\n".join(lines)], cwd=tmp_path, check=False, capture_output=True, text=True, env={
        "PATH": f"{tmp_path}/bin:/usr/bin:/bin", "DUE": due, "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"), "TITLE": "Reviews due"})
    assert (tmp_path / "health.md").read_text(encoding="utf-8").startswith("everything on 20")
    assert run.returncode == (1 if forge == "gitlab" and reminded else 0), run.stderr
    assert (tmp_path / "said").exists() == (forge == "github" and reminded)
