"""Publishing: whole, one at a time, named by content, five kept, taken back; and what is refused leaves everything as it was."""
from __future__ import annotations

import errno
import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.releasing import contents, releases
from macros.releasing.alone import alone
from macros.releasing.releases import kept, publish, taken_back
from macros.words.refused import Refused
from tests.generator.releasing.sites import made, says


def online(place: Path) -> Path:
    return place / "current"


def everything(place: Path) -> dict[str, bytes]:
    return {str(one.relative_to(place)): one.read_bytes() for one in place.rglob("*") if one.is_file()}


def test_each_release_stands_whole_and_the_one_before_comes_back(tmp_path):
    place = tmp_path / "site"
    first, second = publish(place, made("一")), publish(place, made("二"))
    assert first.before is None and second.before == first.name and says(online(place)) == {"二"}
    assert taken_back(place, None) == first.name and says(online(place)) == {"一"}
    with pytest.raises(Refused, match="keeps no release from before"):
        taken_back(place, None)
    assert taken_back(place, second.name) == second.name and says(online(place)) == {"二"}
    with pytest.raises(Refused, match=f"keeps no release “nobody”; there are: .*{second.name}"):
        taken_back(place, "nobody")


def test_after_taking_back_the_next_release_goes_back_to_what_was_online_and_not_to_what_was_taken_back(tmp_path):
    for word in "一二三":
        publish(tmp_path, made(word))
    taken_back(tmp_path, None)
    publish(tmp_path, made("四"))
    taken_back(tmp_path, None)
    assert says(online(tmp_path)) == {"二"}


def test_the_same_site_has_the_same_name_and_is_not_switched(tmp_path):
    first, again = publish(tmp_path / "site", made("一")), publish(tmp_path / "site", made("一"))
    assert again.name == again.before == first.name and not again.switched and re.fullmatch(r"1\.0-[0-9a-f]{12}", first.name)
    assert publish(tmp_path / "elsewhere", made("一")).name == first.name


def test_five_are_kept_and_never_without_the_one_online(tmp_path):
    names = [publish(tmp_path, made(word)).name for word in "一二三四五六七"]
    assert kept(tmp_path).names == tuple(names[-5:]) == tuple(sorted(names[-5:], key=names.index))
    taken_back(tmp_path, names[2])
    assert kept(tmp_path).online == names[2] and set(kept(tmp_path).names) == {*names[2:]}


def test_files_are_packed_and_readable_and_what_open_pages_ask_for_is_still_there(tmp_path):
    publish(tmp_path, made("一"))
    publish(tmp_path, made("二"))
    page = online(tmp_path) / "zh/1/index.html"
    assert gzip.decompress(page.with_name("index.html.gz").read_bytes()) == page.read_bytes() and page.stat().st_mode & 0o444 == 0o444
    assert len([*online(tmp_path).glob("assets/*.css")]) == 2
    publish(tmp_path, made("三"))
    assert {one.read_text() for one in online(tmp_path).glob("assets/*.css")} == {"/* 二 */", "/* 三 */"}
    assert not [*online(tmp_path).glob("zh/*/*.css")]


@pytest.mark.parametrize("spoilt, said", [
    (lambda new: (new / "en/3/index.html").unlink(), "lacks 1 pages, such as en/3/index.html"),
    (lambda new: (new / "404.html").unlink(), "such as 404.html"),
])
def test_a_site_that_is_not_whole_does_not_go_online(tmp_path, spoilt, said):
    publish(tmp_path, made("一"))
    before = everything(tmp_path)

    def make(new: Path) -> str:
        edition = made("二")(new)
        spoilt(new)
        return edition

    with pytest.raises(Refused, match=said):
        publish(tmp_path, make)
    assert everything(tmp_path) == before


@pytest.mark.parametrize("edition, goes", [("1.9", False), ("1.10", True), ("2", True), ("2026春", True)])
def test_an_edition_does_not_go_back(tmp_path, edition, goes):
    publish(tmp_path, made("一", "1.10"))
    if goes:
        publish(tmp_path, made("二", edition))
    else:
        with pytest.raises(Refused, match="1.10 is online already"):
            publish(tmp_path, made("二", edition))
    assert says(online(tmp_path)) == {"二" if goes else "一"}


def test_a_second_publisher_and_a_second_builder_are_told_to_wait(tmp_path):
    def make(new: Path) -> str:
        with pytest.raises(Refused, match="wait until it is done"):
            publish(tmp_path, made("二"))
        with pytest.raises(Refused, match="wait until it is done"):
            taken_back(tmp_path, first)
        return made("三")(new)

    first = publish(tmp_path, made("一")).name
    publish(tmp_path, make)
    assert says(online(tmp_path)) == {"三"}


