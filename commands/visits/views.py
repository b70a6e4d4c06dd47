"""One visit: its card with what was heard and promised, and what is said about it."""

from collections.abc import Iterator
from datetime import date

from markupsafe import Markup

from commands.kit import Button, Post, Row, button, clip, in_rows, pack, private_link
from commands.visits.rules import PROMISES
from locales import Words, message
from storage.promises import BROKEN, KEPT, OPEN, VOID, Promise
from storage.visits import DATE, DONE, HEARD, PROMISE, STEPS, Visit

LINE = Markup("\n")
NAME, PROMISE_SHOWN, REASON = 30, 70, 40
HEARD_SHOWN, HEARD_FOR_PROMISE = 1000, 60
"""Characters of what was heard: the more promises there are, the fewer; the sheet has all."""
LINES_SHOWN = 20
WHO = 6
ASKED = 0
"""Instead of a day's ordinal: it is asked for."""
SAYINGS = {
    DATE: message("Step {number} of {count}: on which day was it?"),
    HEARD: message("Step {number} of {count}: what did you hear? Please reply to my question."),
    PROMISE: message(
        "Step {number} of {count}: what did you promise? Please reply to my question."
    ),
}


def only_in_private(words: Words, command: str, args: str) -> Post:
    """In a group: what an organisation said in confidence is for staff alone."""
    text = words.t("Visits are noted in our private chat only. Press the button and go on there.")
    return Post(text, ((private_link(words.t("Go on in private"), command, args),),))


def gone(words: Words) -> Markup:
    """For a button whose visit or promise is not there any more."""
    return words.t("This visit is not there any more. /visits shows all of them.")


def card(words: Words, visit: Visit, today: date) -> Post:
    """Everything, with what can be done now; while it is written step by step, the next step."""
    name = clip(visit.organisation, NAME)
    if visit.deleted_at is not None:
        text = words.t("🗑 Deleted: the visit to {name} on {day}", name=name, day=_day(words, visit))
        back = button(words.t("↩️ Take back"), pack("visits.restore", visit.id))
        return Post(text, ((back,),))
    text = LINE.join(_lines(words, visit, today))
    if visit.step != DONE:
        return Post(text, tuple(_step_rows(words, visit, today)))
    return Post(text, tuple(_rows(words, visit)))


def _lines(words: Words, visit: Visit, today: date) -> Iterator[Markup]:
    yield words.t("🚶 <b>Visit: {name}</b>", name=clip(visit.organisation, NAME))
    yield words.t("📅 {day}", day=_day(words, visit))
    names = [clip(one.name, NAME) or str(one.id) for one in visit.visitors[:WHO]]
    yield words.t("👥 {names}", names=words.list(names))
    shown = standing(visit)
    room = HEARD_SHOWN - HEARD_FOR_PROMISE * len(shown)
    heard = visit.heard if len(visit.heard) <= room else f"{visit.heard[:room]}…"
    said = [clip(line, room) for line in heard.splitlines()]
    if lines := [words.list([line]) for line in said if line][:LINES_SHOWN]:
        yield words.t("💬 {heard}", heard=LINE.join(lines))
    if shown:
        yield words.t("🤝 <b>Promised</b>")
    for number, one in enumerate(shown, start=1):
        yield Markup("{}. {}").format(number, promised(words, one, today))
    if visit.step != DONE:
        number = STEPS.index(visit.step) + 1
        asked = words.t(SAYINGS[visit.step], number=number, count=len(STEPS) - 1)
        yield Markup("\n👉 <b>{}</b>").format(asked)


def standing(visit: Visit) -> list[Promise]:
    """Its promises, but for those that were none."""
    return [one for one in visit.promises if one.state != VOID][:PROMISES]


def promised(words: Words, promise: Promise, today: date) -> Markup:
    """A promise in a line: what, by when, and how it stands."""
    said = words.list([clip(promise.words, PROMISE_SHOWN)])
    parts = [said, due(words, promise), state(words, promise, today)]
    return Markup(" · ").join(part for part in parts if part)


