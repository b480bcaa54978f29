"""Finds an nginx for the tests of its configuration, and runs one; installs the system's package when root on Debian."""
from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.places import ROOT

SAMPLE = ROOT / "samples/nginx.conf"


def find() -> str | None:
    """The path of an nginx that is here already; Debian keeps it where not everybody looks."""
    return shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


@contextmanager
def serving(root: Path, folder: Path) -> Iterator[str]:
    """An nginx with the configuration of the project that serves what was published in `root`; its address. `folder` is for what it writes."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    conf = folder / "nginx.conf"
    text = SAMPLE.read_text(encoding="utf-8").replace("listen 8080", f"listen 127.0.0.1:{port}").replace("/srv/handbook/", f"{root}/")
    temporary = "".join(f"  {kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    conf.write_text(f"user {'root' if os.geteuid() == 0 else 'nobody'};\ndaemon off;\npid {folder}/pid;\nerror_log {folder}/error.log;\n"
                    + text.replace("http {\n", f"http {{\n  access_log off;\n{temporary}", 1), encoding="utf-8")
    server = subprocess.Popen([str(find()), "-e", str(folder / "error.log"), "-c", str(conf)], stderr=subprocess.PIPE, text=True)
    try:
        until = time.monotonic() + 10
        while server.poll() is None and time.monotonic() < until:
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.05)
        assert server.poll() is None, server.stderr and server.stderr.read()
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(10)


def main() -> None:
    """Make sure there is one where that is possible; elsewhere the tests that need it say so."""
    if find() or not shutil.which("apt-get") or os.geteuid() != 0:
        return
    for words in (["update"], ["install", "-y", "--no-install-recommends", "nginx-light"]):
        subprocess.run(["apt-get", *words], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if not find():
        sys.exit("没有装上nginx。\nnginx could not be installed.")


if __name__ == "__main__":
    main()