def test_a_lock_leaves_nothing_behind_and_one_that_was_left_does_not_hold(tmp_path):
    (tmp_path / ".lock").write_text("left by one that died")
    with alone(tmp_path / ".lock", tmp_path):
        pass
    assert not [*tmp_path.iterdir()]


def test_a_foreign_folder_is_refused_and_nothing_was_ever_published_in_an_empty_one(tmp_path):
    (tmp_path / "mine.txt").write_text("kept")
    with pytest.raises(Refused, match="holds “mine.txt”, which handbook did not put there"):
        publish(tmp_path, made("一"))
    assert everything(tmp_path) == {"mine.txt": b"kept"}
    for command in (kept, lambda place: taken_back(place, None)):
        with pytest.raises(Refused, match="Nothing was ever published"):
            command(tmp_path)


@pytest.mark.parametrize("at", [1, 2, 5, 20, 40, 62, 63, 64, 90, 120])
def test_a_full_disk_leaves_what_is_online_and_nothing_half_made(tmp_path, monkeypatch, at):
    publish(tmp_path, made("一"))
    before, writes = everything(tmp_path), iter(range(1000))

    def write(open_as_ever):
        def full(self: Path, *rest: object, **options: object) -> int:
            if next(writes) >= at:
                raise OSError(errno.ENOSPC, "No space left on device")
            return open_as_ever(self, *rest, **options)
        return full

    monkeypatch.setattr(Path, "write_text", write(Path.write_text))
    monkeypatch.setattr(Path, "write_bytes", write(Path.write_bytes))
    with pytest.raises(Refused, match="the disk is full, make room and try again"):
        publish(tmp_path, made("二"))
    assert everything(tmp_path) == before and says(online(tmp_path)) == {"一"}


