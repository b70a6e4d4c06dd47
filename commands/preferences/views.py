"""What is preferred, with buttons to change it."""

from dataclasses import dataclass
from datetime import date, time

from markupsafe import Markup

from commands.kit import Button, Hours, Post, Row, Span, button, pack
from commands.preferences.rules import NONE, minutes
from locales import Words

BEGINS = (time(21), time(21, 30), time(22), time(23))
ENDS = (time(6, 30), time(7), time(7, 30), time(8))
USUAL = Span(time(21, 30), time(7, 30))


@dataclass(frozen=True)
class Chosen:
    """What holds now."""

    hours: Hours
    shows_months: bool = True
    gathers_wishes: bool = False


def settings(words: Words, chosen: Chosen, today: date, *, is_as_installed: bool) -> Post:
    """Everything on one message; each press changes it at once."""
    hours = chosen.hours
    lines = [
        words.t("⚙️ <b>Settings</b>"),
        Markup(),
        _quiet(words, hours),
        _working_days(words, hours),
        _holidays(words, hours, today),
        _months(words, chosen),
        _wishes(words, chosen),
    ]
    if is_as_installed:
        lines += [
            Markup(),
            words.t(
                "So it was installed (<code>GONGJIAN_QUIET</code>,"
                " <code>GONGJIAN_WORKING_DAYS</code>; in the demo both are off). What you press"
                " here counts from now on."
            ),
        ]
    return Post(Markup("\n").join(lines), _rows(words, chosen))


def kept(words: Words) -> Markup:
    return words.t("Kept.")


def _quiet(words: Words, hours: Hours) -> Markup:
    if hours.quiet is None:
        return words.t("🌙 Quiet hours: none. Messages come at any hour.")
    return words.t(
        "🌙 Quiet hours: {span}. Notices and automatic reminders wait until they end; what is"
        " urgent, and answers to questions, come at once.",
        span=hours.quiet.shown,
    )


def _working_days(words: Words, hours: Hours) -> Markup:
    if hours.working_days:
        return words.t("📅 Working days only: on. On days off they wait as well.")
    return words.t("📅 Working days only: off. Messages come on days off too.")


def _holidays(words: Words, hours: Hours, today: date) -> Markup:
    known_until = hours.calendar.known_until
    if known_until < today:
        return words.t(
            "⚠️ Public holidays are known only until {day}, so now weekends are the only days off."
            " Please update Gongjian, or name a file of days in <code>GONGJIAN_HOLIDAYS</code>.",
            day=words.day(known_until),
        )
    return words.t(
        "🗓 Public holidays are known until {day}; after that weekends are the only days off.",
        day=words.day(known_until),
    )


def _months(words: Words, chosen: Chosen) -> Markup:
    if chosen.shows_months:
        return words.t(
            "📸 Month in pictures: on. On the first working day staff see it at nine, and the group"
            " at two."
        )
    return words.t("📸 Month in pictures: off. <code>/monthly</code> makes one when you want it.")


def _wishes(words: Words, chosen: Chosen) -> Markup:
    if chosen.gathers_wishes:
        return words.t("🎁 Open wishes: once a week the group reads what nobody took on yet.")
    return words.t("🎁 Open wishes: the group is not reminded of them.")


def _rows(words: Words, chosen: Chosen) -> tuple[Row, ...]:
    hours = chosen.hours
    span = hours.quiet or USUAL
    begins = [_span(Span(one, span.end), hours, "🌙 {}", one) for one in BEGINS]
    ends = [_span(Span(span.begin, one), hours, "🌅 {}", one) for one in ENDS]
    none = button(words.t("No quiet hours"), pack("preferences.quiet", NONE, NONE))
    label = words.t("✅ Working days only") if hours.working_days else words.t("Working days only")
    days = button(label, pack("preferences.working_days", int(not hours.working_days)))
    nods = button(words.t("👍 A reaction counts as Received…"), pack("preferences.reactions"))
    on = chosen.shows_months
    label = words.t("✅ Month in pictures") if on else words.t("Month in pictures")
    month = button(label, pack("preferences.month", int(not on)))
    on = chosen.gathers_wishes
    label = words.t("✅ Open wishes weekly") if on else words.t("Open wishes weekly")
    wishes = button(label, pack("preferences.wishes", int(not on)))
    own = (none, days) if hours.quiet else (days,)
    return (tuple(begins), tuple(ends), own, (month, wishes), (nods,))


def _span(span: Span, hours: Hours, label: str, hour: time) -> Button:
    mark = "✅ {}" if hours.quiet == span else label
    shown = Markup(mark).format(f"{hour.hour}:{hour.minute:02}")  # noqa: S704 - ours
    return button(shown, pack("preferences.quiet", minutes(span.begin), minutes(span.end)))
