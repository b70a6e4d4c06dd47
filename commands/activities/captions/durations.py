"""How long people served: 3小时, 两个半小时, 90分钟; from nine to eleven is asked about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from commands.activities.captions.findings import Finding
from commands.activities.captions.quantities import BREAKS, EACH, REACH
from commands.activities.captions.records import fault_of
from commands.activities.faults import Fault
from commands.kit.numbers import NUMERALS, WIDE, value_of

HOUR, NOON, DAY = 60, 12, 24
_NUMBER = rf"(?:[0-9]{{1,4}}(?:\.[0-9]{{1,2}})?|[{NUMERALS}]{{1,8}}(?![{NUMERALS}]))"
DURATION = re.compile(
    r"(?P<about>约|近|超过|超|不到|不足|至少|大概|\babout\s|\bover\s|\bnearly\s)?\s*"
    rf"(?<![0-9A-Za-z.{NUMERALS}])(?:"
    rf"(?P<hours>{_NUMBER})\s*(?P<odd>[余多来几+])?\s*"
    r"(?:个?(?P<half>半)?\s*(?:小时|钟头)|(?:hours?|hrs?|h)\b)"
    rf"(?:\s*零?(?P<extra>{_NUMBER})\s*分钟?)?"
    rf"|(?P<half_hour>半个?(?:小时|钟头))"
    rf"|(?P<minutes>{_NUMBER})\s*(?:分钟|(?:minutes?|mins?)\b)"
    r")(?P<around>左右|以上|以内)?",
    re.IGNORECASE,
)
VAGUE = re.compile(r"半天|大半天|[一整]个?(?:天|上午|下午|晚上)(?!在)|全天|half a day|all day")
_PART = r"(?:上午|下午|早上|早|晚上|晚|中午|傍晚)?\s*"
_ANY_HOUR = rf"(?:[0-9]{{1,2}}|[{NUMERALS}]{{1,2}})"


def _clock(prefix: str) -> str:
    """A time of day, its parts named with this prefix."""
    minute = rf"[:：](?P<{prefix}_minute>[0-9]{{2}})|[点时](?P<{prefix}_half>半)?"
    return rf"{_PART}(?P<{prefix}>{_ANY_HOUR})(?:{minute})"


BETWEEN = re.compile(rf"{_clock('since')}\s*[-~—–至到]+\s*{_clock('until')}")
NOT_SERVED = re.compile(
    r"(?:提前|每天|每日|每周|每次|累计|总计|总时长|车程|值守|热线)[^，,。；;]{0,4}$"
)
SERVING = re.compile(
    r"(?:时长|时间|历时|持续|为时|服务|志愿|培训|讲课|上课|巡逻|宣传|打扫|清扫|座谈|排练|了|共|共计"
    r"|\b(?:for|duration:?|lasted|time:?))\s*[:：]?\s*$",
    re.IGNORECASE,
)
STARTS = re.compile(rf"(?:^|[\s、:：（({BREAKS}])$")
ENDS = re.compile(rf"\s*(?:$|[\s、）){BREAKS}.])")
"""A length by itself, or behind such a word, is the service's: 30分钟完成集结 is none."""
NOT_LASTING = re.compile(
    r"^(?:前|后|内|以前|之前|之内|车程|路程|热线|值班|值守|在岗|待命|营业|开放|不间断)"
)


@dataclass(frozen=True)
class Served:
    """The service time in minutes, and the words that name it, by their places in the text."""

    minutes: Finding[int]
    said: tuple[tuple[int, int], ...] = ()


def read_served(text: str) -> Served:
    """Sure of one length that is said; two hours of the clock, and half a day, are asked about."""
    text = text.translate(WIDE)
    lengths: dict[int, bool] = {}
    said = []
    for minutes, is_sure, span in (*_lengths(text), *_between(text)):
        said.append(span)
        if minutes is not None:
            lengths[minutes] = lengths.get(minutes, False) or is_sure
    vague = [found.span() for found in VAGUE.finditer(text)]
    return Served(_found(lengths, is_vague=bool(vague)), (*said, *vague))


def read_minutes(text: str) -> int | Fault:
    """The length that somebody wrote to correct a report; a number alone is hours."""
    text = text.translate(WIDE).strip()
    if re.fullmatch(_NUMBER, text):
        text += "小时"
    if re.match(r"[-−负]", text):
        return Fault.NO_HOURS
    lengths = {minutes for minutes, _, _ in _lengths(text) if minutes is not None}
    if len(lengths) != 1:
        return Fault.SEVERAL_NUMBERS if lengths else Fault.NO_HOURS
    minutes = lengths.pop()
    return fault_of("minutes", minutes) or minutes


def _found(lengths: dict[int, bool], *, is_vague: bool) -> Finding[int]:
    faults = [fault_of("minutes", one) for one in lengths]
    good = [one for one, fault in zip(lengths, faults, strict=True) if fault is None]
    if len(lengths) == len(good) == 1 and lengths[good[0]] and not is_vague:
        return Finding(good[0])
    fault = next((one for one in faults if one), Fault.NO_HOURS if is_vague else None)
    return Finding(candidates=tuple(good), fault=None if good else fault)


def _lengths(text: str) -> Iterator[tuple[int | None, bool, tuple[int, int]]]:
    """Each length with whether it is the service time; None for what is not served at all."""
    for found in DURATION.finditer(text):
        before = text[max(0, found.start() - REACH) : found.start()]
        minutes = _minutes(found)
        is_exact = not any(found[part] for part in ("about", "odd", "around"))
        after = text[found.end() : found.end() + REACH]
        is_other = bool(NOT_LASTING.search(after))
        is_served = bool(SERVING.search(before) or (STARTS.search(before) and ENDS.match(after)))
        is_sure = is_exact and is_served and not (EACH.search(before) or NOT_SERVED.search(before))
        yield (None if is_other else minutes), is_sure and minutes <= DAY * HOUR, found.span()


def _minutes(found: re.Match[str]) -> int:
    if found["half_hour"]:
        return HOUR // 2
    if found["minutes"]:
        return round(_value(found["minutes"]))
    extra = round(_value(found["extra"])) if found["extra"] else 0
    return round(_value(found["hours"]) * HOUR) + HOUR // 2 * bool(found["half"]) + extra


def _value(number: str) -> float:
    return float(value_of(number) or 0) if number[0] in NUMERALS else float(number)


def _between(text: str) -> Iterator[tuple[int | None, bool, tuple[int, int]]]:
    for found in BETWEEN.finditer(text):
        since, until = _moment(found, "since"), _moment(found, "until")
        if until <= since < NOON * HOUR:
            until += NOON * HOUR
        lasts = until - since
        yield (lasts if 0 < lasts <= NOON * HOUR else None), False, found.span()


def _moment(found: re.Match[str], prefix: str) -> int:
    """In minutes since midnight, or since noon."""
    minute = found[f"{prefix}_minute"]
    half = HOUR // 2 * bool(found[f"{prefix}_half"])
    return (value_of(found[prefix]) or 0) * HOUR + (int(minute) if minute else half)
