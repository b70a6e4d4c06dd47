"""What can be chosen of an announcement by buttons, as a draft and once it is announced. Pure."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from commands.calendar import cards, choices, terms
from commands.calendar.choices import NAMES, PANEL, asks
from commands.calendar.terms import LINE
from commands.kit import Button, Post, Row, button, clip, in_rows, pack
from locales import Words, message, plain
from storage.announcements import PATTERN, Announcement
from storage.features import Place
from storage.occasions import Occasion

MEETING = "calendar.meeting"
PUBLISH, DISCARD = "calendar.publish", "calendar.discard"
OFF, OFF_ALL, SURE = "calendar.off", "calendar.off_all", 1
DATES = 3
HERE, NOWHERE = 0, -1
"""Instead of a group's id: where it was written; in the calendar alone."""
ASKED = {
    "day": (message("📅 On which day? Reply to this message."), message("25 August")),
    "time": (
        message("⏰ From when to when? Reply to this message, or with “none”."),
        message("9:00-11:00"),
    ),
    "place": (message("📍 Where? Reply to this message."), message("Community hall")),
    "rule": (
        message(
            "🔁 How often? Reply to this message: every Tuesday, every other Wednesday, every"
            " month on the 15th, last day of every month, every Friday until 31 December"
        ),
        message("first Saturday of every month"),
    ),
    "room": (
        message("👥 How many can come? Reply to this message with a number, or “no limit”."),
        message("30"),
    ),
    "title": (
        message("✏️ What is it called? Reply to this message; more lines explain it."),
        message("Free clinic"),
    ),
}
"""By field: the question, and an example."""
NOT_READ = {
    "day": message("I do not see a day that is ahead. For example: 25 August, or next Friday."),
    "time": message("I do not see a time. For example: 9:00-11:00, or 3 pm."),
    "place": message("Please write it in words."),
    "rule": message(
        "I cannot read how often. For example: every Tuesday; every other Wednesday; every month"
        " on the 15th; first Saturday of every month; every Friday, 6 times."
    ),
    "room": message("I do not see a number. For example: 30, or no limit."),
    "title": message("Please write it in words."),
}


def preview(
    words: Words,
    one: Announcement,
    dates: Sequence[Occasion],
    places: Sequence[Place],
    today: date,
) -> Post:
    """A draft as it stands, with what is open below it."""
    lines = [words.t("📝 <b>Not announced yet</b>"), cards.head(words, one)]
    lines += [*terms.facts(words, one), _room(words, one)]
    if one.rule:
        days = words.list([words.day(on.held_on, today) for on in dates[:DATES]])
        lines.append(words.t("The next days: {days}", days=days))
    if one.is_meeting:
        lines.append(words.t("A meeting: liaisons and staff see it and sign up."))
    below = choices.rows(words, one, one.panel, today) if one.panel else _whole(words, one, places)
    return Post(LINE.join(lines), below)


def discarded(words: Words, one: Announcement) -> Post:
    return Post(words.t("🗑 {title}: not announced.", title=clip(one.title, 40)))


def question(words: Words, one: Announcement, field: str) -> Post:
    """Asks for a reply."""
    sentence, example = ASKED[field]
    title = clip(one.title, 40)
    text = Markup("<b>{}</b>\n{}").format(title, words.t(sentence))
    return Post(text, placeholder=plain(words.t(example)))


def manage(words: Words, one: Announcement) -> Post:
    """What can be changed of it; of what repeats this time, or every time."""
    lines = [cards.head(words, one), *terms.facts(words, one)]
    lines += [Markup(), words.t("Who signed up is told a minute after the last change.")]
    parts: list[Row] = [_changes(words, one.id, is_all=False)]
    label = words.t("❌ Call this time off") if one.pattern_id else words.t("❌ Call it off")
    off = button(label, pack(OFF, one.id))
    parts.append((off,))
    if one.pattern_id:
        lines.append(words.t("The first buttons change this time alone, the others every time."))
        parts.append(_changes(words, one.pattern_id, is_all=True))
        parts.append((button(words.t("❌ Call all of it off"), pack(OFF_ALL, one.pattern_id)),))
    else:
        parts.append(_more(words, one.id))
    parts.append((button(words.t("‹ Back"), pack(cards.OPEN, one.id)),))
    return Post(LINE.join(lines), tuple(parts))


def sure(words: Words, one: Announcement, name: str) -> Post:
    """Before it is called off."""
    what = (
        words.t("❓ Call off all of “{title}”?", title=clip(one.title, 40))
        if one.state == PATTERN
        else words.t(
            "❓ Call off “{title}” on {day}?",
            title=clip(one.title, 40),
            day=words.day(one.held_on),
        )
    )
    yes = button(words.t("❌ Yes, call it off"), pack(name, one.id, SURE))
    no = button(words.t("‹ No"), pack(cards.OPEN, one.id))
    text = LINE.join((what, words.t("Who signed up is told at once.")))
    return Post(text, ((yes, no),))


def _whole(words: Words, one: Announcement, places: Sequence[Place]) -> tuple[Row, ...]:
    def opens(label: str, panel: str) -> Button:
        return button(words.t(label), pack(PANEL, one.id, NAMES.index(panel)))

    kind = message("📣 It is an activity") if one.is_meeting else message("👥 It is a meeting")
    keys = [
        opens(message("📅 Day"), "day"),
        opens(message("⏰ Time"), "time"),
        asks(words, one.id, "place", message("📍 Place")),
        opens(message("🔁 Repeat"), "rule"),
        opens(message("👥 Places"), "room"),
        asks(words, one.id, "title", message("✏️ Name")),
    ]
    last = (
        button(words.t("🗓 In the calendar only"), pack(PUBLISH, one.id, NOWHERE)),
        button(words.t("🗑 Drop it"), pack(DISCARD, one.id)),
    )
    switch = (button(words.t(kind), pack(MEETING, one.id)),)
    return (*in_rows(keys, 3), switch, *_publish(words, one, places), last)


def _publish(words: Words, one: Announcement, places: Sequence[Place]) -> tuple[Row, ...]:
    if one.chat_id < 0:  # Bot API: groups have negative ids
        return ((button(words.t("✅ Announce it"), pack(PUBLISH, one.id, HERE)),),)
    return tuple(
        (
            button(
                words.t(
                    "✅ Announce in {group}",
                    group=clip(f"{each.title} {each.topic}".strip(), 24),
                ),
                pack(PUBLISH, one.id, each.chat_id, each.topic_id or 0),
            ),
        )
        for each in places
    )


def _changes(words: Words, number: int, *, is_all: bool) -> Row:
    if is_all:
        return (
            asks(words, number, "time", message("⏰ Every time")),
            asks(words, number, "place", message("📍 Every time")),
            asks(words, number, "room", message("👥 Every time")),
        )
    return (
        asks(words, number, "day", message("📅 Day")),
        asks(words, number, "time", message("⏰ Time")),
        asks(words, number, "place", message("📍 Place")),
        asks(words, number, "room", message("👥 Places")),
    )


def _more(words: Words, number: int) -> Row:
    return (asks(words, number, "title", message("✏️ Name")),)


def _room(words: Words, one: Announcement) -> Markup:
    if not one.signs_up:
        return words.t("👥 Nobody has to sign up")
    if one.places is None:
        return words.t("👥 As many as like can sign up")
    return words.n("👥 {count} place", "👥 {count} places", one.places)
