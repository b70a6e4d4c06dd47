"""What is announced, and what was done on the same days, by the same people, in such words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from commands.activities.looking import facts
from commands.activities.looking.lists import line_of
from commands.kit import Post, clip, payload_for, private_link
from commands.kit.spans import Span
from locales import Words
from storage.activity_lists import Listing
from storage.announcements import Announcement
from storage.organisations import Organisation
from storage.spellings import plain

FIND = "find"
"""The command that looks for words everywhere."""
LABEL = 16
WORDS = 30


@dataclass(frozen=True)
class Told:
    """What somebody asked for; None and the empty text stand for any."""

    span: Span | None = None
    organisation: Organisation | None = None
    words: str = ""


def held_too(told: Told, today: date) -> bool:
    """False for days that are all to come."""
    return told.span is None or told.span.first <= today


def fits(one: Announcement, told: Told) -> bool:
    """True when the words stand somewhere in it, and it is the organisation's."""
    said = plain(f"{one.title} {one.place} {one.organisation}")
    is_theirs = told.organisation is None or one.organisation_id == told.organisation.id
    return is_theirs and all(word in said for word in plain(told.words).split())


def coming(words: Words, found: Sequence[Announcement], today: date) -> Markup:
    """What is announced from today on."""
    if not found:
        return words.t("Nothing is announced at the moment.")
    return facts.LINE.join([words.t("📣 <b>Coming up</b>"), *_lines(words, found, today)])


def told(
    words: Words,
    told: Told,
    found: Sequence[Announcement],
    held: Listing | None,
    today: date,
) -> Post:
    """By what was asked for; what was reported stands below what was announced."""
    lines = [words.t("📅 <b>{what}</b>", what=_what(words, told, today))]
    if found:
        lines += [words.t("📣 Announced:"), *_lines(words, found, today)]
    if held is not None and held.lines:
        lines += [Markup(), words.t("📷 On record:")]
        lines += [Markup("• {}").format(line_of(words, one, today)) for one in held.lines]
        if held.activities > len(held.lines):
            lines.append(words.t("… /activities shows all of them"))
    if len(lines) > 1:
        return Post(facts.LINE.join(lines))
    lines.append(words.t("Nothing is announced or on record. /upcoming shows what is ahead."))
    if not told.words or payload_for(FIND, told.words) is None:
        return Post(facts.LINE.join(lines))
    label = words.t("🔍 Look for “{words}”", words=clip(told.words, LABEL))
    return Post(facts.LINE.join(lines), ((private_link(label, FIND, told.words),),))


def _what(words: Words, told: Told, today: date) -> Markup:
    parts: list[str | Markup] = []
    if told.span is not None:
        first, last = told.span.first, told.span.last
        days = [words.day(day, today) for day in dict.fromkeys((first, last))]
        parts.append(" – ".join(days))
    if told.organisation is not None:
        parts.append(clip(told.organisation.short_name, LABEL))
    if told.words:
        parts.append(words.t("“{words}”", words=clip(told.words, WORDS)))
    return Markup(" · ").join(parts)


def _lines(words: Words, found: Sequence[Announcement], today: date) -> Iterator[Markup]:
    for one in found:
        line = words.t(
            "{day} · {title} ({organisation})",
            day=f"{words.day(one.held_on, today)} {one.starts}".strip(),
            title=facts.name(one.title),
            organisation=clip(one.organisation, LABEL),
        )
        place = Markup(" 📍{}").format(clip(one.place, LABEL)) if one.place else Markup()
        yield line + place
