"""How many people were served and how many took part, as captions say it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from commands.activities.captions.findings import Finding
from commands.activities.captions.quantities import BREAKS, Quantity, quantities
from commands.activities.captions.records import fault_of
from commands.activities.faults import Fault
from commands.kit.numbers import NUMBER, WIDE, value_of

BENEFICIARIES = (
    "困难(?:群众|学生|学子|家庭|户)?|居民|群众|老人|老党员|老干部|学子|孩子|儿童|小朋友|长者|患者"
    "|残疾人"
)
PARTICIPANTS = (
    "观众|听众|学员|师生|队员|员工|职工|党员|干部|医生|护士|医护人员|法官|民警|干警|警力|家长|代表|教师"
    "|老师|选手|群众演员|志愿者|义工|社工|volunteers?|students|pupils|members|staff|helpers|employees|workers"
)
_COUNTED = "学生|党员|志愿者|同志|医生|队员|职工|员工|代表|家长|社员|观众|听众|师生"
PEOPLE = (
    rf"个?(?:人次|人(?![民大群士家才口物工员])|名(?![称单额义次])|位(?![于置数一]))"
    rf"|个(?=(?:{BENEFICIARIES}|{_COUNTED}))"
    r"|(?=(?:[a-z]+\s+){0,2}(?:people|persons|residents|seniors|elders|pupils|students|children"
    r"|volunteers?|families|members|patients|guests|visitors|staff|helpers|employees|workers)\b)"
    r"|(?=(?:took\s+part|joined|participated|attended|served|helped)\b)"
)
SERVING = (
    "慰问|(?<!志愿)服务(?!站|中心|队|点|台|岗|大厅|日|月|周|时)|受益|受惠|帮助|救助|惠及|帮扶|资助"
    "|看望|走访|接待|探望|关爱|关怀"
)
JOINING = "参加|参与|出动|到场|出席|参会|组织|发动|动员"
ATTENDING = "参加|参与|到场|出席|加入|参会"
VOLUNTEERS = "志愿者|义工|社工"
CARING = "理发|义剪|剪发|量血压|测血压|测血糖|体检|检查|看病|诊疗|问诊|义诊|送去?|发放|提供"

MARK = "[\ue000-\uf8ff]"
"""Each number of people is one character while the words around it are looked at."""
FIRST_MARK, LAST_MARK = 0xE000, 0xF8FF
_NO_MEASURE = r"(?![家个户场次支组只项件条份本元块天小分年月周届期类种张台辆处所间栋])"
_ENDS = rf"(?=\s*(?:[{BREAKS}、]|$)|\s+{_NO_MEASURE})"
_LABELLED = rf"(?:总?人[数次])?\s*[:：]?\s*{NUMBER}{_ENDS}"


def _until(stop: str) -> str:
    """A few words of the same clause, none of them one of these."""
    return rf"(?:(?!{stop})[^{BREAKS}0-9\ue000-\uf8ff]){{0,15}}?"


_NOT_JOINING = rf"(?!\s*(?:{ATTENDING})(?![^{BREAKS}]{{0,12}}{MARK}))"
_UNCOUNTED = rf"(?!(?:(?!{SERVING})[^{BREAKS}]){{0,12}}{MARK})"
_GAP = rf"[^{BREAKS}、\s0-9\ue000-\uf8ff]{{0,8}}?"
SERVED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:{SERVING}){_until(f'{JOINING}|{VOLUNTEERS}')}(?P<mark>{MARK}){_NOT_JOINING}",
        rf"(?P<mark>{MARK}){_GAP}(?:受益|受惠|获益|[得获]到?帮助)",
        rf"(?:为|给)\s*(?P<mark>{MARK})",
        rf"(?:为|给){_until(f'{JOINING}|{VOLUNTEERS}')}(?:{CARING})\s*(?P<mark>{MARK})",
        rf"\b(?:serv|help|reach|visit|support)(?:ed|ing|e)\s+(?:[a-z]+\s+){{0,3}}?(?P<mark>{MARK})",
        rf"(?P<mark>{MARK})\s*(?:[a-z]+\s+){{0,3}}?(?:were\s+)?(?:served|helped|reached|visited)\b",
    )
)
JOINED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?P<mark>{MARK}){_GAP}(?:{ATTENDING}){_UNCOUNTED}",
        rf"(?:{JOINING}){_until(SERVING)}(?P<mark>{MARK})",
        rf"(?<![彰扬励问助待])(?:{VOLUNTEERS})\s*(?P<mark>{MARK})",
        rf"(?:^|[{BREAKS}])\s*(?P<mark>{MARK})(?:党员)?(?:{VOLUNTEERS})(?=\s*(?:[{BREAKS}]|$))",
        rf"(?P<mark>{MARK})\s*(?:[a-z]+\s+){{0,3}}?(?:took\s+part|joined|participated|attended)\b",
        rf"\bjoined\s+by\s+(?P<mark>{MARK})",
        rf"(?P<mark>{MARK})\s*(?:[a-z]+\s+){{0,2}}?volunteers?\b",
    )
)
LISTED = re.compile(
    rf"(?P<first>{MARK})[、和及与]\s*(?=[^{BREAKS}\s0-9\ue000-\uf8ff]{{0,8}}(?P<second>{MARK}))"
)
SPACED = re.compile(rf"({MARK})\s+(?=[^{BREAKS}\s0-9\ue000-\uf8ff]{{0,8}}({MARK}))")
PERHAPS_SERVED = re.compile(
    rf"(?:{BENEFICIARIES})[^{BREAKS}\s0-9\ue000-\uf8ff]{{0,2}}(?P<mark>{MARK})|(?<![来到]了)(?P<mark_too>{MARK})(?:{BENEFICIARIES})"
)
PERHAPS_JOINED = re.compile(
    rf"(?:{PARTICIPANTS})(?P<mark>{MARK})|(?P<mark_too>{MARK})\s*(?:{PARTICIPANTS})", re.IGNORECASE
)
"""Who they are says in which role they may have been there; enough to ask for no other."""
SERVED_LABEL = re.compile(rf"(?:{SERVING}|\b(?:served|helped)\s){_LABELLED}", re.IGNORECASE)
JOINED_LABEL = re.compile(rf"(?:{JOINING}|\bjoined by\s){_LABELLED}", re.IGNORECASE)
_ANY = re.compile(NUMBER)
_NEGATIVE = re.compile(r"(?:^|[^0-9])[-−]\s*[0-9]|负\s*[0-9一二两三四五六七八九十]")


@dataclass(frozen=True)
class Counts:
    """The people that a caption speaks of."""

    served: Finding[int]
    joined: Finding[int]


def read_counts(text: str) -> Counts:
    """Sure only of a number that stands alone in its role, with no other people unaccounted for."""
    text = re.sub(MARK, " ", text.translate(WIDE))
    people = [one for one in quantities(text, PEOPLE) if not one.is_part][: LAST_MARK - FIRST_MARK]
    marked = _marked(text, people)
    served, joined = _roles(SERVED, marked), _roles(JOINED, marked)
    _share(marked, served, joined)
    both = served & joined
    free = set(range(len(people))) - served - joined | both
    perhaps_served = free - (_roles([PERHAPS_JOINED], marked) - _beside(marked, served))
    perhaps_joined = free - (_roles([PERHAPS_SERVED], marked) - _beside(marked, joined))

    def found(mine: set[int], perhaps: set[int], label: re.Pattern[str]) -> Finding[int]:
        sure, unsure = ([people[at] for at in sorted(places)] for places in (mine - both, perhaps))
        return _found(sure, unsure, _label(label, marked))

    return Counts(
        found(served, perhaps_served, SERVED_LABEL), found(joined, perhaps_joined, JOINED_LABEL)
    )


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
    return fault_of("joined", numbers[0]) or numbers[0]


def _marked(text: str, people: Sequence[Quantity]) -> str:
    for place, one in reversed(list(enumerate(people))):
        text = f"{text[: one.start]}{chr(FIRST_MARK + place)}{text[one.end :]}"
    return text


def _roles(patterns: Iterable[re.Pattern[str]], marked: str) -> set[int]:
    """Which of the marks stand where such a number stands."""
    matches = (found for one in patterns for found in one.finditer(marked))
    marks = (one for found in matches for one in found.groupdict().values() if one)
    return {ord(mark) - FIRST_MARK for mark in marks}


def _share(marked: str, served: set[int], joined: set[int]) -> None:
    """Both do the same in 慰问老党员5人、困难户3人, and in 居民15人、干部4人参加."""
    pairs = [
        tuple(ord(found[part]) - FIRST_MARK for part in ("first", "second"))
        for found in LISTED.finditer(marked)
    ]
    for one, other in (*pairs, *(pair[::-1] for pair in reversed(pairs))):
        for role in (served, joined):
            if one in role and one not in served & joined and other not in served | joined:
                role.add(other)


def _beside(marked: str, those: set[int]) -> set[int]:
    """Numbers with nothing but a space between them and one of those: 老干部11人 小学生40人参加."""
    pairs = [
        (ord(one[1]) - FIRST_MARK, ord(one[2]) - FIRST_MARK) for one in SPACED.finditer(marked)
    ]
    return {b for a, b in pairs if a in those} | {a for a, b in pairs if b in those}


def _label(pattern: re.Pattern[str], marked: str) -> int | None:
    """A number without 人 behind it: 参加人数：40."""
    found = pattern.search(marked)
    return value_of(found["number"]) if found else None


def _found(mine: list[Quantity], free: list[Quantity], label: int | None) -> Finding[int]:
    if label is not None and not mine:
        mine = [Quantity(0, 0, (float(label),), is_exact=True)]
    exact = [one for one in mine if one.is_exact and not one.is_negative]
    if len(mine) == len(exact) == 1 and not free and exact[0].values[0].is_integer():
        count = int(exact[0].values[0])
        fault = fault_of("joined", count)
        return Finding(fault=fault) if fault else Finding(count)
    return _asked(mine, free)


def _asked(mine: list[Quantity], free: list[Quantity]) -> Finding[int]:
    """All together, and each; for numbers of nobody in particular too."""
    said = [*mine, *free]
    faulty = next((one for one in said if one.is_negative), None)
    each = [value for one in said if not one.is_negative for value in one.values]
    plain = [one.values[0] for one in said if one.is_exact and not one.is_negative]
    sums = [float(sum(plain))] if len(plain) > 1 else []
    counts = (int(one) for one in (*sums, *each) if one.is_integer())
    candidates = dict.fromkeys(one for one in counts if fault_of("joined", one) is None)
    return Finding(
        candidates=tuple(candidates),
        fault=Fault.NEGATIVE_NUMBER
        if faulty
        else None
        if candidates or not said
        else Fault.NO_NUMBER,
    )
