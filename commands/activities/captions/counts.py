"""How many people were served and how many took part, as captions say it."""

import re
from collections.abc import Iterable

from commands.activities.faults import Fault
from commands.kit.numbers import NUMBER, NUMERALS, WIDE, value_of

MOST = 1_000_000
"""More people than that are a slip of the finger."""

BREAKS = "，,。；;！!？?\n"
PEOPLE = r"\s*[余多来]?\s*(?:人次|人|名|位)(?![民大群士家才口物工员])"
SERVING = (
    "慰问|(?<!志愿)服务(?!站|中心|队|点|台|岗|大厅|日|月|周)|受益|受惠|帮助|救助|惠及|帮扶|资助"
    "|看望|走访|接待|探望|关爱|关怀"
)
JOINING = "参加|参与|出动|到场|出席|参会|组织|发动|动员"
ATTENDING = "参加|参与|到场|出席|加入"
VOLUNTEERS = "志愿者|义工|社工"
_HEADCOUNT = rf"(?:总?人[数次])?\s*[:：]?\s*{NUMBER}(?=\s|[{BREAKS}、]|$)"


def _until(stop: str) -> str:
    """A few words of the same clause, none of them one of these."""
    return rf"(?:(?!{stop})[^{BREAKS}0-9]){{0,15}}?"


_COUNT = rf"(?:[0-9]|[{NUMERALS}]+{PEOPLE})"
_NOT_JOINING = rf"(?!\s*(?:{ATTENDING})(?![^{BREAKS}]{{0,12}}{_COUNT}))"
_UNCOUNTED = rf"(?!(?:(?!{SERVING})[^{BREAKS}]){{0,12}}{_COUNT})"
SERVED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:{SERVING}){_until(f'{JOINING}|{VOLUNTEERS}')}{NUMBER}{PEOPLE}{_NOT_JOINING}",
        rf"(?:{SERVING}){_HEADCOUNT}",
        rf"{NUMBER}{PEOPLE}[^{BREAKS}\s0-9]{{0,8}}?(?:受益|受惠|获益|[得获]到?帮助)",
        rf"(?:为|给|向)\s*{NUMBER}{PEOPLE}",
        rf"\b(?:serv|help|reach|visit|support)(?:ed|ing|e)\s+(?:[a-z]+\s+){{0,3}}?{NUMBER}",
        rf"{NUMBER}\s+(?:[a-z]+\s+){{0,3}}?(?:served|helped|reached|visited)\b",
    )
)
JOINED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{NUMBER}{PEOPLE}[^{BREAKS}、\s0-9]{{0,8}}?(?:{ATTENDING}){_UNCOUNTED}",
        rf"(?:{JOINING}){_until(SERVING)}{NUMBER}{PEOPLE}",
        rf"(?:{JOINING}){_HEADCOUNT}",
        rf"(?:{VOLUNTEERS})\s*{NUMBER}{PEOPLE}",
        rf"{NUMBER}{PEOPLE}(?:党员)?(?:{VOLUNTEERS})",
        rf"{NUMBER}\s+(?:[a-z]+\s+){{0,3}}?(?:took\s+part|joined|participated|attended)\b",
        rf"\bjoined\s+by\s+{NUMBER}",
        rf"{NUMBER}\s+(?:[a-z]+\s+){{0,2}}?volunteers?\b",
    )
)
_ANY = re.compile(NUMBER)
_NEGATIVE = re.compile(r"(?:^|[^0-9])[-−]\s*[0-9]|负\s*[0-9一二两三四五六七八九十]")


def served(text: str) -> int | None:
    """How many people a caption says were served."""
    return _first(SERVED, text.translate(WIDE))


def joined(text: str) -> int | None:
    """How many people a caption says took part."""
    return _first(JOINED, text.translate(WIDE))


def read_count(text: str) -> int | Fault:
    """The one number that somebody wrote to correct a report."""
    text = text.translate(WIDE)
    if _NEGATIVE.search(text):
        return Fault.NEGATIVE_NUMBER
    numbers = [value_of(found["number"]) for found in _ANY.finditer(text)]
    if len(numbers) > 1:
        return Fault.SEVERAL_NUMBERS
    if not numbers or numbers[0] is None:
        return Fault.NO_NUMBER
    return Fault.TOO_MANY if numbers[0] > MOST else numbers[0]


def _first(patterns: Iterable[re.Pattern[str]], text: str) -> int | None:
    for pattern in patterns:
        for found in pattern.finditer(text):
            number = value_of(found["number"])
            if number is not None and number <= MOST:
                return number
    return None
