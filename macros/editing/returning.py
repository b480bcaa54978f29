"""Where an entry that came back from a translator belongs in the handbook as it is now; or why nowhere, and how to put that right."""
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from babel.messages.catalog import Message
from babel.messages.pofile import escape

from macros.editing.catalogs import STAMP, Entry
from macros.loading.translations import half

FEW = 4  # places named in a sentence
Why = tuple[str, str]  # in both languages


class Known:
    """The entries of the handbook as it is: by where they stand, and, for what was moved since, by what they say.

    `messages` are all of the file: a place that has an entry of its own there is no answer to where another belongs."""

    def __init__(self, found: Iterable[Entry], messages: Iterable[Message]) -> None:
        self.places = {entry.context: entry for entry in found}
        self.records = {entry.record for entry in self.places.values()}
        self.given = {str(message.context) for message in messages if message.context}
        said = [(entry.record, half(entry.source), entry.stamp) for entry in self.places.values()]
        once = {key for key, times in Counter(said).items() if times == 1}
        self.said: Mapping[tuple[str, str, str], Entry] = {key: entry for key, entry in zip(said, self.places.values(), strict=True) if key in once}
        self.sources: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.places.values():
            self.sources[half(entry.source)].append(entry)

    def has(self, message: Message) -> bool:
        """Whether an entry of the file is of this handbook, by the record it names or by what it says."""
        return _record(message) in self.records or half(str(message.id)) in self.sources

    def entry(self, message: Message) -> Entry | Why:
        """What an entry of the file is of; or why it is of nothing."""
        now, sent = half(str(message.id)), exported_source(message)
        if not message.context:
            return _without_context(self._elsewhere(message, sent or now), str(message.id))
        here = self.places.get(message.context)
        if here and here.source == message.id:
            return here
        if moved := self.said.get((_record(message), now, exported_translation(message))):
            return moved
        if sent and sent != now:
            place = here if here and half(here.source) == sent else self.said.get((_record(message), sent, exported_translation(message)))
            return _altered(place) if place else _CHANGED
        if here:
            return _CHANGED if sent else _other(here)
        return _gone(self._elsewhere(message, now))

    def emptied(self, context: str) -> Why:
        """What to do about an entry whose source was emptied."""
        here = self.places.get(context)
        return _other(here) if here else _gone([])

    def _elsewhere(self, message: Message, source: str) -> list[Entry]:
        """Where a source stands that the file has no entry for: where its translation is that which was exported, too, if there is such a place."""
        places = [entry for entry in self.sources.get(source, ()) if entry.context not in self.given]
        return [entry for entry in places if entry.stamp == exported_translation(message)] or places


def exported_translation(message: Message) -> str:
    """The hash of the translation as it was exported; nothing where the line was lost on the way."""
    return _stamps(message)[0]


def exported_source(message: Message) -> str:
    """The hash of the source as it was exported; nothing where the line was lost on the way."""
    return _stamps(message)[1]


def _stamps(message: Message) -> tuple[str, str]:
    line = next((comment.removeprefix(STAMP) for comment in message.auto_comments if comment.startswith(STAMP)), "")
    translation, _, source = line.partition(" ")
    return translation, source


def _record(message: Message) -> str:
    return str(message.context or "").partition(":")[0]


_CHANGED = ("原文在导出以后改过；重新导出再翻译", "The source was changed since the export; export it again and translate that")


def _altered(place: Entry) -> Why:
    return (f"翻译文件里的原文被改动了，手册里的没有变；改回msgid {escape(place.source)}，译文不用动，再导入",
            f"The source was changed in this file, not in the handbook; put back msgid {escape(place.source)}, leave the translation, and import it again")


def _other(place: Entry) -> Why:
    return (f"原文与手册里的不同；翻译文件里改动过的，改回msgid {escape(place.source)}，译文不用动；手册里改过的，重新导出再翻译",
            f"The source is not that of the handbook; if it was changed in this file, put back msgid {escape(place.source)} and leave the translation; "
            "if in the handbook, export it again and translate that")


def _without_context(places: list[Entry], said: str) -> Why:
    if not places:
        return ("少了msgctxt，原文在手册里也找不到，不知道是哪一句；重新导出，把译文抄到那一条",
                "The line msgctxt is missing, and the source is not in the handbook, so it is not known which sentence this is; "
                "export again and copy the translation to its entry")
    context, source = escape(places[0].context), places[0].source
    if len(places) == 1 and source != said:
        return (f"少了msgctxt这一行，原文也被改动了；把这一条改成msgctxt {context}、msgid {escape(source)}，译文不用动，再导入",
                f"The line msgctxt is missing, and the source was changed in this file; write msgctxt {context} and msgid {escape(source)}, "
                "leave the translation, and import it again")
    if len(places) == 1:
        return (f"少了msgctxt这一行；在msgid上面补上msgctxt {context}，译文不用动，再导入",
                f"The line msgctxt is missing; above msgid put msgctxt {context}, leave the translation, and import it again")
    zh, en = _listed(places)
    return (f"少了msgctxt这一行，同样的原文不止一处；在msgid上面补上其中一个，译文不用动：{zh}",
            f"The line msgctxt is missing, and the source stands in several places; above msgid put one of them and leave the translation: {en}")


def _gone(places: list[Entry]) -> Why:
    if not places:
        return "手册里已经没有这一句；不用再翻译", "The handbook no longer has this sentence; it needs no translation"
    zh, en = _listed(places)
    return (f"手册的这个位置没有这一句；msgctxt被改动过的，改回，译文不用动：{zh}；没有改动过的，这一条不用再翻译",
            f"This sentence does not stand there in the handbook; if msgctxt was changed, put it back and leave the translation: {en}; "
            "if not, this entry needs no translation")


def _listed(places: list[Entry]) -> Why:
    """Contexts as they are written; the first of very many."""
    named = [f"msgctxt {escape(one.context)}" for one in places[:FEW]]
    more = [f"(+{len(places) - FEW})"] if len(places) > FEW else []
    return "、".join([*named, *more]), ", ".join([*named, *more])
