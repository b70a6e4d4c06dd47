"""What a line says of a visit, and when who promised is reminded."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from commands.kit import Calendar, Hours, Span
from commands.kit.reminding import next_reminder
from commands.visits import rules
from commands.visits.rules import Known
from storage.organisations import Organisation
from storage.people import Person
from storage.promises import Promised

HERE = ZoneInfo("Asia/Shanghai")
NOON = datetime(2026, 8, 24, 4, tzinfo=UTC)
"""A Monday."""
XINGLONG, DEPOT, UNICOM = (
    Organisation(id=number, position=number, name=name, short_name=short, category="community")
    for number, name, short in (
        (1, "兴隆社区党支部", "兴隆社区"),
        (2, "郑州兴隆国家粮食储备库", "兴隆粮库"),
        (3, "Unicom", "联通"),
    )
)
KNOWN = Known(
    NOON,
    HERE,
    (XINGLONG, DEPOT, UNICOM),
    (Person(id=1, name="王主任"), Person(id=2, name="小李（街道办）")),
)
PLAIN = Hours(HERE, Calendar())
OFFICE = Hours(HERE, Calendar(), Span.read("21:30-7:30"), working_days=True)


def on(month: int, day: int, year: int = 2026) -> date:
    return date(year, month, day)


@pytest.mark.parametrize(
    ("words", "whose", "held_on", "heard", "promised"),
    [
        (
            "兴隆社区 8月20日 反映停车难；承诺 9月1日前协调物业",
            (XINGLONG,),
            on(8, 20),
            "停车难",
            [("协调物业", on(9, 1))],
        ),
        (
            "8月20日走访兴隆社区，反映停车难。承诺9月1日前协调物业；月底前修好路灯",
            (XINGLONG,),
            on(8, 20),
            "停车难",
            [("协调物业", on(9, 1)), ("修好路灯", on(8, 31))],
        ),
        ("兴隆 昨天 停车难", (XINGLONG, DEPOT), on(8, 23), "停车难", []),
        ("粮库 反映8月1日停电", (DEPOT,), None, "8月1日停电", []),
        (
            "Unicom 20 August parking is hard; promised: talk to the manager by 1 September",
            (UNICOM,),
            on(8, 20),
            "parking is hard",
            [("talk to the manager", on(9, 1))],
        ),
        (
            "兴隆社区 上周五 承诺三天内答复；承诺：一个月内装窗",
            (XINGLONG,),
            on(8, 21),
            "",
            [("答复", on(8, 27)), ("装窗", on(9, 24))],
        ),
        ("兴隆社区 20号 路灯坏了", (XINGLONG,), on(8, 20), "路灯坏了", []),
        ("兴隆社区 28号 路灯坏了", (XINGLONG,), on(7, 28), "路灯坏了", []),
        ("兴隆社区 12月30日 x", (XINGLONG,), on(12, 30, 2025), "x", []),
        ("兴隆社区 周日 x", (XINGLONG,), on(8, 23), "x", []),
        ("兴隆社区 三天前 x", (XINGLONG,), on(8, 21), "x", []),
        (
            "兴隆社区 8.20 反映8.5吨垃圾没人运；承诺清运8.5吨垃圾",
            (XINGLONG,),
            on(8, 20),
            "8.5吨垃圾没人运",
            [("清运8.5吨垃圾", None)],
        ),
        ("兴隆社区 承诺9.1前答复", (XINGLONG,), None, "", [("答复", on(9, 1))]),
        ("兴隆社区 2月30日 停电", (XINGLONG,), None, "2月30日 停电", []),
        ("兴隆社区 明天 去看看", (XINGLONG,), None, "明天 去看看", []),
        ("你好", (), None, "你好", []),
        ("兴隆社区", (XINGLONG,), None, "", []),
    ],
)
def test_a_line_is_read(
    words: str,
    whose: tuple[Organisation, ...],
    held_on: date | None,
    heard: str,
    promised: list[tuple[str, date | None]],
) -> None:
    found = rules.read(words, KNOWN)
    assert (found.whose, found.held_on, found.heard) == (whose, held_on, heard)
    assert [(one.words, one.due_on) for one in found.promises] == promised


def test_who_went_along_is_read_from_the_names_of_staff() -> None:
    found = rules.read("兴隆社区 昨天 我和王主任、小李一起去 居民反映噪音大", KNOWN)
    assert (found.visitors, found.heard) == ((1, 2), "噪音大")
    assert rules.read("兴隆社区 反映小李的路灯没修", KNOWN).visitors == ()


@given(st.text(max_size=200))
def test_any_words_are_read_and_none_of_them_is_too_long(words: str) -> None:
    found = rules.read(words * 12, KNOWN)
    assert len(found.heard) <= rules.HEARD_CHARACTERS
    assert len(found.promises) <= rules.PROMISES
    assert all(0 < len(one.words) <= rules.PROMISE_CHARACTERS for one in found.promises)
    assert found.held_on is None or found.held_on <= KNOWN.day


def test_each_line_of_a_reply_is_a_promise() -> None:
    said = rules.read_promises("承诺9月1日前协调物业\n修路灯；月底前答复", NOON, HERE)
    assert said == (
        Promised(words="协调物业", due_on=on(9, 1)),
        Promised(words="修路灯"),
        Promised(words="答复", due_on=on(8, 31)),
    )


@pytest.mark.parametrize("words", ["没有", " 无。", "none", "跳过"])
def test_nothing_is_a_word(words: str) -> None:
    assert rules.says_nothing(words)
    assert not rules.says_nothing("没有人管")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("9月15日", on(9, 15)),
        ("下周五", on(9, 4)),
        ("本周内", on(8, 28)),
        ("两周内", on(9, 7)),
        ("下个月底", on(9, 30)),
        ("今天", on(8, 24)),
        ("2026年8月1日", None),
        ("2126年8月1日", None),
        ("改天", None),
        ("2月30日", None),
    ],
)
def test_a_new_day_is_read(words: str, day: date | None) -> None:
    assert rules.read_due(words, NOON, HERE) == day


def test_the_day_before_the_day_itself_and_then_every_week() -> None:
    moments, now = [], NOON
    for _ in range(5):
        now = next_reminder(PLAIN, on(9, 2), now)
        moments.append(now.astimezone(HERE).strftime("%m-%d %H:%M"))
    assert moments == ["09-01 09:00", "09-02 09:00", "09-09 09:00", "09-16 09:00", "09-23 09:00"]


def test_a_day_off_is_reminded_of_before_it_and_late_ones_after_it() -> None:
    """6 September 2026 is a Sunday; 20 September is one that is worked on."""
    moments, now = [], NOON
    for _ in range(3):
        now = next_reminder(OFFICE, on(9, 6), now)
        moments.append(now.astimezone(HERE).strftime("%m-%d %H:%M"))
    assert moments == ["09-04 09:00", "09-14 09:00", "09-20 09:00"]


@given(st.integers(-400, 400), st.integers(0, 24 * 60 * 40))
def test_the_next_reminder_is_always_still_to_come(days: int, minutes: int) -> None:
    now, due = NOON + timedelta(minutes=minutes), KNOWN.day + timedelta(days)
    for hours in (PLAIN, OFFICE):
        moment = next_reminder(hours, due, now)
        assert moment > now
        assert hours.is_open(moment)
