"""What staff write of a course, read; which lesson is open; when somebody is reminded. Pure."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from commands.kit import Hours, clip
from locales import message
from storage.courses import Course
from storage.lessons import Lesson
from storage.quiz_questions import Written
from storage.studies import LESSON, PAPERS, PICTURES, Progress

TITLE_CHARACTERS = 40
LESSON_TITLE_CHARACTERS = 60
"""A longer first line is no title."""
LESSON_CHARACTERS = 3500
"""So that a lesson with its heading is one message (Bot API: text 1-4096 characters)."""
CAPTION_ROOM = 900
"""Words that go below a picture with their heading (Bot API: caption 0-1024 characters)."""
QUESTION_CHARACTERS, OPTION_CHARACTERS = 280, 100
"""Bot API, sendPoll: question 1-300 characters, of which we need some; options 1-100 each."""
OPTIONS = 10
EXPLANATION_CHARACTERS, EXPLANATION_LINES = 200, 3
"""Bot API, sendPoll: explanation 0-200 characters with at most 2 line feeds."""
DAYS = 3
MORNING = time(9)
"""Who wished it is reminded after so many days, at this hour."""
MARK = re.compile(r"^\s*(?:[*＊✓✔√☑✅])\s*")
"""What stands before the right option."""
REASON = re.compile(r"^\s*(?:解释|解析|说明|讲解|explanation|because)\s*[:：]\s*", re.IGNORECASE)

TOO_LONG = message("The question is too long: at most {most} characters.")
OPTION_TOO_LONG = message("An option is too long: at most {most} characters.")
TOO_MANY = message("These are too many options: at most {most}.")
TWO_RIGHT = message("Several options have a * in front. Exactly one is right.")
THE_SAME = message("Two options say the same.")
TOO_WORDY = message("The explanation is too long: at most {most} characters in 3 lines.")
MOST = {
    TOO_LONG: QUESTION_CHARACTERS,
    OPTION_TOO_LONG: OPTION_CHARACTERS,
    TOO_MANY: OPTIONS,
    TOO_WORDY: EXPLANATION_CHARACTERS,
}


class FaultError(Exception):
    """What was written cannot be asked; the argument is a sentence, marked with `message`."""


def read_title(words: str) -> str:
    """A title in one line; empty: no words, or too many."""
    line = " ".join(words.split())
    return line if len(line) <= TITLE_CHARACTERS else ""


def read_lesson(words: str) -> tuple[str, str]:
    """Title and text: a short first line is the title, a long one belongs to the text."""
    first, _, rest = words.strip().partition("\n")
    title = " ".join(first.split())
    if len(title) > LESSON_TITLE_CHARACTERS:
        return "", words.strip()
    return title, rest.strip()


def has_room(lesson: Lesson | None, words: str) -> bool:
    """True when a lesson can have these words as well."""
    had = units(lesson.title + lesson.text) if lesson else 0
    return had + units(words) <= LESSON_CHARACTERS


def units(text: str) -> int:
    """How long Telegram finds a text: most emoji count as two."""
    return len(text.encode("utf-16-le")) // 2


def read_question(words: str) -> Written:
    """A line for the question, one for each option, `*` before the right one, and why.

    Raises FaultError.
    """
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    text, *rest = lines or [""]
    if units(text) > QUESTION_CHARACTERS:
        raise FaultError(TOO_LONG)
    options, right, explanation = read_options(rest)
    return Written(text=text, options=options, right=right, explanation=explanation)


def read_options(lines: Sequence[str]) -> tuple[tuple[str, ...], int | None, str]:
    """The options, the place of the right one if a mark says so, and the explanation.

    Raises FaultError.
    """
    at = next((place for place, line in enumerate(lines) if REASON.match(line)), len(lines))
    options = tuple(MARK.sub("", line).strip() for line in lines[:at])
    marked = [place for place, line in enumerate(lines[:at]) if MARK.match(line)]
    explanation = "\n".join(REASON.sub("", line) for line in lines[at:]).strip()
    faults = (
        (len(options) > OPTIONS, TOO_MANY),
        (any(not 1 <= units(one) <= OPTION_CHARACTERS for one in options), OPTION_TOO_LONG),
        (len(set(options)) < len(options), THE_SAME),
        (len(marked) > 1, TWO_RIGHT),
    )
    for is_so, fault in faults:
        if is_so:
            raise FaultError(fault)
    return options, marked[0] if marked else None, read_explanation(explanation)


def read_explanation(words: str) -> str:
    """Why an option is right. Raises FaultError."""
    said = REASON.sub("", words.strip())
    if units(said) > EXPLANATION_CHARACTERS or said.count("\n") >= EXPLANATION_LINES:
        raise FaultError(TOO_WORDY)
    return said


def next_lesson(course: Course, progress: Progress) -> Lesson | None:
    """The first that was not opened; None: all were."""
    return next((one for one in course.lessons if one.id not in progress.opened), None)


def is_open(course: Course, progress: Progress, lesson_id: int) -> bool:
    """True for what was opened before, and for the lesson that comes next."""
    following = next_lesson(course, progress)
    return lesson_id in progress.opened or (following is not None and following.id == lesson_id)


def beside(course: Course, lesson_id: int) -> tuple[int, Lesson | None, Lesson | None]:
    """A lesson's number, from 1, and those before and after it; 0: it is there no more."""
    ids = [one.id for one in course.lessons]
    if lesson_id not in ids:
        return 0, None, None
    at = ids.index(lesson_id)
    before = course.lessons[at - 1] if at else None
    after = course.lessons[at + 1] if at + 1 < len(ids) else None
    return at + 1, before, after


def kinds(lesson: Lesson) -> Iterator[str]:
    """The messages that a lesson is: its pictures stand above its words, or go with them."""
    if lesson.pictures and not goes_along(lesson):
        yield PICTURES
    if lesson.papers:
        yield PAPERS
    yield LESSON


def goes_along(lesson: Lesson) -> bool:
    """True when one picture or film and the words are one message."""
    return len(lesson.pictures) == 1 and units(lesson.title + lesson.text) <= CAPTION_ROOM


def remind_at(hours: Hours, today: date) -> datetime:
    """In some days, in the morning, when people may be disturbed."""
    morning = datetime.combine(today + timedelta(DAYS), MORNING, hours.zone)
    return hours.on_working_day(morning)


def label(title: str, number: int, words: str) -> str:
    """What a lesson is called: by its title, else by its number in the reader's words."""
    return clip(title, LESSON_TITLE_CHARACTERS) or words.format(number=number)
