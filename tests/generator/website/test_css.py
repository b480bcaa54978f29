"""Stylesheets are printed small and mean the same."""
from __future__ import annotations

import pytest

from macros.website.css import printed, rules


@pytest.mark.parametrize(
    ("sheet", "small"),
    [
        ("/* a */ a > b ,\n c:hover  d { color : red ; /* b */ margin: 0 -1px; }", "a>b,c:hover d{color:red;margin:0 -1px}"),
        (".a :is(.b, .c) > i:not( .d ) { }", ".a :is(.b,.c)>i:not(.d){}"),
        ("a { width: calc(100% - 2 * var(--space, 1px)); }", "a{width:calc(100% - 2 * var(--space,1px))}"),
        ("a { color: red !important }", "a{color:red!important}"),
        ('a::before { content: "a,  b"; background: url("x y.svg") }', 'a::before{content:"a,  b";background:url("x y.svg")}'),
        ("@media screen and (max-width: 2em) { a { b: c } }", "@media screen and (max-width:2em){a{b:c}}"),
        ("@container text (max-width: 2em) { a { b: c } }", "@container text (max-width:2em){a{b:c}}"),
        ("@supports (top: 0) { @media print { a { b: c } } }", "@supports (top:0){@media print{a{b:c}}}"),
        ("@keyframes go { 0%, 50% { opacity: 1 } to { opacity: 0 } }", "@keyframes go{0%,50%{opacity:1}to{opacity:0}}"),
        ("@font-face { font-family: X; src: local('X') }", '@font-face{font-family:X;src:local("X")}'),
        ("@page map { size: A4 landscape }", "@page map{size:A4 landscape}"),
        ('@charset "UTF-8"; a[href^="#"] { b: c }', 'a[href^="#"]{b:c}'),
    ],
)
def test_nothing_is_lost_but_comments_and_spaces_that_say_nothing(sheet, small):
    assert printed(rules(sheet)) == small
    assert printed(rules(small)) == small


@pytest.mark.parametrize("sheet", ["a { b { c: d } }", "a { color red }", "a", '@import "b.css";'])
def test_what_is_not_understood_stops_the_build(sheet):
    with pytest.raises(ValueError, match="line 1 of a stylesheet"):
        printed(rules(sheet))
