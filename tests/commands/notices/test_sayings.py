"""When a notice is to go out, in people's words."""

from datetime import datetime

import pytest

from commands.notices.schedules import sayings
from tests.vocabulary.clock import ZONE

NOW = datetime(2026, 8, 20, 9, 0, tzinfo=ZONE)
"""A Thursday."""


@pytest.mark.parametrize(
    ("text", "rule", "moments"),
    [
        ("明天8点", "once", ["08-21 08:00", "08-21 20:00"]),
        ("明天早上8点", "once", ["08-21 08:00"]),
        ("下周一", "once", ["08-24 09:00"]),
        ("9月1日", "once", ["09-01 09:00"]),
        ("tomorrow 8 am", "once", ["08-21 08:00"]),
        ("每周五上午9点", "weekly:4", ["08-21 09:00"]),
        ("每个星期一下午3点半", "weekly:0", ["08-24 15:30"]),
        ("every Friday 9 am", "weekly:4", ["08-21 09:00"]),
        ("每月5号", "monthly:5", ["08-20 09:00"]),
        ("每个月31日下午2点", "monthly:31", ["08-20 14:00"]),
        ("every month on the 5th at 4 pm", "monthly:5", ["08-20 16:00"]),
        ("每月最后一个工作日下午4点", "month-end", ["08-20 16:00"]),
        ("last working day 4 pm", "month-end", ["08-20 16:00"]),
        ("每月最后一个工作日", "month-end", ["08-20 09:00"]),
    ],
)
def test_what_people_say(text: str, rule: str, moments: list[str]) -> None:
    said = sayings.read(text, NOW, ZONE)
    assert said is not None
    assert said.rule == rule
    shown = [one.astimezone(ZONE).isoformat(" ", "minutes")[5:16] for one in said.moments]
    assert shown == moments


@pytest.mark.parametrize(
    "text",
    [
        *("", "尽快", "每天9点", "每月35号", "每月零号", "2月30日", "25点"),
        *("每周", "weekly", "every day at 9"),
    ],
)
def test_what_names_no_moment_and_no_rule(text: str) -> None:
    assert sayings.read(text, NOW, ZONE) is None
