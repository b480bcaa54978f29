"""What people, or a file from elsewhere, may write into a plan; every export must hand it on as text."""
from __future__ import annotations

TEXTS = (
    "<script>alert(1)</script>",
    "</td></table><img src=x onerror=alert(1)>",
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd",
    "＝1+1",
    "先做一，再做二，" * 250,  # 2,000 characters
    "first\nsecond\r\nthird",
    "\n\n  # no heading\n- no list\n1. no list either\n===\n> no quotation",
    "שלום \u202etxt.exe",
    "مرحبا، خطة",
    "a, \"b\"; c\\d | e *f* _g_ `h` [i](javascript:alert(1)) ~j~ &amp;",
    "END:VCALENDAR\r\nBEGIN:VEVENT",
    "bell \u0007 and nothing \u0000 else",
    "👩‍👩‍👧‍👦" * 30,
    "",
)
