"""What staff write of a course, read; which lesson is open; when somebody is reminded."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from commands.courses import rules
from commands.courses.rules import FaultError
from commands.kit import Calendar, Hours, Span
from storage.courses import Course
from storage.lessons import Lesson, LessonFile
from storage.quiz_questions import Question, Written
from storage.studies import LESSON, PAPERS, PICTURES, Progress

HERE = ZoneInfo("Asia/Shanghai")
PHOTO = LessonFile(kind="photo", file_id="1")
PAPER = LessonFile(kind="document", file_id="2")


def lesson(number: int, text: str = "", files: tuple[LessonFile, ...] = ()) -> Lesson:
    return Lesson(id=number, course_id=1, place=number, title="一", text=text, files=files)


def course(asked: int = 0, share: int = 60) -> Course:
    questions = tuple(
        Question(id=n, course_id=1, place=n, text="？", options=("一", "二"), right=0)
        for n in range(asked)
    )
    held = (lesson(11), lesson(12), lesson(13))
    return Course(id=1, title="党课", state="open", share=share, lessons=held, questions=questions)


@pytest.mark.parametrize(
    ("words", "title", "text"),
    [
        ("标题\n第一段\n\n第二段", "标题", "第一段\n\n第二段"),
        ("  标题  ", "标题", ""),
        ("长" * 61, "", "长" * 61),
        ("长" * 61 + "\n下", "", "长" * 61 + "\n下"),
        ("", "", ""),
    ],
)
def test_a_short_first_line_is_the_title(words: str, title: str, text: str) -> None:
    assert rules.read_lesson(words) == (title, text)


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("几联动？", Written(text="几联动？")),
        ("几？\n三\n五", Written(text="几？", options=("三", "五"))),
        ("几？\n三\n* 五", Written(text="几？", options=("三", "五"), right=1)),
        (
            "几？\n\n＊五\n三\n解释：五个\n一起动",
            Written(text="几？", options=("五", "三"), right=0, explanation="五个\n一起动"),
        ),
        (
            "How many?\n✅ five\nthree\nExplanation: all of them",
            Written(
                text="How many?", options=("five", "three"), right=0, explanation="all of them"
            ),
        ),
        ("", Written(text="")),
    ],
)
def test_a_question_is_read_from_one_message(words: str, written: Written) -> None:
    assert rules.read_question(words) == written


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("题" * 281, rules.TOO_LONG),
        ("题\n*一\n*二", rules.TWO_RIGHT),
        ("题\n一\n一", rules.THE_SAME),
        ("题\n*\n二", rules.OPTION_TOO_LONG),
        ("题\n" + "\n".join("abcdefghijk"), rules.TOO_MANY),
        ("题\n一\n解释：a\nb\nc\nd", rules.TOO_WORDY),
    ],
)
def test_what_telegram_does_not_take_is_a_fault(words: str, fault: str) -> None:
    with pytest.raises(FaultError) as raised:
        rules.read_question(words)
    assert str(raised.value) == fault


@pytest.mark.parametrize(
    ("written", "lacks"),
    [
        (Written(text="？"), "options"),
        (Written(text="？", options=("一", "二")), "right"),
        (Written(text="？", options=("一", "二"), right=0), "explanation"),
        (Written(text="？", options=("一", "二"), right=0, explanation="因"), None),
    ],
)
def test_what_a_question_lacks_is_asked_next(written: Written, lacks: str | None) -> None:
    assert written.lacks == lacks


def test_emoji_count_as_telegram_counts_them() -> None:
    assert rules.has_room(None, "好" * 3500)
    assert not rules.has_room(None, "🎓" * 1751)
    assert not rules.has_room(lesson(1, "好" * 3499), "好")


def test_lessons_open_in_order_and_stay_open() -> None:
    begun = Progress(opened=frozenset({11, 13}))
    assert [rules.is_open(course(), begun, one) for one in (11, 12, 13, 14)] == [
        *(True, True, True, False)
    ]
    assert not rules.is_open(course(), Progress(), 12)
    assert rules.next_lesson(course(), Progress(opened=frozenset({11, 12, 13}))) is None


@pytest.mark.parametrize(
    ("asked", "share", "needed"), [(3, 60, 2), (5, 60, 3), (1, 60, 1), (3, 100, 3), (0, 60, 0)]
)
def test_a_share_is_so_many_questions(asked: int, share: int, needed: int) -> None:
    assert course(asked, share).needed == needed


@pytest.mark.parametrize(
    ("one", "kinds"),
    [
        (lesson(1), [LESSON]),
        (lesson(1, files=(PHOTO,)), [LESSON]),
        (lesson(1, "长" * 900, (PHOTO,)), [PICTURES, LESSON]),
        (lesson(1, files=(PHOTO, PHOTO, PAPER)), [PICTURES, PAPERS, LESSON]),
    ],
)
def test_one_picture_goes_with_short_words(one: Lesson, kinds: list[str]) -> None:
    assert list(rules.kinds(one)) == kinds


def test_who_wished_it_is_reminded_in_three_days_on_a_working_day() -> None:
    hours = Hours(HERE, Calendar(), Span.read("21:30-7:30"), working_days=True)
    thursday = date(2026, 8, 20)
    assert rules.remind_at(hours, thursday) == datetime(2026, 8, 24, 1, tzinfo=UTC)


def test_a_lesson_without_a_title_is_called_by_its_number() -> None:
    assert rules.label("", 2, "第 {number} 课") == "第 2 课"
    assert rules.label("{标题}", 2, "第 2 课") == "{标题}"


@pytest.mark.parametrize(
    ("words", "title"), [(" 认识\n联盟 ", "认识 联盟"), ("长" * 41, ""), ("", "")]
)
def test_a_title_is_one_line(words: str, title: str) -> None:
    assert rules.read_title(words) == title
