"""The MkDocs hook: MkDocs reads the pages written by hand and copies files; every page of the site is made in one loop at the end."""
from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

# MkDocs puts this file's folder first on the path while it loads the hook; the package needs the folder above.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from jinja2 import Environment  # noqa: E402
from mkdocs.config.defaults import MkDocsConfig  # noqa: E402
from mkdocs.plugins import event_priority  # noqa: E402
from mkdocs.structure.files import File, Files  # noqa: E402
from mkdocs.structure.pages import Page as MkDocsPage  # noqa: E402


class Made(File):
    """A generated page as far as MkDocs needs to know it: links from Markdown lead there. The loop makes it."""

    def __init__(self, address: str, config: MkDocsConfig) -> None:
        super().__init__(f"{address}index.md", None, config.site_dir, config.use_directory_urls, dest_uri=f"{address}index.html")

    def is_documentation_page(self) -> bool:
        return False

    def copy_file(self, dirty: bool = False) -> None:
        pass


def building() -> ModuleType:
    """The build of today's code: MkDocs keeps this file for good, while serving imports the rest anew."""
    return importlib.import_module("macros.commands.site_build")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the data; an editor's mistakes stop the build with the same report as `check`."""
    building().start(config)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add every generated page, for links from Markdown alone, and stylesheets and scripts as they are published. Of the theme's files
    none is: what pages use of its styles is in ours."""
    for address in building().generated():
        files.append(Made(address, config))
    for file in [one for one in files if building().is_source(one, config) or building().is_for_others(one)]:
        files.remove(file)
    for path, text in building().assets(config).texts.items():
        files.append(File.generated(config, path, content=text))
    return files


@event_priority(100)  # before its macros are read
def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Look at the header of a page written by hand."""
    importlib.import_module("macros.commands.written").ensure_header(page)
    return markdown


def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Take in a page written by hand."""
    content: str = building().take_in(html, page)
    return content


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Now that all pages are known, they can be made."""
    building().gather(config)
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Make them."""
    building().finish(config)
