"""Serves the site while it is being edited. A mistake shows in the browser in place of the page, and mending it recovers."""
from __future__ import annotations

import errno
import posixpath
import socket
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import click
from markupsafe import escape
from mkdocs.livereload import LiveReloadServer, _timestamp

from macros.commands.desk import Desk
from macros.website.policy import allowing

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

POLLING = 0.2  # seconds between looks at the files
TITLE = "要改几处才能显示 · Something to mend before this shows"
# Kept here and not in a template: it must show even when the templates are what is broken.
REPORT = """<!doctype html>
<html lang="zh-Hans"><head><meta charset="utf-8"><title>{title}</title></head>
<body><main><h1>{title}</h1><pre>{report}</pre></main></body></html>
"""


def serve(root: Path, host: str, port: int) -> None:
    """Serve until interrupted."""
    said = _unusable(host, port)  # before everything is read
    if said:
        click.echo(said, err=True)
        sys.exit(1)
    server = Server(root, host, port)
    click.echo(f"http://{host}:{port}/")
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        click.echo("")
    finally:
        server.shutdown()


def _unusable(host: str, port: int) -> str:
    """Why nothing can be served on an address, in both languages; nothing where it can."""
    try:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server does
            probe.bind((host, port))
    except (OSError, OverflowError) as error:
        if isinstance(error, OverflowError):
            zh, en = f"没有{port}这个端口；用--port写一个0到65535的数", f"There is no port {port}; name one from 0 to 65535 with --port"
        elif isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
            zh = f"本机没有“{host}”这个地址；用--host换一个，例如127.0.0.1"
            en = f"This machine has no address “{host}”; name another with --host, such as 127.0.0.1"
        elif error.errno == errno.EADDRINUSE:
            zh, en = f"端口{port}已经有程序在用；用--port换一个", f"Port {port} is in use already; name another with --port"
        else:
            zh = f"不能用{host}的端口{port}（{error.strerror}）；用--port或--host换一个"
            en = f"{host} and port {port} cannot be used ({error.strerror}); name others with --port or --host"
        return f"{zh}。\n{en}."
    return ""


class Server(LiveReloadServer):
    """MkDocs' server, which watches files and lets browsers reload; it answers from the desk in place of a folder."""

    def __init__(self, root: Path, host: str, port: int) -> None:
        self.desk = Desk(root, self.reload)
        super().__init__(self.desk.look, host, port, str(root), polling_interval=POLLING)
        self.desk.look()
        for top in self.desk.watched():
            self.watch(str(top))

    def reload(self) -> None:
        """Let browsers ask again for the page that they show."""
        with self._epoch_cond:
            self._visible_epoch = self._wanted_epoch = _timestamp()
            self._epoch_cond.notify_all()

    def _serve_request(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes] | None:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.startswith("/livereload/"):
            return super()._serve_request(environ, start_response)
        with self._epoch_cond:
            epoch = self._visible_epoch
        name = posixpath.normpath(f"/{path}index.html" if path.endswith("/") else f"/{path}").lstrip("/")
        body, to_mend = self.desk.file(name)
        status = "200 OK"
        if body is None and not to_mend:
            if not path.endswith("/") and self.desk.file(f"{name}/index.html")[0] is not None:
                query = f"?{environ['QUERY_STRING']}" if environ.get("QUERY_STRING") else ""
                start_response("302 Found", [("Location", f"{quote(path)}/{query}")])
                return []
            name, status = "404.html", "404 Not Found"
            body, to_mend = self.desk.file(name)
        if to_mend:
            body = REPORT.format(title=escape(TITLE), report=escape(to_mend)).encode()
            name, status = name if name.endswith(".html") else "404.html", status if name.endswith(".html") else "404 Not Found"
        body = body or b""
        if name.endswith(".html"):
            body = self._reloading(body, epoch)
        kind: str = self._guess_type(name)  # type: ignore[no-untyped-call]
        start_response(status, [("Content-Type", kind), ("Content-Length", str(len(body)))])
        return [body] if environ["REQUEST_METHOD"] != "HEAD" else []

    def _reloading(self, body: bytes, epoch: int) -> bytes:
        """A page with MkDocs' script that reloads it, which its policy lets run."""
        page: str = self._inject_js_into_html(body, epoch).decode()  # type: ignore[no-untyped-call]
        script = page.rpartition("<script>")[2].partition("</script>")[0]
        return allowing(page, script).encode()
