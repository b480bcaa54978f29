"""What to say where a word stands in place of fields: the fields in full, with the word where it belongs among them."""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from macros.loading.document import Document
from macros.loading.homes import FOLDERS, HOMES
from macros.model.figures import Condition, Figure, Target
from macros.model.record import ID, Party
from macros.words.languages import HAN, LANGUAGES
from macros.words.texts import Text

Documents = Mapping[str, Document]
LEFT_OUT = "…"
COMPARED = {  # how people write a comparison, before the number and behind it and its unit
    ">=": r">=|≥|≧|大于或?等于|不低于|不少于|至少|at least|no less than",
    "<=": r"<=|≤|≦|小于或?等于|不高于|不超过|不多于|至多|最多|at most|no more than|up to|within",
    ">": r">|高于|超过|大于|over|more than|above", "<": r"<|低于|少于|小于|不足|under|less than|below", "=": r"=|等于|exactly",
}
BEHIND = {"以上": ">=", "及以上": ">=", "以内": "<=", "以下": "<=", "内": "<="}
NUMBER = r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]*|0)(?:\.[0-9]+)?"
SCALES = {"万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8}
AMOUNT = re.compile(rf"([1-9][0-9]*:[1-9][0-9]*|{NUMBER})\s*(?:[~～—–-]+\s*({NUMBER}))?\s*((?![0-9.,:]).*?)\s*({'|'.join(BEHIND)})?", re.S)
TITLE_MARKS = str.maketrans("《》", "<>")  # what a Chinese keyboard gives for them
PARTIES = {"role": "roles", "post": "posts", "title": "titles", "team": "teams", "stage": "stages"}


@dataclass(frozen=True)
class InFull:
    """What is said, and the value that would be right, where only one would."""

    zh: str
    en: str
    value: str | None = None


def in_full(wanted: type[BaseModel], key: str, text: str, documents: Documents) -> InFull | None:
    """What to say of a text where the fields of a model are wanted; None where there is no more to say than that."""
    if issubclass(wanted, Party):
        return _party(text, documents)
    if issubclass(wanted, Text):
        return _in_both(text)
    if issubclass(wanted, Figure):
        return _figure(wanted, key, text, documents)
    required = [info.alias or name for name, info in wanted.model_fields.items() if info.is_required()]
    if not required:
        return None
    fields = {name: LEFT_OUT for name in required} | ({required[0]: text} if re.fullmatch(ID, text) else {})
    whole = written(fields)
    return InFull(f"这里要写全：{whole}，“{LEFT_OUT}”换成内容", f"Write it in full here, {whole}, with words in place of “{LEFT_OUT}”")


def amount(text: str, documents: Documents) -> dict[str, str] | None:
    """A number as people write it, with its comparison and unit, as the fields of a figure: “至少30%” is `>=`, 30 and percent. None where it is no number."""
    plain = unicodedata.normalize("NFKC", text).strip("“”\"' ").translate(TITLE_MARKS)
    compared = next((sign for sign, words in COMPARED.items() if re.match(words, plain, re.I)), "")
    plain = re.sub(COMPARED[compared], "", plain, count=1, flags=re.I).strip() if compared else plain
    found = AMOUNT.fullmatch(plain)
    if not found:
        return None
    first, last, unit, behind = (found[1].replace(",", ""), (found[2] or "").replace(",", ""), found[3], found[4])
    numbers = {"from": first, "to": last} if last else {"comparator": compared or BEHIND.get(behind, ""), "value": first}
    return {name: value for name, value in {**numbers, "unit": unit and (unit_called(unit, documents) or LEFT_OUT)}.items() if value}


def number_alone(key: str, text: str, beside: object, documents: Documents) -> InFull | None:
    """What to say of a number with something round it, where one alone is wanted among others; None where there is no telling which."""
    if whole := _whole_number(text):
        return InFull(f"只写数字：{key}: {whole}", f"Digits alone are wanted: {key}: {whole}", whole)
    found = amount(text, documents)
    if not found or "value" not in found or found.get("unit") == LEFT_OUT:
        return None
    zh, en = [f"只写数：{key}: {found['value']}"], [f"A number alone is wanted: {key}: {found['value']}"]
    others = beside if isinstance(beside, dict) else {}
    known = all(others.get(name) == value for name, value in found.items() if name != "value")
    if "unit" in found and not known:
        zh.append(f"单位另写unit: {found['unit']}")
        en.append(f"its unit stands apart, unit: {found['unit']}")
    if "comparator" in found and not known:
        zh.append(f"比较号另写comparator: \"{found['comparator']}\"")
        en.append(f"its comparison stands apart, comparator: \"{found['comparator']}\"")
    return InFull("；".join(zh), "; ".join(en), found["value"] if known and _only(found, text) else None)


def _whole_number(text: str) -> str | None:
    """A number that people write with blanks between its thousands, or with 万 or 亿 behind it, in digits."""
    found = re.fullmatch(rf"(\d{{1,3}}(?: \d{{3}})+)|({NUMBER})({'|'.join(SCALES)})", unicodedata.normalize("NFKC", text).strip())
    if not found or not found[3]:
        return found[1].replace(" ", "") if found else None
    number = Decimal(found[2].replace(",", "")) * SCALES[found[3]]
    return str(int(number)) if number == int(number) else None


def _only(found: Mapping[str, str], text: str) -> bool:
    """Whether a text says no more than a number, or than a number and the unit that was found."""
    return "unit" in found or bool(re.fullmatch(NUMBER, unicodedata.normalize("NFKC", text).strip()))


def comparator(text: str) -> InFull | None:
    """What to say of a comparison that people write otherwise; None where there is no telling which."""
    sign = sign_of(text)
    return InFull(f"“{text}”写成\"{sign}\"", f"Write “{text}” as \"{sign}\"", f'"{sign}"') if sign else None


def sign_of(text: str) -> str | None:
    """The sign of a comparison that people write in words, or with another sign."""
    plain = unicodedata.normalize("NFKC", text).strip("“”\"' ").translate(TITLE_MARKS)
    return next((sign for sign, words in COMPARED.items() if re.fullmatch(words, plain, re.I)), BEHIND.get(plain))


def unit_called(called: str, documents: Documents) -> str | None:
    """The id of the unit or currency that people write so behind a number."""
    wanted = called.casefold()
    for kind in ("units", "currencies"):
        for id, one in records_as_written(documents, kind):
            after = one.get("after")
            words = [one.get("sign"), *(after.values() if isinstance(after, dict) else ()), *named(one), id]
            if wanted in [word.casefold() for word in words if isinstance(word, str)]:
                return id
    return None


def written(fields: Mapping[str, str]) -> str:
    """Fields in braces, as one writes them."""
    return "{" + ", ".join(f'{name}: "{value}"' if name == "comparator" else f"{name}: {value}" for name, value in fields.items()) + "}"


def missing_of_figure(wanted: type[BaseModel], given: Mapping[str, object]) -> dict[str, str]:
    """What a figure with a value lacks, each with something that may stand there."""
    lacks = {}
    if issubclass(wanted, Condition) and not given.keys() & {"comparator", "change"}:
        lacks["comparator"] = ">="
    if "unit" not in given:
        lacks["unit"] = LEFT_OUT
    if issubclass(wanted, Target) and not given.keys() & {"period", "per"}:
        lacks["period"] = "not-stated"
    return lacks


def figure_in_full(key: str, wanted: type[BaseModel], given: Mapping[str, Any]) -> tuple[str, str]:
    """What to say of a figure that lacks some of its fields: all of them at once."""
    compared = given.keys() & {"comparator", "from", "change"}
    fields = {**({} if compared or not issubclass(wanted, Condition) else {"comparator": ">="}), **given}
    fields |= {name: value for name, value in missing_of_figure(wanted, fields).items() if name != "comparator"}
    zh, en = [f"整个写成{key}: {written(fields)}"], [f"Write it in full, {key}: {written(fields)}"]
    if "comparator" in fields and not compared:
        zh.append("comparator照意思选，“>=”是至少，“<=”是至多")
        en.append("choose the comparator, “>=” for at least or “<=” for at most")
    if fields.get("unit") == LEFT_OUT:
        zh.append("unit写units.yml里的编号")
        en.append("unit is an id of units.yml")
    if "period" in fields and "period" not in given:
        zh.append("period写按多久算，例如quarter，没有规定就留not-stated")
        en.append("period says over what it counts, such as quarter, or stays not-stated")
    return "；".join(zh), "; ".join(en)


def _figure(wanted: type[BaseModel], key: str, text: str, documents: Documents) -> InFull:
    return InFull(*figure_in_full(key, wanted, amount(text, documents) or {"value": LEFT_OUT}))


def _party(text: str, documents: Documents) -> InFull:
    called = text.strip("“”‘’「」 ").casefold()
    found = [f"{{{key}: {id}}}" for key, kind in PARTIES.items() for id, one in records_as_written(documents, kind)
             if "retired" not in one and called in (id, *(name.casefold() for name in named(one)))]
    if found:
        return InFull(f"“{text}”在这里写成{'或'.join(found)}", f"Write “{text}” as {' or '.join(found)} here", found[0] if len(found) == 1 else None)
    return InFull("这里要写明是哪一类，再写编号：{role: 岗位编号}、{post: 职位编号}或{team: 团队编号}",
                  "Say what kind it is, then its id: {role: id}, {post: id} or {team: id}")


def _in_both(text: str) -> InFull:
    first, second = LANGUAGES if HAN.search(text) else LANGUAGES[::-1]
    return InFull(f"这里要中英文两行：一行写“{first}: {text}”，再加一行{second}:",
                  f"Both languages are needed here: a line “{first}: {text}”, and a line {second}:")


def records_as_written(documents: Documents, kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """What stands in the files of a kind, whether or not it fits: by id."""
    for name, document in documents.items():
        if kind in FOLDERS and name.startswith(f"{kind}/") and isinstance(document.data, dict):
            yield name.removeprefix(f"{kind}/").removesuffix(".yml"), document.data
        elif name == HOMES.get(kind) and isinstance(document.data, dict) and isinstance(listed := document.data.get(kind), dict):
            yield from ((id, one) for id, one in listed.items() if isinstance(one, dict))


def named(one: Mapping[str, Any]) -> list[str]:
    """What a record is called, as it stands in its file."""
    name = one.get("name")
    return [word for word in name.values() if isinstance(word, str)] if isinstance(name, dict) else []
