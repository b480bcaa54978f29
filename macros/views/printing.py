"""Jinja, printing with fewer steps: our templates call nothing that asks for Jinja's context, print into one string, and read views, which are dictionaries.

This leans on Jinja's compiler, so Jinja is pinned, and a test prints every page of a handbook by Jinja as it comes, too."""
from __future__ import annotations

import hashlib
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Macro
from markupsafe import Markup, escape
from markupsafe import _escape_inner as escaped_string  # type: ignore[attr-defined]  # what escape() calls, before it marks the result as safe


def escaped(value: object) -> str:
    """What is printed for a value; its pieces are joined at once, so that only a macro's whole is marked as safe."""
    kind = type(value)
    return escaped_string(value) if kind is str else value if kind is Markup else escape(value)  # type: ignore[arg-type, return-value]  # the type is asked for


class _Macro(Macro):
    """A macro that looks at how it is called only where it is called with other than its arguments in their order."""

    def __call__(self, *arguments: object, **named: object) -> str:
        if named or self.caller or len(arguments) != self._argument_count:
            return super().__call__(*arguments, **named)
        return Markup(self._func(*arguments))


class _Generator(CodeGenerator):
    """Writes calls as calls, and takes macros and escaping from the environment."""

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def macro_def(self, *described: object) -> None:
        self.write("environment.")
        super().macro_def(*described)  # type: ignore[arg-type]  # handed on as they come

    def _output_child_pre(self, *described: object) -> None:
        self.write("environment.")
        super()._output_child_pre(*described)  # type: ignore[arg-type]  # handed on as they come


class QuickEnvironment(Environment):
    """An environment for templates that are always escaped."""

    code_generator_class = _Generator
    Macro = _Macro
    escape = staticmethod(escaped)

    def getattr(self, obj: object, attribute: str) -> object:
        """What a dictionary holds under this name comes first, whatever methods dictionaries have."""
        return obj[attribute] if type(obj) is dict and attribute in obj else super().getattr(obj, attribute)


class Compiled(FileSystemBytecodeCache):
    """Templates as compiled, kept between runs until they or this code change. What cannot be kept is compiled again.

    The files are code: they are never shared between machines."""

    def __init__(self, folder: Path, *sources: str) -> None:
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
        super().__init__(str(folder))
        written_by = (version("jinja2"), *(Path(source).read_text(encoding="utf-8") for source in (__file__, *sources)))
        self.stamp = hashlib.sha256("".join(written_by).encode()).hexdigest()

    def get_source_checksum(self, source: str) -> str:
        return super().get_source_checksum(self.stamp + source)

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(Exception):  # a file cut short breaks in whatever way its rest is read
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)
