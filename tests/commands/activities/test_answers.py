"""What people write to correct a day or a number, and why it may not be taken."""

from datetime import date

import pytest

from commands.activities.captions.counts import read_count
from commands.activities.captions.held import read_day
from commands.activities.faults import Fault
from commands.activities.numbers import read_number
from commands.kit.numbers import value_of
from tests.commands.activities.scene import TODAY, on


def test_a_day_without_a_year_is_the_latest_that_was() -> None:
    january = date(2017, 1, 5)
    assert read_day("12月30日", january) == on(12, 30)
    assert read_day("1月5日", january) == january
    assert read_day("2月29日", january) == on(2, 29)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("8月13日", on(8, 13)),
        ("是昨天", on(8, 23)),
        ("2月30日", Fault.IMPOSSIBLE_DAY),
        ("13.45", Fault.IMPOSSIBLE_DAY),
        ("1234年8月13日", Fault.IMPOSSIBLE_DAY),
        ("2016年8月25日", Fault.FUTURE_DAY),
        ("明天", Fault.FUTURE_DAY),
        ("不记得了", Fault.NO_DAY),
        ("", Fault.NO_DAY),
    ],
)
def test_a_corrected_day(text: str, found: date | Fault) -> None:
    assert read_day(text, TODAY) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("30", 30),
        ("参加 30 人", 30),
        ("三十人", 30),
        ("0", 0),
        ("参加 -3人", Fault.NEGATIVE_NUMBER),
        ("负三人", Fault.NEGATIVE_NUMBER),
        ("党员30人，群众12人", Fault.SEVERAL_NUMBERS),
        ("很多人", Fault.NO_NUMBER),
        ("两三人", Fault.NO_NUMBER),
        ("1.5", Fault.NO_NUMBER),
        ("9999999", Fault.TOO_MANY),
        ("9" * 4096, Fault.NO_NUMBER),
    ],
)
def test_a_corrected_number(text: str, found: int | Fault) -> None:
    assert read_count(text) == found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", 10),
        ("十二", 12),
        ("两百", 200),
        ("二百零五", 205),
        ("一千二百三十四", 1234),
        ("三万", 30_000),
        ("1.2万", 12_000),
        ("1,200", 1200),
        ("一百二", None),
        ("二三", None),
    ],
)
def test_a_written_number(text: str, value: int | None) -> None:
    assert value_of(text) == value


@pytest.mark.parametrize(
    ("text", "number"),
    [("3", 3), (" ３号 ", 3), ("#12", 12), ("第3个", 3), ("", None), ("三", None), ("3 4", None)],
)
def test_the_number_of_an_activity(text: str, number: int | None) -> None:
    assert read_number(text) == number
