"""Where a text names days and times: `8月28日（周五）下午3点至5点`, `Friday 28 August at 3 pm`."""

import re

from commands.kit.days import MONTHS
from commands.kit.numbers import NUMERALS

_N = rf"(?:\d{{1,2}}|[{NUMERALS}]{{1,3}})"
_DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_MONTHS = "|".join(MONTHS)
_HOUR = rf"(?:\d{{1,2}}|(?<=[午上晚早晨])[{NUMERALS}]{{1,3}})"
_PART = "凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|[早晚](?=\\d)"
_WHEN = (
    rf"(?:20\d\d年)?{_N}月(?!份)(?:{_N}[日号]|底|初|中旬)?",
    r"(?<!\d)20\d\d[-./]\d{1,2}[-./]\d{1,2}(?!\d)",
    r"(?<!\d)\d{1,2}[日号](?!楼|线|院|文|通知)",
    r"(?:下下|下|本|这)?个?(?:周|星期|礼拜)[一二三四五六日天]",
    r"(?:大后|今|明|后)天|[今明](?=[早晚])|(?:下个?|本)?月(?:底|末)",
    _PART,
    r"\b\d{1,2}(?::\d{2})?\s*[ap]\.?m\b\.?",
    r"(?<![\d:：])\d{1,2}[:：]\d{2}(?![\d:：])",
    rf"{_HOUR}(?:点(?!建议|意见)|时(?!代))(?:钟|整|半|[一三]刻|{_N}分)?",
    rf"\b(?:(?:next|this) )?(?:{_DAYS})\b",
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTHS})[a-z]*(?: 20\d\d)?\b",
    rf"\b(?:{_MONTHS})[a-z]* \d{{1,2}}(?:st|nd|rd|th)?(?:,? 20\d\d)?\b",
    r"\b(?:today|tomorrow|tonight|noon)\b",
)
_ONE = "|".join(f"(?:{one})" for one in _WHEN)
_BETWEEN = r"[\s（）(),，]{0,2}(?:[-~—–～至到]|at|to)?[\s（）(),，]{0,2}"
_MENTION = re.compile(rf"(?:{_ONE})(?:{_BETWEEN}(?:{_ONE}))*[)）]?", re.IGNORECASE)


def mentions(text: str) -> list[tuple[int, int]]:
    """The places of the text, from and up to, that name a day or a time; a span is one place."""
    return [_fitting(text, *found.span()) for found in _MENTION.finditer(text)]


def _fitting(text: str, first: int, last: int) -> tuple[int, int]:
    """Without a closing bracket whose opening one stands before it."""
    inside = text[first:last]
    opened = inside.count("(") + inside.count("（")
    closed = inside.count(")") + inside.count("）")
    return first, last - (closed > opened)
