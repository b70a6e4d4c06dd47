"""How fast notices are answered: counted in working time, said in words that help."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, strategies as st

from commands.kit import Calendar
from commands.notices.figures import durations, pages
from commands.notices.figures.habits import Advice, Habit, habits
from commands.notices.figures.paces import Clock, Pace, middle, pace_of
from locales import Words, plain
from storage.organisations import Organisation
from storage.paces import Case, Member, Record, Sent
from storage.people import Liaison
from tests.commands.notices.scene import EN, HOSTILE, ZH, check_limits, labels, organisation
from tests.vocabulary.clock import ZONE

CLOCK = Clock(ZONE, Calendar())
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
THURSDAY = datetime(2026, 8, 20, 10, 0, tzinfo=ZONE)


def at(day: int, hour: int, minute: int = 0, month: int = 8) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("begin", "end", "worked"),
    [
        (at(20, 10), at(20, 10, 12), 12 * MINUTE),
        (at(20, 17, 50), at(21, 9, 10), 20 * MINUTE),  # over a night
        (at(21, 17), at(24, 10), 2 * HOUR),  # over a weekend
        (at(22, 10), at(22, 15), timedelta(0)),  # a Saturday
        (at(22, 10), at(24, 9, 5), 5 * MINUTE),
        (at(20, 9), at(28, 18), 7 * 9 * HOUR),
        (at(30, 17, month=9), at(8, 10, month=10), 2 * HOUR),  # over the National Day's week
        (at(20, 12), at(20, 11), timedelta(0)),  # a clock that was set back
    ],
)
def test_working_time_alone_counts(begin: datetime, end: datetime, worked: timedelta) -> None:
    assert CLOCK.between(begin, end, is_urgent=False) == worked
    assert CLOCK.between(begin.astimezone(UTC), end, is_urgent=False) == worked


def test_of_an_urgent_notice_all_time_counts() -> None:
    assert CLOCK.between(at(22, 10), at(22, 15), is_urgent=True) == 5 * HOUR
    assert CLOCK.between(at(20, 12), at(20, 11), is_urgent=True) == timedelta(0)


@given(st.integers(0, 10_000), st.integers(0, 5_000), st.integers(0, 5_000))
def test_who_answers_later_was_never_faster(start: int, first: int, more: int) -> None:
    begin = THURSDAY + start * MINUTE
    one, other = begin + first * MINUTE, begin + (first + more) * MINUTE
    sooner = CLOCK.between(begin, one, is_urgent=False)
    assert sooner <= CLOCK.between(begin, other, is_urgent=False) <= other - begin


def answered(*minutes: int) -> list[datetime]:
    return [THURSDAY + one * MINUTE for one in minutes]


def test_half_and_nine_tenths_are_of_all_that_were_asked() -> None:
    first = answered(*range(1, 11))
    paced = pace_of(CLOCK, THURSDAY, first, 10, is_urgent=False)
    assert paced == Pace(5 * MINUTE, 9 * MINUTE, is_urgent=False)
    assert pace_of(CLOCK, THURSDAY, first, 20, is_urgent=False) == Pace(
        10 * MINUTE, None, is_urgent=False
    )
    assert pace_of(CLOCK, THURSDAY, first, 21, is_urgent=True) == Pace(None, None, is_urgent=True)
    assert pace_of(CLOCK, THURSDAY, [], 3, is_urgent=False) == Pace(None, None, is_urgent=False)
    assert pace_of(CLOCK, THURSDAY, first, 2, is_urgent=False) is None


def test_the_order_in_which_answers_are_read_is_nothing() -> None:
    first = answered(9, 1, 5, 3, 7)
    assert pace_of(CLOCK, THURSDAY, first, 5, is_urgent=False) == pace_of(
        CLOCK, THURSDAY, sorted(first), 5, is_urgent=False
    )
    assert middle([3 * HOUR, MINUTE, 2 * HOUR, DAY]) == 2 * HOUR
    assert middle([]) is None


@pytest.mark.parametrize(
    ("span", "is_urgent", "chinese", "english"),
    [
        (timedelta(0), False, "0 分钟", "0 minutes"),
        (timedelta(seconds=1), False, "1 分钟", "1 minute"),
        (12 * MINUTE, False, "12 分钟", "12 minutes"),
        (91 * MINUTE, False, "2 小时", "2 hours"),
        (9 * HOUR, False, "9 小时", "9 hours"),
        (10 * HOUR, False, "2 个工作日", "2 working days"),
        (10 * HOUR, True, "10 小时", "10 hours"),
        (30 * HOUR, True, "2 天", "2 days"),
    ],
)
def test_spans_are_said_as_people_say_them(
    span: timedelta,
    is_urgent: bool,  # noqa: FBT001 - a table's column
    chinese: str,
    english: str,
) -> None:
    assert durations.duration(ZH, span, is_urgent=is_urgent) == chinese
    assert durations.duration(EN, span, is_urgent=is_urgent) == english


def test_a_pace_is_one_sentence() -> None:
    both = Pace(12 * MINUTE, 3 * HOUR, is_urgent=False)
    assert durations.pace(ZH, both) == "⏱ 按上班时间算，一半单位 12 分钟内反馈，九成 3 小时。"
    urgent = Pace(12 * MINUTE, 3 * HOUR, is_urgent=True)
    assert durations.pace(ZH, urgent) == "⏱ 一半单位 12 分钟内反馈，九成 3 小时。"
    assert "还不到九成" in durations.pace(ZH, Pace(MINUTE, None, is_urgent=False))
    assert "还不到一半" in durations.pace(ZH, Pace(None, None, is_urgent=True))
    assert "half answered within 12 minutes" in durations.pace(EN, both)


def record(*cases: Case, is_reachable: bool = True) -> Record:
    """Of one organisation, asked by six notices."""
    sent = tuple(
        Sent(id=n, number=n, text="开会", sent_at=THURSDAY, is_urgent=False) for n in range(1, 7)
    )
    who = Liaison(id=7, name="陈姐", is_reachable=is_reachable)
    return Record(
        notices=sent,
        members=(Member(organisation=organisation(1), liaisons=(who,)),),
        cases=cases,
    )


def case(notice_id: int, minutes: int | None = 5, **facts: datetime) -> Case:
    usual: dict[str, object] = {"organisation_id": 1, "reminded_at": None, "called_at": None}
    answered_at = None if minutes is None else THURSDAY + minutes * MINUTE
    return Case.model_validate(
        usual | {"notice_id": notice_id, "answered_at": answered_at, **facts}
    )


def advised(found: Record) -> Habit:
    (habit,) = habits(found, CLOCK)
    return habit


def test_what_may_help_is_decided_by_what_helped() -> None:
    quick = [case(n) for n in range(1, 7)]
    late = [case(n, 90, reminded_at=THURSDAY) for n in range(1, 5)]
    rung = [case(n, 90, reminded_at=THURSDAY, called_at=THURSDAY) for n in (1, 2)]
    assert advised(record(*quick)).advice is Advice.NONE
    assert advised(record(*late)).advice is Advice.EARLIER
    assert advised(record(*late[:3])).advice is Advice.NONE, "three notices say little"
    assert advised(record(*rung, *late[2:])).advice is Advice.CALL
    assert advised(record(*quick, is_reachable=False)).advice is Advice.NOBODY


def test_a_habit_counts_first_answers() -> None:
    habit = advised(record(case(1, 5), case(2, 7), case(3, None), case(4, 60, called_at=THURSDAY)))
    assert (habit.asked, habit.answered, habit.called, habit.reminded) == (4, 3, 1, 0)
    assert habit.usual == 7 * MINUTE
    text = plain(pages.by_organisation(ZH, [habit], 4, 1).text)
    assert "• 单位1：3/4 · 多在 7 分钟内 · 电话后 1" in text


def test_suggestions_name_nobody_who_needs_none_and_keep_the_registers_order() -> None:
    def one(number: int, advice: Advice) -> Habit:
        return Habit(organisation(number), 6, 5, HOUR, 4, 0, advice)

    found = [one(1, Advice.EARLIER), one(2, Advice.NONE), one(3, Advice.NOBODY)]
    lines = plain(pages.by_organisation(ZH, [*found, one(4, Advice.EARLIER)], 6, 1).text)
    assert "📵 私信联系不上：单位3。" in lines
    assert "⏰ 多在提醒之后反馈：单位1、单位4。" in lines
    assert "👍 其余 1 家不用催" in lines
    order = [lines.index(f"• 单位{n}：") for n in (1, 2, 3, 4)]
    assert order == sorted(order)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("words", [ZH, EN])
def test_nothing_that_people_write_breaks_a_limit(words: Words, text: str) -> None:
    def named(number: int) -> Organisation:
        return organisation(number).model_copy(update={"short_name": text})

    advices = list(Advice)
    many = [Habit(named(n), 50, 49, 9 * DAY, 9, 9, advices[n % 4]) for n in range(300)]
    sent = Sent(id=1, number=10**9, text=text, sent_at=THURSDAY, is_urgent=False)
    paced = Pace(9 * DAY, 99 * DAY, is_urgent=False)
    for post in (
        *(pages.by_organisation(words, many, 50, n) for n in (0, 1, 2, 99)),
        pages.by_organisation(words, [], 0, 1),
        *(pages.by_notice(words, [(sent, paced), (sent, None)] * 25, n) for n in (1, 7)),
        pages.by_notice(words, [], 1),
    ):
        check_limits(post)
        assert labels(post)