def due(words: Words, promise: Promise) -> Markup:
    """By when; also the day that was promised at first."""
    if promise.due_on is None:
        return Markup()
    day = words.day(promise.due_on, promise.due_on)
    if promise.first_due_on in {None, promise.due_on}:
        return words.t("by {day}", day=day)
    first = words.day(promise.first_due_on or promise.due_on, promise.due_on)
    return words.t("by {day} (at first {first})", day=day, first=first)


def state(words: Words, promise: Promise, today: date) -> Markup:
    """Whether it was kept; while it is open, how late it is."""
    if promise.state == KEPT:
        return words.t("✅ kept")
    if promise.state == BROKEN:
        return words.t("❌ not kept: {reason}", reason=clip(promise.reason, REASON))
    return lateness(words, promise, today)


def lateness(words: Words, promise: Promise, today: date) -> Markup:
    """How an open promise stands."""
    if promise.due_on is None:
        return words.t("⏳ no day yet")
    days = (today - promise.due_on).days
    if days > 0:
        return words.n("⚠️ {count} day late", "⚠️ {count} days late", days)
    return words.t("⏰ today") if days == 0 else words.t("⏳ open")


def settling(words: Words, promise: Promise, number: int | None = None) -> Row:
    """The buttons of one promise; several beside each other bear their numbers."""
    mark = "" if number is None else f" {number}"
    labels = (
        (words.t("✅ Kept{number}", number=mark), "visits.kept"),
        (words.t("📅 Put off{number}", number=mark), "visits.later"),
        (words.t("❌ Not kept{number}", number=mark), "visits.broken"),
    )
    return tuple(button(label, pack(name, promise.id)) for label, name in labels)


def reopening(words: Words, promise: Promise, number: int | None = None) -> Button:
    """What takes back that it is settled."""
    mark = "" if number is None else f" {number}"
    label = words.t("↩️ Promise{number}: open again", number=mark)
    return button(label, pack("visits.reopen", promise.id))


def _rows(words: Words, visit: Visit) -> Iterator[Row]:
    shown = standing(visit)
    is_alone = len(shown) == 1
    for number, one in enumerate(shown, start=1):
        place = None if is_alone else number
        if one.state == OPEN:
            yield settling(words, one, place)
        else:
            yield (reopening(words, one, place),)
    more = button(words.t("➕ Promise"), pack("visits.promise", visit.id))
    edit = button(words.t("✏️ Change"), pack("visits.edit", visit.id))
    delete = button(words.t("🗑 Delete"), pack("visits.delete", visit.id))
    yield (more, edit, delete) if len(shown) < PROMISES else (edit, delete)
    back = words.t("‹ {name}", name=clip(visit.organisation, 16))
    yield (button(back, pack("visits.of", visit.organisation_id)),)


def _step_rows(words: Words, visit: Visit, today: date) -> Iterator[Row]:
    place = STEPS.index(visit.step)
    if visit.step == DATE:
        yield from day_rows(words, visit.id, today, visit.held_on)
    on = message("✅ Done") if STEPS[place + 1] == DONE else message("Skip ▶")
    ways = [(words.t("◀ Previous"), place - 1)] if place else []
    ways.append((words.t("Next ▶") if visit.step == DATE else words.t(on), place + 1))
    yield tuple(button(label, pack("visits.step", visit.id, to)) for label, to in ways)
    yield (button(words.t("🗑 Delete"), pack("visits.delete", visit.id)),)


def day_rows(words: Words, visit_id: int, today: date, chosen: date) -> tuple[Row, ...]:
    """Today, and the two days before; another one is asked for."""
    near = (
        (words.t("Today"), 0),
        (words.t("Yesterday"), 1),
        (words.t("The day before"), 2),
    )
    buttons = []
    for label, before in near:
        ordinal = today.toordinal() - before
        tick = Markup("✅ ") if chosen.toordinal() == ordinal else Markup()
        buttons.append(button(tick + label, pack("visits.date", visit_id, ordinal)))
    other = button(words.t("Another day"), pack("visits.date", visit_id, ASKED))
    return in_rows([*buttons, other], 2)


def _day(words: Words, visit: Visit) -> str:
    return words.day(visit.held_on)
