"""Whether points still hold, as their keepers read it, and who says otherwise. Pure."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from commands.kit import Button, Post, button, clip, in_rows, pack
from commands.points import sayings
from commands.points.openings import read
from locales import Words, plain
from storage.point_checks import Check, Overdue, mark_of
from storage.point_complaints import Complaint
from storage.points import Point

MOST = 10
"""So many points are shown in one question; who has more looks at the list."""
NAME, LABEL, SAID = 40, 20, 300
LINE = Markup("\n")


def check(words: Words, asked: Check, own: Sequence[Point], today: date) -> Post:
    """Each with hours and phone, which change most."""
    open_ones = [one for one in own if one.confirmed_at < asked.asked_at]
    name = clip(asked.organisation, NAME)
    if not open_ones:
        text = words.t("✅ The service points of {name} are confirmed. Thank you!", name=name)
        return Post(text, ((_list(words, asked),),))
    lines = [
        words.n(
            "🗺 Twice a year I ask: is this service point of {name} still right?",
            "🗺 Twice a year I ask: are these {count} service points of {name} still right?",
            len(open_ones),
            name=name,
        )
    ]
    rows = []
    for place, one in enumerate(open_ones[:MOST], start=1):
        lines.append(_line(words, place, one, today))
        label = words.t("✏️ {place}. {name}", place=place, name=clip(one.name, LABEL))
        rows.append(button(label, pack("points.show", one.id)))
    if len(open_ones) > MOST:
        hidden = len(open_ones) - MOST
        lines.append(words.n("… and {count} other.", "… and {count} others.", hidden))
    right = button(
        words.t("✅ All of it is right"), pack("points.all_right", asked.id, mark_of(own))
    )
    return Post(LINE.join(lines), ((right,), *in_rows(rows, 1), (_list(words, asked),)))


def overdue(words: Words, found: Sequence[Overdue], day: date) -> Post:
    """For staff."""
    back = button(words.t("‹ Service map"), pack("points.all", 1))
    since = words.day(day)
    if not found:
        text = words.t("🎉 Every service point was confirmed since {day}.", day=since)
        return Post(text, ((back,),))
    lines = [words.t("⏳ <b>Not confirmed since {day}</b>", day=since)]
    lines += [
        words.t("• {name}: {count}", name=clip(one.short_name, NAME), count=one.count)
        for one in found[: MOST * 2]
    ]
    buttons = [
        button(words.list([clip(one.short_name, LABEL)]), pack("points.of", one.organisation_id, 1))
        for one in found[: MOST * 2]
    ]
    return Post(LINE.join(lines), (*in_rows(buttons), (back,)))


def what_is_wrong(words: Words, complaint: Complaint) -> Post:
    """To be answered by a reply; without one it is passed on as well."""
    text = words.t(
        "⚠️ {name}: what is wrong? Reply in a few words. Without an answer I pass on that something"
        " is wrong; your name is not told.",
        name=clip(complaint.point, NAME),
    )
    return Post(text, placeholder=plain(words.t("It closes at five")))


def told(words: Words, complaint: Complaint) -> Post:
    """To the keepers."""
    name = clip(complaint.point, NAME)
    said = clip(complaint.words, SAID)
    lines = [words.t("⚠️ Somebody says that something is wrong with {name}.", name=name)]
    if said:
        lines.append(words.t("“{words}”", words=said))
    if complaint.settled_at is not None:
        return Post(LINE.join([*lines, words.t("✅ Looked after.")]))
    look = button(words.t("✏️ Look and change"), pack("points.show", complaint.point_id))
    done = button(words.t("✅ Looked after"), pack("points.settle", complaint.id))
    return Post(LINE.join(lines), ((look, done),))


def looked_after(words: Words, complaint: Complaint) -> Post:
    """To who said so."""
    text = words.t(
        "✅ {name} was looked after. Thank you for telling us!", name=clip(complaint.point, NAME)
    )
    return Post(text, ((button(words.t("Look at it"), pack("points.show", complaint.point_id)),),))


def heard(words: Words, *, is_new: bool) -> Markup:
    if is_new:
        return words.t("Thank you! Please say in our private chat what is wrong.")
    return words.t("You told us already; somebody is looking after it.")


def passed_on(words: Words) -> Markup:
    return words.t("Thank you! It is passed on to who keeps the service point up.")


def start_first(words: Words) -> Markup:
    return words.t("Please open our private chat first and press Start.")


def thanks(words: Words) -> Markup:
    return words.t("✅ Noted. Thank you!")


def _line(words: Words, place: int, one: Point, today: date) -> Markup:
    return words.t(
        "{place}. {name} · {hours} · 📞 {phone}",
        place=place,
        name=clip(one.name, NAME),
        hours=sayings.rule(words, read(one.hours), today),
        phone=clip(one.phone, NAME) or "—",
    )


def _list(words: Words, asked: Check) -> Button:
    return button(words.t("All service points"), pack("points.of", asked.organisation_id, 1))
