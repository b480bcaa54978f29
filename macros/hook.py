"""The MkDocs hook: adds the generated pages, replaces macro placeholders and puts every page in its frame."""
from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

# MkDocs puts this file's folder first on the path while it loads the hook; the package needs the folder above.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from jinja2 import Environment  # noqa: E402
from mkdocs.config.defaults import MkDocsConfig  # noqa: E402
from mkdocs.exceptions import PluginError  # noqa: E402
from mkdocs.structure.files import File, Files  # noqa: E402
from mkdocs.structure.pages import Page as MkDocsPage  # noqa: E402


def building() -> ModuleType:
    """The build of today's code: MkDocs keeps this file for good, while serving imports the rest anew."""
    return importlib.import_module("macros.commands.site_build")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the data; an editor's mistakes stop the build with the same report as `check`."""
    building().start(config)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add every generated page, every file beside the pages, and the one stylesheet in place of its parts."""
    for path in building().generated():
        files.append(File.generated(config, path, content=""))
    for path, text in building().exported().items():
        files.append(File.generated(config, path, content=text))
    for file in [one for one in files if building().is_styles(one.src_uri)]:
        files.remove(file)
    path, text = building().stylesheet(config)
    files.append(File.generated(config, path, content=text))
    return files


def on_pre_page(page: MkDocsPage, config: MkDocsConfig, files: Files) -> MkDocsPage:
    """Keep Markdown away from generated pages, and the clock away from all."""
    building().prepare(page)
    return page


def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """The body of a generated page, or of a hand-written one with its macros filled in."""
    content: str = building().content(html, page)
    return content


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Now that all pages are known, frames can be made."""
    building().frame_with(env, config)
    return env


def on_post_page(output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
    """Put the page in its frame."""
    finished: str = building().finished(page)
    return finished


def on_post_build(config: MkDocsConfig) -> None:
    """Index the finished site, so that it can be searched."""
    full_text = importlib.import_module("macros.search.full_text")
    try:
        full_text.add_search(Path(config.site_dir), Path(config.config_file_path).parent)
    except full_text.NoIndex as found:
        raise PluginError(str(found)) from None
