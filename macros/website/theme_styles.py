"""What the pages use of the theme's stylesheet: rules for what a template or script names, and what those rules need."""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

import tinycss2  # type: ignore[import-untyped]
from tinycss2.ast import Node  # type: ignore[import-untyped]

from macros.website.css import Rule, rules, text

WORD = re.compile(r"[\w-]+")
# Elements that Markdown makes, so no template need name them.
MARKDOWN = frozenset("a blockquote br code dd dl dt em h1 h2 h3 h4 h5 h6 hr img li ol p pre strong table tbody td th thead tr ul".split())
CHOOSING = ("is", "where", "has", "matches")  # one of the selectors inside has to fit
READ = re.compile(r"var\(\s*(--[\w-]+)")


def words(texts: Iterable[str]) -> frozenset[str]:
    """Every word of the templates and scripts: an element, class, id or attribute that is none of them can be on no page."""
    return MARKDOWN.union(*map(WORD.findall, texts))


def used(sheet: str, known: Set[str], own: str) -> tuple[Rule, ...]:
    """The part of the theme's `sheet` that can be met on a page, where `own` is our stylesheet after it."""
    left = tuple(_met(rules(sheet), known))
    read: Set[str] = frozenset()
    while (now := frozenset(READ.findall(own)).union(*map(_read, left))) != read:
        read, left = now, tuple(_needed(left, now))
    return left


def _met(some: Iterable[Rule], known: Set[str]) -> Iterator[Rule]:
    """The rules whose selectors may fit, each with these selectors alone."""
    for rule in some:
        if not rule.head.startswith("@"):
            fitting = [text(one) for one in parted(tinycss2.parse_component_value_list(rule.head)) if _fits(one, known)]
            if fitting:
                yield replace(rule, head=",".join(fitting))
        elif rule.rules and not _moves(rule):
            yield replace(rule, rules=tuple(_met(rule.rules, known)))
        else:
            yield rule


def _moves(rule: Rule) -> bool:
    """Whether a rule is an animation."""
    return "keyframes " in rule.head


def parted(selectors: Iterable[Node]) -> list[list[Node]]:
    """The selectors of a list, at its commas."""
    parts: list[list[Node]] = [[]]
    for token in selectors:
        if token.type == "literal" and token.value == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _fits(selector: Iterable[Node], known: Set[str]) -> bool:
    """Whether all that a selector asks for is known. What it excludes, and states such as :hover, ask for nothing."""
    before = ""
    for token in selector:
        if token.type == "ident" and before != ":" and token.value not in known:
            return False
        if token.type == "hash" and token.value not in known:
            return False
        if token.type == "[] block" and any(one.type in ("ident", "string") and not known >= {*WORD.findall(one.value)} for one in token.content):
            return False
        if token.type == "function" and token.lower_name in CHOOSING and not any(_fits(one, known) for one in parted(token.arguments)):
            return False
        before = token.value if token.type == "literal" else ""
    return True


def _read(rule: Rule) -> frozenset[str]:
    """The variables and animations that a rule names."""
    moving = [word for name, value in rule.declarations if name.endswith(("animation", "animation-name")) for word in WORD.findall(value)]
    return frozenset(moving).union(*(READ.findall(value) for _, value in rule.declarations), *map(_read, rule.rules))


def _needed(some: Iterable[Rule], read: Set[str]) -> Iterator[Rule]:
    """The rules without variables that nobody reads and animations that nobody names."""
    for rule in some:
        left = replace(
            rule,
            declarations=tuple((name, value) for name, value in rule.declarations if not name.startswith("--") or name in read),
            rules=rule.rules if _moves(rule) else tuple(_needed(rule.rules, read)),
        )
        if (left.declarations or left.rules) and (not _moves(rule) or rule.head.split()[-1] in read):
            yield left
