"""The settings as staff see them, and what their buttons bear."""

from datetime import date

import pytest

from commands.kit import Calendar, Hours, Span
from commands.preferences import rules, views
from commands.preferences.views import Chosen
from tests.commands.notices.scene import EN, ZH, check_limits, data, labels
from tests.vocabulary.clock import ZONE

TODAY = date(2026, 8, 20)
NIGHT = Span.read("21:30-7:30")


@pytest.mark.parametrize(
    ("numbers", "span"),
    [
        ((1290, 450), "21:30-07:30"),
        ((0, 1439), "00:00-23:59"),
        ((-1, -1), "None"),
        ((450, 450), "None"),
        ((1440, 450), "None"),
        ((450,), "None"),
        ((), "None"),
    ],
)
def test_a_button_bears_a_span(numbers: tuple[int, ...], span: str) -> None:
    assert str(rules.span(numbers)) == span


def test_every_button_says_what_it_does() -> None:
    for words in (ZH, EN):
        post = views.settings(words, Chosen(_hours(NIGHT)), TODAY, is_as_installed=False)
        check_limits(post)
        chosen = [key for key, label in zip(data(post), labels(post), strict=True) if "✅" in label]
        assert chosen == [
            *["preferences.quiet:1290:450"] * 2,
            *("preferences.working_days:0", "preferences.month:0"),
        ]


def test_when_nothing_is_quiet_a_beginning_makes_a_night() -> None:
    post = views.settings(ZH, Chosen(_hours(None)), TODAY, is_as_installed=True)
    assert "preferences.quiet:1320:450" in data(post)
    assert "🌙 安静时间：不设" in post.text
    assert "GONGJIAN_QUIET" in post.text


def test_it_says_when_holidays_are_not_known_any_more() -> None:
    known = views.settings(ZH, Chosen(_hours(NIGHT)), TODAY, is_as_installed=False)
    assert "节假日安排已知到 2026年12月31日 周四" in known.text
    unknown = views.settings(ZH, Chosen(_hours(NIGHT)), date(2028, 1, 1), is_as_installed=False)
    assert "⚠️ 节假日安排只知道到" in unknown.text


def _hours(quiet: Span | None) -> Hours:
    return Hours(ZONE, Calendar(), quiet, working_days=True)
