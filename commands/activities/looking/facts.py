"""An activity's facts as every message shows them, with hostile values made short."""

from collections.abc import Iterator
from datetime import date

from markupsafe import Markup

from commands.kit import LINKAGE_NAMES, clip, tag_name
from locales import Words, message
from storage.activities import Activity
from storage.partners import CONFIRMED, DECLINED, Partner

LINE = Markup("\n")
NAME = 40
SHORT_NAME = 12
MATERIALS = 80
TAGS = 6
HOUR, HALF = 60, 30
MONTHS = (
    message("Jan"),
    message("Feb"),
    message("Mar"),
    message("Apr"),
    message("May"),
    message("Jun"),
    message("Jul"),
    message("Aug"),
    message("Sep"),
    message("Oct"),
    message("Nov"),
    message("Dec"),
)


def told(words: Words, activity: Activity) -> Iterator[Markup]:
    """What is known of place, kind, people, time and gifts: a line for each that there is."""
    if activity.place:
        yield words.t("📍 {place}", place=name(activity.place))
    if kind := kind_of(words, activity):
        yield words.t("🏷 {kind}", kind=kind)
    if served := people(words, activity):
        yield words.t("👥 {people}", people=served)
    given = []
    if activity.minutes is not None:
        given.append(words.t("⏱ {hours}", hours=hours(words, activity.minutes)))
    if activity.money is not None:
        given.append(words.t("💰 {money} yuan", money=words.number(activity.money)))
    if given:
        yield Markup("  ").join(given)
    if activity.materials:
        yield words.t("📦 {materials}", materials=clip(activity.materials, MATERIALS))


def liked(words: Words, activity: Activity) -> Iterator[Markup]:
    """How many people like it; nothing as long as nobody said so."""
    if activity.likes:
        yield words.t("❤ {number}", number=words.number(activity.likes))


def kind_of(words: Words, activity: Activity) -> Markup:
    """The 联动 and the tags; empty when neither is known."""
    parts = [words.t(LINKAGE_NAMES[activity.linkage])] if activity.linkage else []
    if activity.tags:
        parts.append(words.list([tag_name(words, tag) for tag in activity.tags[:TAGS]]))
    return Markup(" · ").join(parts)


def hours(words: Words, minutes: int) -> Markup:
    """A length of time in hours as far as they are whole or half, else in minutes."""
    if minutes < HOUR or minutes % HALF:
        return words.n("{count} minute", "{count} minutes", minutes)
    whole = minutes / HOUR
    if whole == 1:
        return words.t("1 hour")
    return words.t("{hours} hours", hours=f"{whole:g}")


def organisations(words: Words, activity: Activity) -> Iterator[Markup]:
    """Whose it was, and a line for who else was part of it, with what they said of that."""
    if activity.organisation is not None:
        yield words.t("🏢 {name}", name=name(activity.organisation))
    partners = [one for one in activity.partners if one.state != DECLINED]
    for is_host in (True, False):
        named = [_partner(words, one) for one in partners if one.is_host == is_host]
        if named:
            names = words.list(named)
            yield (
                words.t("🤝 Together with {names}", names=names)
                if is_host
                else words.t("🤝 Helped by {names}", names=names)
            )


def _partner(words: Words, partner: Partner) -> Markup:
    if partner.state == CONFIRMED:
        return words.t("{name} ✓", name=clip(partner.organisation, SHORT_NAME))
    return words.t("{name} (to confirm)", name=clip(partner.organisation, SHORT_NAME))


def people(words: Words, activity: Activity) -> Markup:
    """How many were served and took part, as far as it is known; empty when nothing is."""
    said = []
    if activity.served is not None:
        said.append(words.t("served {number}", number=words.number(activity.served)))
    if activity.joined is not None:
        said.append(words.t("took part {number}", number=words.number(activity.joined)))
    return words.list(said)


def short_day(words: Words, day: date, today: date) -> Markup:
    """A day as lists show it: no weekday, and the year only when it is not today's."""
    month = words.t(MONTHS[day.month - 1])
    if day.year == today.year:
        return words.t("{month} {day}", month=month, day=day.day)
    return words.t("{month} {day}, {year}", month=month, day=day.day, year=day.year)


def month_of(words: Words, year: int, month: int) -> Markup:
    """A month of a year, or the whole year when the month is 0."""
    if month == 0:
        return words.t("the year {year}", year=year)
    return words.t("{month} {year}", month=words.t(MONTHS[month - 1]), year=year)


def name(text: str) -> str:
    """A title or a name of any length."""
    return clip(text, NAME)
