"""Which files a folder may hold, and each of them as read."""
from __future__ import annotations

import difflib
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping

from macros.loading.characters import LARGEST_FILE
from macros.loading.contents import Contents
from macros.loading.document import Document, read
from macros.loading.homes import ABOUT, EITHER, FILES, FOLDERS, IN_FOLDERS
from macros.loading.house_style import STYLE
from macros.loading.kept import Kept
from macros.loading.translations import LOCK
from macros.model.record import ID
from macros.words.problems import FILE_NAME, Problem, Problems

# Files of samples/ that are copied into a folder and take the id of a record for their name.
SAMPLES = {"role.yml": "roles", "competency.yml": "competencies", "kpi.yml": "kpis", "practice.yml": "practices"}
# What a file of each folder may have for keys.
KEYS = {kind: frozenset(info.alias or field for field, info in model.model_fields.items()) for kind, model in IN_FOLDERS.items()}
OFFICE = "~$"  # how a file begins that Office keeps beside an open one
# What editors, tools that merge, and those that keep folders alike leave beside a file.
LEFT_OVER = re.compile(r"\.(bak|tmp|orig|rej|old|save|sw[op]|part|patch|diff|crdownload|kate-swp)$|[._](base|local|remote|backup)([._]\d+)?\.ya?ml$"
                       r"|conflicted copy|sync-conflict|冲突(的)?副本|\.sb-[0-9a-f-]+$|___jb_", re.I)
ENDING = re.compile(r"(\.ya?ml)?(\.ya?ml|\.txt)$", re.I)
COPY = re.compile(r"[ _-]*(?:的?副本|复制|拷贝|\bcopy\b|\(\d+\))[ _]*(?:\d+|\(\d+\))?((?:\.[A-Za-z]+)*)$", re.I)
HIDDEN = ("名称以点开头，系统会把它藏起来，里面的内容没有读；改名为“{}”，不要的就删掉",
          "Its name begins with a dot, which hides it, and nothing in it was read; rename it to “{}”, or delete it")
NO_FILE = ("这里不是能读的文件，是链接、文件夹或别的什么，里面的内容没有读；把文件本身放在这里，不要的就删掉",
           "This is no file that can be read but a link, a folder or something else, and nothing in it was read; put the files themselves here, or delete it")
NO_RECORD = ("里面没有一行像这里要写的内容，多半是别的文件存错了名称；照samples里的样本写，不要的就删掉",
             "Not a line of it is like what belongs here, so another file was likely saved under this name; "
             "write it as in the sample in samples/, or delete it")
