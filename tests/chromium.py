"""Finds a Chromium for the browser tests: one on the machine, Playwright's own, or the system's package when root."""
from __future__ import annotations

import os
import shutil
import subprocess
import sys

from macros.book.printing import find

FLAGS = [
    "--headless", "--font-render-hinting=none",      # letters where their font puts them, not on whole pixels
    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", *(["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []),
]


def install() -> None:
    """Try Playwright's download, then the system's package when root; each may fail without harm."""
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600)
    if find() or not shutil.which("apt-get") or os.geteuid() != 0:
        return
    quiet = {"check": False, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run(["apt-get", "update"], **quiet)
    for package in ("chromium-headless-shell", "chromium"):
        if not find():
            subprocess.run(["apt-get", "install", "-y", "--no-install-recommends", package], **quiet)


def main() -> None:
    """Make sure there is one, or say what to do."""
    if not find():
        install()
    if not find():
        sys.exit(
            "没有找到Chromium。请安装Chrome或Chromium，或把路径写进环境变量HANDBOOK_CHROMIUM。\n"
            "No Chromium was found. Install Chrome or Chromium, or put its path into HANDBOOK_CHROMIUM."
        )


if __name__ == "__main__":
    main()
