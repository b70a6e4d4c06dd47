"""How fast organisations see to what people say: to the first word, and until it is solved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from statistics import median

from markupsafe import Markup

from commands.kit import Button, Post, button, clip, pack, page_of, pager
from commands.voices.drafts import LINE
from commands.voices.letters import NAME
from locales import Words
from storage.voice_lists import Stretch

PAGE = 12
HOURS_IN_DAY = 24
SOON = 48
"""Fewer hours are said in hours."""


@dataclass(frozen=True)
class Pace:
    """One organisation's; a median, so one that took long does not hide the others."""

    organisation: str
    asked: int
    open: int
    answered: int
    solved: int
    to_first_word: timedelta | None
    to_solution: timedelta | None
    reopened: int


def of_each(stretches: Sequence[Stretch]) -> list[Pace]:
    """In the order of the register."""
    grouped = groupby(stretches, key=lambda one: (one.organisation_id, one.organisation))
    return [_pace(name, tuple(own)) for (_, name), own in grouped]


def shown(words: Words, found: Sequence[Pace], number: int) -> Post:
    """A line for each organisation."""
    if not found:
        return Post(words.t("📊 Nothing was passed on yet."))
    page = page_of(found, number, PAGE)
    lines = [words.t("📊 <b>How fast it is seen to</b> (medians)")]
    lines += [_line(words, one) for one in page.items]
    return Post(LINE.join(lines), (pager(page, "voices.figures"), (excel(words),)))


def excel(words: Words) -> Button:
    return button(words.t("📄 As an Excel sheet"), pack("voices.book"))


def duration(words: Words, span: timedelta | None) -> Markup:
    """Hours up to two days, then days."""
    if span is None:
        return Markup("—")
    hours = span.total_seconds() / 3600
    if hours < SOON:
        return words.n("{count} hour", "{count} hours", max(1, round(hours)))
    return words.n("{count} day", "{count} days", round(hours / HOURS_IN_DAY))


def _pace(name: str, own: Sequence[Stretch]) -> Pace:
    first = [one.first_word_at - one.passed_at for one in own if one.first_word_at]
    solved = [one.solved_at - one.passed_at for one in own if one.solved_at]
    return Pace(
        organisation=name,
        asked=len(own),
        open=sum(
            one.ended_at is None and one.solved_at is None and one.state == "passed" for one in own
        ),
        answered=len(first),
        solved=len(solved),
        to_first_word=_median(first),
        to_solution=_median(solved),
        reopened=sum(one.reopened for one in own),
    )


def _median(spans: Sequence[timedelta]) -> timedelta | None:
    if not spans:
        return None
    return timedelta(seconds=median(one.total_seconds() for one in spans))


def _line(words: Words, one: Pace) -> Markup:
    return words.t(
        "• {name}: {asked} in all, {open} open · first word {first} · solved {solved}",
        name=clip(one.organisation, NAME),
        asked=one.asked,
        open=one.open,
        first=duration(words, one.to_first_word),
        solved=duration(words, one.to_solution),
    )
