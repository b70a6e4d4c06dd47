"""What a sentence asks, by rules and the register, without a model. Pure.

Names, days, numbers and clues are taken out of it, and what is left over counts against a question.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from commands.asking.clues import Text, places
from commands.kit import Feature
from commands.kit.names import Mention, mentions
from commands.kit.questions import (
    AHEAD,
    BYGONE,
    CATEGORY,
    KIND,
    NUMBER,
    ORGANISATION,
    PAST,
    WHOLE_MONTH,
    WHOLE_WEEK,
    WORDS,
    Asked,
    Question,
)
from commands.kit.spans import Span, read_span
from storage.organisations import Organisation

SURE, MARGIN = 0.72, 0.08
"""So much of a question has to be there to answer it, and so much more than of the next one."""
PERHAPS = 0.42
"""So much to offer it as a button."""
OFFERED = 4
ENOUGH = 2
"""So many things speak for a question without a clue: an organisation and a month."""
DAYS = frozenset({AHEAD, PAST, BYGONE, WHOLE_WEEK, WHOLE_MONTH})
SIX_DAYS = timedelta(6)
LONGEST = 60
"""Longer sentences are no questions to a machine."""
A_NUMBER = re.compile(
    r"(?:第|编号|no\.?\s*|#|number\s+)?(?<![0-9])([0-9]{1,5})(?![0-9])\s*号?(?![0-9月年])"
)
GROUPS = {
    "community": "社区 communities",
    "enterprise": "企业 公司 enterprises",
    "social": "社会组织 社工",
    "stationed": "驻区单位 驻区",
}
KINDS = "党群教育", "民生工作", "区域文化", "安全稳定", "区域发展", "livelihood"
"""The five 联动 as `/activities` takes them."""


@dataclass(frozen=True)
class Reading:
    """A question that may be meant, with what was read for it, and how sure that is."""

    question: Question
    asked: Asked
    score: float

    @property
    def uses(self) -> frozenset[str]:
        """Of the days, the number and the kind, what the question asks for."""
        things = self.question.things.keys()
        days = {"span"} if things & DAYS else set()
        return frozenset(days | (things & {NUMBER, KIND}))

    @property
    def does(self) -> tuple[str, str]:
        """What would be done."""
        return self.question.command, self.question.args(self.asked)


@dataclass(frozen=True)
class Understood:
    """The readings, the likeliest first; `is_sure`: the first of them is meant."""

    readings: tuple[Reading, ...]
    is_sure: bool = False


@dataclass(frozen=True)
class _Parts:
    """What stands in a sentence, and where."""

    text: Text
    organisations: tuple[Organisation, ...]
    asked: Asked
    spans: Mapping[str, tuple[int, int]]
    """By what: `ORGANISATION`, `AHEAD` ..."""


def understand(
    words: str, features: Iterable[Feature], register: Sequence[Organisation], today: date
) -> Understood:
    """The questions that the words may be; none when they are none."""
    plain = unicodedata.normalize("NFKC", words).casefold().strip()
    if not plain or len(plain) > LONGEST:
        return Understood(())
    parts = _parts(plain, register, today)
    every = [
        reading
        for feature in features
        for question in feature.questions
        for reading in _read(question, parts)
        if reading.score >= PERHAPS
    ]
    every.sort(key=lambda one: -one.score)
    best: dict[tuple[str, str], Reading] = {}
    for one in every:
        best.setdefault(one.does, one)
    readings = tuple(best.values())
    next_score = readings[1].score if len(readings) > 1 else 0.0
    is_sure = bool(readings) and readings[0].score >= max(SURE, next_score + MARGIN)
    return Understood(readings[:OFFERED], is_sure)


def _parts(plain: str, register: Sequence[Organisation], today: date) -> _Parts:
    found = [one for one in mentions(plain, register) if one.who]
    text = Text(plain)
    spans: dict[str, tuple[int, int]] = {}
    asked = Asked(said=plain)
    mention = max(found, key=lambda one: (one.is_sure, one.end - one.start), default=None)
    if mention is not None:
        spans[ORGANISATION] = (mention.start, mention.end)
    rest = _without(plain, found)
    span = read_span(rest, today)
    if span is not None:
        for kind_of in _kinds(span, today):
            spans[kind_of] = (span.start, span.end)
        asked = replace(asked, span=span, when=plain[span.start : span.end])
        rest = rest[: span.start] + "□" * (span.end - span.start) + rest[span.end :]
    number = A_NUMBER.search(rest)
    if number is not None:
        spans[NUMBER] = number.span()
        asked = replace(asked, number=int(number[1]))
    for category, names in GROUPS.items():
        for name in names.split():
            if name in rest and CATEGORY not in spans:
                spans[CATEGORY] = (rest.index(name), rest.index(name) + len(name))
                asked = replace(asked, category=category)
    kind = next((one for one in KINDS if one in rest), "")
    if kind:
        spans[KIND] = (rest.index(kind), rest.index(kind) + len(kind))
        asked = replace(asked, kind=kind)
    return _Parts(text, _meant(mention, register), asked, spans)


def _meant(mention: Mention | None, register: Sequence[Organisation]) -> tuple[Organisation, ...]:
    return tuple(one for one in register if mention is not None and one.id in mention.who)


def _kinds(span: Span, today: date) -> tuple[str, ...]:
    """A whole week or month from this one on is looked up in the calendar."""
    if span.last < today:
        return (_kind(span, today),)
    if span.kind == "week" and span.last - span.first == SIX_DAYS:
        return (WHOLE_WEEK,)
    if span.kind == "month":
        return (WHOLE_MONTH,) if span.first > today else (PAST, WHOLE_MONTH)
    return (_kind(span, today),)


def _kind(span: Span, today: date) -> str:
    """A month or a year that has begun is looked back at; a week and a day by where they are."""
    if span.first > today:
        return AHEAD
    if span.kind in {"month", "year"}:
        return PAST
    return AHEAD if span.last >= today - timedelta(0) else BYGONE


def _read(question: Question, parts: _Parts) -> Iterable[Reading]:
    """With each of the organisations that may be meant."""
    there = set(parts.spans)
    if not question.needs - {WORDS} <= there:
        return
    strength, covered = 0.0, set(parts.text.fillers)
    for clue in question.clues:
        best = places(parts.text, clue, _taken(question, parts))
        if best is not None:
            strength += clue.weight * best.likeness
            covered |= best.at
    found = question.things.keys() & there
    if question.clues and not strength and not (found & question.needs or len(found) >= ENOUGH):
        return
    for thing in found:
        strength += question.things[thing]
        covered |= set(range(*parts.spans[thing]))
    left = parts.text.left(covered)
    asked = parts.asked
    if WORDS in question.things:
        if not left:
            return
        strength += question.things[WORDS]
        asked, left = replace(asked, words=left), ""
    share = 1 - len(left.replace(" ", "")) / max(1, parts.text.size)
    score = min(strength, 1.0) * share
    if ORGANISATION not in question.things:
        yield Reading(question, replace(asked, organisation=None), score)
        return
    for one in parts.organisations or (None,):
        yield Reading(question, replace(asked, organisation=one), score)


def _taken(question: Question, parts: _Parts) -> set[int]:
    """Where clues cannot stand, because a name or a day of the question does."""
    return {
        at
        for thing in question.things.keys() & parts.spans.keys()
        if thing != CATEGORY
        for at in range(*parts.spans[thing])
    }


def _without(text: str, found: Iterable[Mention]) -> str:
    for one in found:
        text = f"{text[: one.start]}{'□' * (one.end - one.start)}{text[one.end :]}"
    return text