def test_where_the_switch_was_not_noted_the_link_says_what_is_online(tmp_path, monkeypatch):
    first = publish(tmp_path, made("一")).name
    monkeypatch.setattr(releases, "put", lambda file, raw: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        publish(tmp_path, made("二"))
    found = kept(tmp_path)
    assert says(online(tmp_path)) == {"二"} and found.before == first and found.online == found.names[-1]


def test_the_name_says_the_edition_in_letters_that_a_path_may_have():
    assert contents.name_of(Path("/nowhere"), "2026春 / 1").startswith("2026-1-")
    assert contents.name_of(Path("/nowhere"), "春").startswith("edition-")


def test_what_is_online_is_made_good_and_what_was_spoilt_is_not_taken_back(tmp_path):
    first, second = publish(tmp_path, made("一")).name, publish(tmp_path, made("二")).name
    assert taken_back(tmp_path, None) == first and taken_back(tmp_path, second) == second  # with what each has from the other
    for name in (first, second):
        (tmp_path / "releases" / name / "zh/1/index.html").write_text("spoilt")
    with pytest.raises(Refused, match=f"“{first}” is not whole any more"):
        taken_back(tmp_path, None)
    done = publish(tmp_path, made("二"))
    assert done.name == done.before == second and done.switched and says(online(tmp_path)) == {"二"}
    assert not publish(tmp_path, made("二")).switched


def test_packing_is_the_same_each_time(tmp_path):
    (tmp_path / "a.html").write_text("x" * 2000)
    contents.pack(tmp_path)
    first = (tmp_path / "a.html.gz").read_bytes()
    (tmp_path / "a.html.gz").unlink()
    contents.pack(tmp_path)
    assert (tmp_path / "a.html.gz").read_bytes() == first


def test_an_edition_that_is_past_stays_readable_and_leads_to_today(tmp_path):
    publish(tmp_path, made("一", "1.0"))
    publish(tmp_path, made("二", "1.0"))
    assert not (tmp_path / "editions").exists()
    publish(tmp_path, made("三", "1.1"))
    page = (tmp_path / "editions/1.0/zh/3/index.html").read_text(encoding="utf-8")
    assert not (tmp_path / "editions/1.0/worker.js").exists()  # devices keep nothing of it
    assert "二" in page and "三" not in page and 'content="noindex"' in page
    assert '<a href="../../../../zh/3/">看现行的这一页</a>' in page and "这是第1.0版当时的内容。" in page
    assert "You are reading edition 1.0 as it was." in (tmp_path / "editions/1.0/en/3/index.html").read_text(encoding="utf-8")
    assert "noindex" not in (tmp_path / "releases").joinpath(kept(tmp_path).names[-2], "zh/3/index.html").read_text(encoding="utf-8")
    changes = (online(tmp_path) / "zh/changes/index.html").read_text(encoding="utf-8")
    assert '</p>\n<p class="actions"><a href="../../editions/1.0/zh/">看当时的手册</a></p>' in changes
    publish(tmp_path, made("四", "2.0"))
    assert sorted(one.name for one in (tmp_path / "editions").iterdir()) == ["1.0", "1.1"]


def test_the_page_of_a_record_leads_to_itself_as_it_was_where_it_was_there(tmp_path):
    def with_records(word: str, edition: str, *pages: str, **words: str) -> Callable[[Path], str]:
        def make(new: Path) -> str:
            made(word, edition)(new)
            for language in ("zh", "en"):
                for page in pages:
                    (new / language / page).mkdir(parents=True)
                    (new / language / page / "index.html").write_text("", encoding="utf-8")
                (new / language / "changes/since.json").write_text(json.dumps({"editions": [], **words}), encoding="utf-8")
            return edition
        return make

    def told(language: str) -> dict[str, object]:
        return json.loads((online(tmp_path) / language / "changes/since.json").read_text(encoding="utf-8"))

    publish(tmp_path, with_records("一", "1.0", "roles/a", was="当时"))
    assert "kept" not in told("zh")
    publish(tmp_path, with_records("二", "1.1", "roles/a", "kpis/b", was="当时"))
    assert told("zh")["kept"] == told("en")["kept"] == {"1.0": ["kpis/b"]}
    publish(tmp_path, with_records("三", "2.0", "roles/a", "kpis/b", "competencies/c", was="当时"))
    assert told("en")["kept"] == {"1.0": ["competencies/c", "kpis/b"], "1.1": ["competencies/c"]}
    publish(tmp_path, with_records("四", "2.1", "roles/a"))
    assert "kept" not in told("zh"), "the public edition says nothing of editions that are past"


def test_an_edition_that_is_kept_again_takes_the_place_of_itself_and_leaves_nothing_beside(tmp_path):
    first = publish(tmp_path, made("一", "1.0")).name
    publish(tmp_path, made("二", "2.0"))
    taken_back(tmp_path, first)
    (tmp_path / "editions/.new/left").mkdir(parents=True)
    publish(tmp_path, made("三", "2.0"))
    assert [one.name for one in (tmp_path / "editions").iterdir()] == ["1.0"]
    assert "一" in (tmp_path / "editions/1.0/zh/3/index.html").read_text(encoding="utf-8")


def test_a_release_that_is_deleted_is_none_before_and_one_that_was_spoilt_is_made_anew(tmp_path):
    names = [publish(tmp_path, made(word)).name for word in "一二三四五六"]
    assert not [one for one in (tmp_path / "releases").iterdir() if one.name.startswith(".")]
    (tmp_path / "releases" / names[2] / "zh/1/index.html").unlink()
    (tmp_path / "releases/.left").mkdir()
    assert publish(tmp_path, made("三")).name == names[2] and says(online(tmp_path)) == {"三"}
    assert kept(tmp_path).names[-1] == names[2] and not (tmp_path / "releases/.left").exists()


def test_pages_that_are_open_find_their_styles_after_going_back_as_well(tmp_path):
    publish(tmp_path, made("一"))
    publish(tmp_path, made("二"))
    taken_back(tmp_path, None)
    assert {one.read_text() for one in online(tmp_path).glob("assets/*.css")} == {"/* 一 */", "/* 二 */"}


def test_what_did_not_change_is_the_same_file(tmp_path):
    publish(tmp_path, made("一"))
    before = (online(tmp_path) / "404.html").stat().st_ino, (online(tmp_path) / "assets").stat().st_ino

    def make(new: Path) -> str:
        made("一")(new)
        (new / "zh/1/index.html").write_text("<article>一二</article>", encoding="utf-8")
        return "1.0"

    publish(tmp_path, make)
    assert (online(tmp_path) / "404.html").stat().st_ino == before[0] and "二" in (online(tmp_path) / "zh/1/index.html").read_text(encoding="utf-8")


def test_where_the_disk_is_full_after_the_switch_it_is_told_as_done(tmp_path, monkeypatch):
    first = publish(tmp_path, made("一")).name
    publish(tmp_path, made("二"))

    def full(file: Path, raw: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(releases, "put", full)
    monkeypatch.setattr(contents, "put", full)
    assert taken_back(tmp_path, None) == first == kept(tmp_path).online and kept(tmp_path).before is None