NO_TEXT = (b"version https://git-lfs", b"<", b"{\\rtf", b"%PDF", b"PK", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")  # told of as what they are
CONFLICT = re.compile(rb"(?m)^[ \t]*(<{7}|={7}|>{7})")
CLOSED = ("这个文件打不开；检查它的权限，链接换成文件本身", "This file cannot be opened; check its permissions, and put the file in place of a link")

LOCKS = (LOCK, "urls.lock", "urls.public.lock")  # what commands keep beside the records


def is_drawing(name: str) -> bool:
    """Whether a file is one that handbook.yml may name as the logo."""
    return "/" not in name and name.endswith(".svg")


def _is_document(name: str) -> bool:
    return _fits(name) and meant(name) == name and not _is_hidden(name) and not LEFT_OVER.search(name)


def _stem(name: str) -> str:
    return name.rpartition("/")[2].removesuffix(".yml")


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") for part in name.split("/"))


def _fits(name: str) -> bool:
    return name in (ABOUT, STYLE) or name in FILES or (name.count("/") == 1 and name.split("/")[0] in IN_FOLDERS and name.endswith(".yml"))


def documents_in(found: Contents, folder: str, kept: Kept, before: Mapping[str, Document], problems: list[Problem]) -> dict[str, Document]:
    """Every file of a handbook as read: before, in an earlier run, or now. One that cannot be read holds nothing."""
    documents: dict[str, Document] = {}
    renamed = _renamed_folders(found)
    problems += [Problem(f"{folder}/{wrong}", 1, 1, "", *_in_a_renamed_folder(right, count), FILE_NAME) for wrong, (right, count) in renamed.items()]
    for name, raw in found.items():
        file = f"{folder}/{name}"
        if name.partition("/")[0] in renamed:  # what stands in it is not there yet
            documents.setdefault(f"{renamed[name.partition('/')[0]][0]}/{name.partition('/')[2]}", Document(file, None, b""))
            continue
        if _is_document(name):
            if raw is not None and _is_no_record(name, raw):
                problems.append(Problem(file, 1, 1, "", *NO_RECORD))
                documents[name] = Document(file, None, raw)
                continue
            try:
                documents[name] = document = _document(name, file, raw, kept, before.get(name))
                if right := _of_another_kind(name, document.data):
                    problems.append(Problem(file, 1, 1, "", *_in_the_wrong_folder(right, right in found), FILE_NAME))
                    del documents[name]
                    documents.setdefault(right, Document(file, None, b""))
                    continue
                problems += document.slips
            except Problems as wrong:
                problems += wrong.problems
                documents[name] = Document(file, None, raw or b"")
        elif not is_drawing(name) and name not in LOCKS:
            problems.append(misnamed(folder, name, found))
            right = meant(name) or placed(name, raw) or nearly(name)
            if right and right not in found and re.fullmatch(ID, _stem(right)):  # what stands in it is not there yet, and nothing is concluded from that
                documents.setdefault(right, Document(file, None, b""))
        elif raw is None:
            problems.append(Problem(file, 1, 1, "", *CLOSED))
    return documents


def _renamed_folders(found: Contents) -> dict[str, tuple[str, int]]:
    """Folders of several records whose names are almost those that they should have, which no folder has: with that name, and how many files they hold."""
    count = Counter(name.partition("/")[0] for name in found if name.count("/") == 1 and name.endswith(".yml"))
    near = {one: difflib.get_close_matches(one.lower(), IN_FOLDERS, 1, 0.7) for one, files in count.items() if one not in IN_FOLDERS and files > 1}
    return {one: (right[0], count[one]) for one, right in near.items() if right and right[0] not in count and not one.startswith(".")}


def _in_a_renamed_folder(right: str, count: int) -> tuple[str, str]:
    return (f"文件夹名不对，里面的{count}个文件没有读；改名为“{right}”",
            f"The folder is not called what it should be, and none of the {count} files in it was read; rename it to “{right}”")


def _is_no_record(name: str, raw: bytes) -> bool:
    """Whether a file has several lines of text, and none that begins like a field of what belongs there: it was made for something else."""
    if len(raw) > LARGEST_FILE or raw.count(b"\n") < 2 or b"\0" in raw or raw.startswith(NO_TEXT) or name in (ABOUT, STYLE):
        return False
    kind = name.partition("/")[0]
    wanted = KEYS.get(kind) if "/" in name else FILES[name].keys()
    begins = {word.decode().lower() for word in re.findall(rb"(?m)^[^\w#]*([A-Za-z_]+)", raw)}
    return bool(begins) and not begins & {*(wanted or ()), "name", "zh", "en"} and not CONFLICT.search(raw)


def _document(name: str, file: str, raw: bytes | None, kept: Kept, before: Document | None) -> Document:
    if raw is None:
        raise Problems([Problem(file, 1, 1, "", *CLOSED)])
    if len(raw) > LARGEST_FILE and name.removesuffix(".yml") in EITHER:
        raise Problems([Problem(file, 1, 1, "", *_too_large(name.removesuffix(".yml")))])
    document = Document(file, None, raw)
    if before and before.data is not None and before.stamp == document.stamp:
        return before
    document.data = kept.get(document.stamp)
    if document.data is None:
        document = read(raw, file)
        if not document.slips:
            kept.put(document.stamp, document.data)
    return document


def meant(name: str) -> str | None:
    """The name that a file of a handbook should have: without what Windows, browsers and editors add, and with the right ending."""
    if _fits(name) and re.fullmatch(ID, name.rpartition("/")[2].removesuffix(".yml")):
        return name
    if name.rpartition("/")[2].startswith(OFFICE):
        return None
    plain = unicodedata.normalize("NFKC", name).replace("。", ".")
    place, _, file = plain.rpartition("/")
    file = re.sub(r"[ _-]*[ _][ _-]*", "-", re.sub(r" *\. *", ".", ENDING.sub(".yml", COPY.sub(r"\1", file.strip()).strip())))
    right = f"{place}/{file}" if place else file
    stem = file.removesuffix(".yml").lower()
    return right.lower() if _fits(right.lower()) and re.fullmatch(ID, stem) and name != right else name if _fits(name) else None


def placed(name: str, raw: bytes | None) -> str | None:
    """Where a file belongs that lies beside the folders: in that of the kind whose fields it has, where it can be told."""
    if "/" in name or not name.endswith(".yml") or not re.fullmatch(ID, name.removesuffix(".yml")):
        return None
    fields = {key.decode() for key in re.findall(rb"^([a-z_]+):", raw or b"", re.M)}
    fitting = {kind: len(fields & keys) for kind, keys in KEYS.items()}
    best = max(fitting, key=fitting.__getitem__)
    return f"{best}/{name}" if fitting[best] > 2 and list(fitting.values()).count(fitting[best]) == 1 else None


def _of_another_kind(name: str, data: object) -> str | None:
    """Where a file of a folder belongs that has the fields of another kind, and hardly any of its own."""
    kind, _, file = name.partition("/")
    if not file or not isinstance(data, dict):
        return None
    if whole := next((one for one, kinds in FILES.items() if data and data.keys() <= kinds.keys()), None):  # all records of a kind
        return whole
    fitting = {other: len(data.keys() & keys) for other, keys in KEYS.items()}
    best = max(fitting, key=fitting.__getitem__)
    return f"{best}/{file}" if fitting[best] > fitting[kind] + 2 and list(fitting.values()).count(fitting[best]) == 1 else None


def _in_the_wrong_folder(right: str, taken: bool) -> tuple[str, str]:
    if taken:
        return (f"这个文件不属于这个文件夹，里面的内容没有读；已有“{right}”，是副本就删掉，不是就换个编号移过去",
                f"The file does not belong in this folder, and nothing in it was read; “{right}” is there already: delete a copy, or give it another id there")
    return (f"放错了文件夹，里面的内容没有读；移到“{right}”", f"The file is in the wrong folder, and nothing in it was read; move it to “{right}”")


def nearly(name: str) -> str | None:
    """The file of a handbook whose name is most like one that has no place in it."""
    stem = name.rpartition("/")[2].partition(".")[0]
    near = difflib.get_close_matches(name, [ABOUT, STYLE, *FILES, *(f"{kind}/{stem}.yml" for kind in IN_FOLDERS if "/" in name)], 1, 0.7)
    return near[0] if near else None


def misnamed(folder: str, name: str, found: Contents) -> Problem:
    """What to say of a file that has no place under its name."""
    return Problem(f"{folder}/{name}", 1, 1, "", *_said_of(name, found), FILE_NAME)


def _said_of(name: str, found: Contents) -> tuple[str, str]:
    right = meant(name)
    if name in SAMPLES:
        return f"每条记录一个文件；存为{SAMPLES[name]}/<编号>.yml", f"One file per record; save it as {SAMPLES[name]}/<id>.yml"
    if name.rpartition("/")[2].startswith(OFFICE):
        return "这是Office打开文件时留下的；关掉那个文件，再删掉它", "Office left this while a file was open; close that file and delete this one"
    if _is_hidden(name):
        plain = "/".join(part.lstrip(".") for part in name.split("/"))
        zh, en = (plain.replace("/yml", f"/<{id}>.yml") if plain.endswith("/yml") else plain for id in ("编号", "id"))
        return HIDDEN[0].format(zh), HIDDEN[1].format(en)
    if name in found and found[name] is None:
        return NO_FILE
    if LEFT_OVER.search(name) or right in found:
        return "这是编辑器或人留下的副本；删掉，或移到别处", "This is a copy that an editor or a person made; delete it, or move it out of here"
    if right:
        return (f"文件名不对，里面的内容没有读；改名为“{right}”",
                f"The file is not called what it should be, and nothing in it was read; rename it to “{right}”")
    if belongs := placed(name, found.get(name)):
        return f"放错了地方，里面的内容没有读；移到“{belongs}”", f"The file is in the wrong place, and nothing in it was read; move it to “{belongs}”"
    together = f"{name.partition('/')[0].lower()}.yml"
    if "/" in name and together in FILES and together.removesuffix(".yml") not in IN_FOLDERS:
        return f"这里不放这个文件；这一类的记录都写在{together}里", f"No such file belongs here; records of this kind all stand in {together}"
    near = nearly(name)
    zh, en = (f"是不是“{near}”？", f"did you mean “{near}”?") if near else (
        f"记录以.yml结尾，放在{'、'.join(FOLDERS)}里；{'、'.join(EITHER)}也可以各有一个文件夹",
        f"records end in .yml and stand in one of these folders: {', '.join(FOLDERS)} or, if you keep one for them, {', '.join(EITHER)}",
    )
    return f"这里不放这个文件；{zh}", f"No such file belongs here; {en}"


def _too_large(kind: str) -> tuple[str, str]:
    return (f"文件超过{LARGEST_FILE // 1024}KB；每条记录存成一个文件，放进{kind}/",
            f"The file is larger than {LARGEST_FILE // 1024} kB; save each record as a file of its own in {kind}/")
