"""Rules on interview questions: every level of a competency has some where one has, they are questions, and no two are the same."""
from __future__ import annotations

from collections.abc import Iterator

from macros.loading.folder import Loaded
from macros.words.languages import LANGUAGES, Language
from macros.words.problems import Problem

FEWEST = 2  # for each level, so that one can be asked where the other brings nothing
ENDS = {"zh": "？", "en": "?"}


def levels_have_their_questions(loaded: Loaded) -> Iterator[Problem]:
    """A competency has interview questions for each of its levels, or for none."""
    for competency in loaded.handbook.competencies.values():
        if any(level.questions for level in competency.levels.values()):
            for id, level in competency.levels.items():
                if len(level.questions) < FEWEST:
                    zh, en = ("只有一个面试问题", "Only one interview question") if level.questions else ("没有面试问题", "No interview questions")
                    yield loaded.problem(
                        "competencies", competency.id, ("levels", id, *(["questions"] if level.questions else [])),
                        f"{zh}；一项能力要写就每级至少写{FEWEST}个", f"{en} here; a competency that has any has at least {FEWEST} at every level",
                    )


def questions_are_asked_once(loaded: Loaded) -> Iterator[Problem]:
    """An interview question is a question, and a competency asks none twice."""
    for competency in loaded.handbook.competencies.values():
        seen: dict[tuple[Language, str], str] = {}
        for id, level in competency.levels.items():
            for number, question in enumerate(level.questions):
                for language in LANGUAGES:
                    path = ("levels", id, "questions", number, language)
                    if not question[language].endswith(ENDS[language]):
                        yield loaded.problem("competencies", competency.id, path, f"不是问句；以“{ENDS[language]}”结尾",
                                             f"This is no question; end it with “{ENDS[language]}”")
                    if (language, question[language]) in seen:
                        first = seen[language, question[language]]
                        yield loaded.problem("competencies", competency.id, path, f"“{first}”一级已经这样问了；换一个问题",
                                             f"The level “{first}” asks this already; ask something else")
                    seen.setdefault((language, question[language]), id)
