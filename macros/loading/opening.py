"""Says whether a folder is one of a handbook, and if not, why."""
from __future__ import annotations

import os
from pathlib import Path

from macros.loading.homes import ABOUT, FILES, IN_FOLDERS
from macros.words.problems import NoHandbook

ROOT = Path(__file__).resolve().parents[2]


def called(data: Path) -> str:
    """A folder by its way from the project's root, where it lies in it; else by its name."""
    whole = data.resolve()
    return whole.relative_to(ROOT).as_posix() if ROOT in whole.parents else whole.name


def ensure_handbook(data: Path) -> None:
    """There is a folder to read, with something of a handbook in it. Raises NoHandbook otherwise."""
    try:
        _ensure_handbook(data)
    except (OSError, RuntimeError):  # no permission, a link to itself, a name longer than the system takes
        raise NoHandbook(f"打不开“{data}”；检查名称和权限，写放着{ABOUT}的文件夹",
                         f"“{data}” cannot be opened; check the name and the permissions, and name the folder that holds {ABOUT}") from None


def _ensure_handbook(data: Path) -> None:
    name = called(data) if ROOT in data.resolve().parents else data
    if not data.exists():
        raise NoHandbook(f"没有“{name}”这个文件夹；写放着{ABOUT}的文件夹", f"There is no folder “{name}”; name the one that holds {ABOUT}")
    if not data.is_dir():
        raise NoHandbook(f"“{name}”是文件，不是文件夹；写放着{ABOUT}的文件夹", f"“{name}” is a file and not a folder; name the folder that holds {ABOUT}")
    if not any(data.iterdir()):
        raise NoHandbook(f"文件夹“{name}”是空的；写放着{ABOUT}的文件夹，或先从samples里复制样本",
                         f"The folder “{name}” is empty; name the one that holds {ABOUT}, or first copy the samples from samples/")
    if closed := next((one for one in sorted(data.iterdir()) if one.name in IN_FOLDERS and one.is_dir() and not os.access(one, os.R_OK | os.X_OK)), None):
        raise NoHandbook(f"打不开文件夹“{name}/{closed.name}”，里面的记录读不到；检查它的权限",
                         f"The folder “{name}/{closed.name}” cannot be opened, and its records cannot be read; check its permissions")
    if not any((data / one).exists() for one in (ABOUT, *FILES, *IN_FOLDERS)):
        if inside := sorted(one.name for one in data.iterdir() if (one / ABOUT).is_file()):
            raise NoHandbook(f"手册不在文件夹“{name}”里，在它下面的“{'”“'.join(inside)}”里；写{data / inside[0]}",
                             f"The handbook is not in “{name}” but below it, in {', '.join(inside)}; write {data / inside[0]}")
        raise NoHandbook(f"文件夹“{name}”里没有手册的文件；写放着{ABOUT}的文件夹",
                         f"The folder “{name}” holds no file of a handbook; name the one that holds {ABOUT}")
