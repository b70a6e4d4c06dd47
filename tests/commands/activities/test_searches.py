"""What somebody wants to see of the activities."""

from datetime import date

import pytest
from hypothesis import given, strategies as st

from commands.activities.looking.searches import Search, read_search, span
from tests.commands.activities.scene import TODAY, on


@pytest.mark.parametrize(
    ("text", "search"),
    [
        ("", Search("")),
        ("兴隆 8月", Search("兴隆", 2016, 8)),
        ("12月", Search("", 2015, 12)),
        ("2015年12月 兴隆粮库", Search("兴隆粮库", 2015, 12)),
        ("2016-08", Search("", 2016, 8)),
        ("去年八月份", Search("", 2015, 8)),
        ("上月", Search("", 2016, 7)),
        ("上个月 粮库", Search("粮库", 2016, 7)),
        ("这个月", Search("", 2016, 8)),
        ("grain this month", Search("grain", 2016, 8)),
        ("last month", Search("", 2016, 7)),
        ("Aug 2015", Search("", 2015, 8)),
        ("2015年", Search("", 2015, 0)),
        ("今年", Search("", 2016, 0)),
        ("13月", Search("13月")),
        ("0月", Search("0月")),
        ("第六十中学", Search("第六十中学")),
    ],
)
def test_a_search_is_read(text: str, search: Search) -> None:
    assert read_search(text, TODAY) == search


@given(st.text(), st.dates(min_value=date(2000, 1, 1)))
def test_any_search_has_an_answer(text: str, today: date) -> None:
    search = read_search(text, today)
    assert search.year == 0 or span(search.year, search.month) is not None


def test_the_days_of_a_month_and_of_a_year() -> None:
    assert span(2016, 2) == (on(2, 1), on(2, 29))
    assert span(2016, 0) == (on(1, 1), on(12, 31))
    assert span(2016, 13) is None
    assert span(0, 8) is None


def test_a_search_of_four_thousand_spaces_is_read_in_no_time() -> None:
    assert read_search(f"兴隆{' ' * 4000}8月", TODAY) == Search("兴隆", 2016, 8)
