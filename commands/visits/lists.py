"""Lists of visits: by organisation with open promises first, and those of one organisation."""

from collections.abc import Iterator, Sequence
from datetime import date

from markupsafe import Markup

from commands.kit import Post, button, clip, in_rows, pack, page_of, pager
from commands.visits.views import LINE, NAME, PROMISE_SHOWN, lateness
from locales import Words
from storage.organisations import Organisation
from storage.promises import OPEN, VOID
from storage.visit_lists import Standing
from storage.visits import Visit

PAGE = 8
HEARD = 40
LABEL = 16
OPEN_SHOWN = 8


def overview(words: Words, found: Sequence[Standing], number: int, today: date) -> Post:
    """Every organisation that was visited."""
    if not found:
        note = button(words.t("➕ Note a visit"), pack("visits.new"))
        return Post(words.t("No visit was noted yet."), ((note,),))
    page = page_of(found, number, PAGE)
    waits, late = sum(one.open for one in found), sum(one.overdue for one in found)
    lines = [
        words.t(
            "🚶 <b>Visits</b>: {visits}, at {organisations} organisations",
            visits=words.number(sum(one.visits for one in found)),
            organisations=words.number(len(found)),
        )
    ]
    if waits:
        lines.append(words.t("🤝 Open promises: {open}, late: {late}", open=waits, late=late))
    lines += [_standing(words, one, today) for one in page.items]
    buttons = [
        button(words.list([clip(one.organisation, LABEL)]), pack("visits.of", one.organisation_id))
        for one in page.items
    ]
    note = button(words.t("➕ Note a visit"), pack("visits.new"))
    return Post(LINE.join(lines), (*in_rows(buttons), pager(page, "visits.list"), (note,)))


def of_one(
    words: Words, one: Organisation, found: Sequence[Visit], number: int, today: date
) -> Post:
    """The visits to one organisation; what is still to be kept stands first."""
    page = page_of(found, number, PAGE)
    lines = [words.t("🚶 <b>Visits to {name}</b>", name=clip(one.short_name, NAME))]
    if not found:
        lines.append(words.t("No visit was noted yet."))
    lines += list(_open(words, found, today))[:OPEN_SHOWN]
    for place, visit in enumerate(page.items, start=(page.number - 1) * PAGE + 1):
        day = words.day(visit.held_on, today)
        said = clip(visit.heard.partition("\n")[0], HEARD) or "—"
        lines.append(
            words.t(
                "{place}. {day} · {heard}{sum}", place=place, day=day, heard=said, sum=_sum(visit)
            )
        )
    buttons = [
        button(words.list([words.day(visit.held_on, today)]), pack("visits.show", visit.id))
        for visit in page.items
    ]
    note = button(words.t("➕ Note a visit"), pack("visits.begin", one.id))
    back = button(words.t("‹ All visits"), pack("visits.list", 1))
    turns = pager(page, "visits.of", one.id)
    return Post(LINE.join(lines), (*in_rows(buttons, 3), turns, (note, back)))


def _standing(words: Words, one: Standing, today: date) -> Markup:
    name = clip(one.organisation, NAME)
    day = words.day(one.last_on, today) if one.last_on else "—"
    line = words.n(
        "• {name}: {count} visit, last {day}",
        "• {name}: {count} visits, last {day}",
        one.visits,
        name=name,
        day=day,
    )
    if one.overdue:
        line += words.t(" · ⚠️ {late} of {open} promises late", late=one.overdue, open=one.open)
    elif one.open:
        line += words.n(" · {count} open promise", " · {count} open promises", one.open)
    return line


def _open(words: Words, found: Sequence[Visit], today: date) -> Iterator[Markup]:
    waits = [one for visit in found for one in visit.promises if one.state == OPEN]
    for one in sorted(waits, key=lambda one: (one.due_on is None, one.due_on or today)):
        yield words.t(
            "🤝 {words} · {state}",
            words=clip(one.words, PROMISE_SHOWN),
            state=lateness(words, one, today)
            if one.due_on is None or one.due_on <= today
            else words.t("by {day}", day=words.day(one.due_on, today)),
        )


def _sum(visit: Visit) -> Markup:
    """How many of its promises were settled."""
    said = [one for one in visit.promises if one.state != VOID]
    settled = sum(one.state != OPEN for one in said)
    return Markup(" · 🤝 {}/{}").format(settled, len(said)) if said else Markup()
