"""Stylesheets as rules: read, and printed without comments and without spaces that say nothing."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import tinycss2  # type: ignore[import-untyped]
from tinycss2.ast import AtRule, Declaration, Node, QualifiedRule  # type: ignore[import-untyped]

NESTING = ("media", "supports", "container", "layer", "keyframes", "-webkit-keyframes")  # rules around rules
TIGHT = {",", ">"}  # what no space need stand beside
BRACKETS = {"() block": ("(", ")"), "[] block": ("[", "]"), "{} block": ("{", "}")}


@dataclass(frozen=True)
class Rule:
    """A rule of a stylesheet: what stands before the brace, its declarations, and the rules inside it."""

    head: str
    declarations: tuple[tuple[str, str], ...] = ()
    rules: tuple[Rule, ...] = ()


def rules(sheet: str) -> tuple[Rule, ...]:
    """The rules of a stylesheet."""
    return tuple(_rules(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)))


def printed(some: Iterable[Rule]) -> str:
    """Rules as a stylesheet."""
    return "".join(map(_printed, some))


def _rules(nodes: Iterable[Node]) -> Iterator[Rule]:
    for node in nodes:
        if isinstance(node, QualifiedRule):
            yield Rule(text(node.prelude), _declarations(node.content))
        elif isinstance(node, AtRule) and node.content is not None:
            head = f"@{node.lower_at_keyword} {text(node.prelude)}".strip()
            if node.lower_at_keyword in NESTING:
                yield Rule(head, rules=tuple(_rules(tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True))))
            else:
                yield Rule(head, _declarations(node.content), tuple(_margins(node.content)))
        elif not isinstance(node, AtRule) or node.lower_at_keyword != "charset":
            raise ValueError(f"line {node.source_line} of a stylesheet: no rule, but {getattr(node, 'message', node.type)}")


def _margins(content: Iterable[Node]) -> Iterator[Rule]:
    """What stands in the margins of a printed page: rules between the declarations of @page."""
    for node in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if isinstance(node, AtRule) and node.content is not None:
            yield Rule(f"@{node.lower_at_keyword}", _declarations(node.content))


def _declarations(content: Iterable[Node]) -> tuple[tuple[str, str], ...]:
    found = []
    for node in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if isinstance(node, AtRule):
            continue
        if not isinstance(node, Declaration):
            raise ValueError(f"line {node.source_line} of a stylesheet: no declaration, but {getattr(node, 'message', node.type)}")
        found.append((node.name, text(node.value) + ("!important" if node.important else "")))
    return tuple(found)


def text(tokens: Iterable[Node]) -> str:
    """Tokens as they are printed."""
    shown: list[str] = []
    for token in tokens:
        if token.type == "comment":
            continue
        if token.type == "whitespace":
            if shown and shown[-1] not in (*TIGHT, ":", " "):
                shown.append(" ")
            continue
        if token.type == "literal" and token.value in TIGHT and shown and shown[-1] == " ":
            shown.pop()
        if token.type == "function":
            shown.append(f"{token.name}({text(token.arguments)})")
        elif token.type in BRACKETS:
            opens, closes = BRACKETS[token.type]
            shown.append(f"{opens}{text(token.content)}{closes}")
        else:
            shown.append(token.serialize())
    return "".join(shown).strip()


def _printed(rule: Rule) -> str:
    declared = ";".join(f"{name}:{value}" for name, value in rule.declarations)
    return f"{rule.head}{{{declared}{';' if declared and rule.rules else ''}{printed(rule.rules)}}}"
