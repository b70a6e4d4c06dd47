"""A service point as people see it: what, where, when open, whom to call. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from commands.kit import Button, Post, Row, Venue, button, clip, pack
from commands.points import anchors, sayings, views
from commands.points.anchors import Anchor
from commands.points.kinds import kind_name, level_name
from commands.points.openings import Standing, read
from locales import Words
from storage.points import Point

NAME, VALUE, LABEL = 60, 200, 16
STALE = timedelta(days=200)
"""It is asked twice a year whether a point still holds; who missed that is called first."""
LINE = Markup("\n")


@dataclass(frozen=True)
class Now:
    """How it is at the moment of showing it."""

    standing: Standing
    today: date
    confirmed_on: date
    may_change: bool = False
    """True: for its liaisons and staff, in private."""


def card(words: Words, point: Point, now: Now) -> Post:
    """What people want to know, and a button for who knows better."""
    text = LINE.join(_lines(words, point, now))
    if point.retired_at is not None:
        back = button(words.t("↩️ Open again"), pack("points.back", point.id, point.revision))
        return Post(text, ((back,),) if now.may_change else ())
    return Post(text, tuple(_rows(words, point, now)))


def on_the_map(point: Point) -> Post | None:
    """As Telegram shows places, which are WGS-84; None: nobody said where it is."""
    if point.latitude is None or point.longitude is None:
        return None
    name = clip(point.name, NAME)
    place = clip(point.address, VALUE) or clip(point.organisation, NAME)
    return Post(Markup(), venue=Venue(point.latitude, point.longitude, name, place))


def gone(words: Words) -> Markup:
    return words.t("This service point is not there any more. See /points.")


def _lines(words: Words, point: Point, now: Now) -> Iterator[Markup]:
    yield words.t("<b>{name}</b>", name=clip(point.name, NAME))
    about = [kind_name(words, point.kind), words.list([clip(point.organisation, NAME)])]
    about += [level_name(words, point.level)] if point.level else []
    yield Markup(" · ").join(about)
    if point.retired_at is not None:
        yield words.t("⛔ Not in service any more")
        return
    yield sayings.standing(words, now.standing, now.today)
    yield words.t("🕘 {hours}", hours=sayings.rule(words, read(point.hours), now.today))
    if point.phone:
        yield words.t("📞 {phone}", phone=clip(point.phone, VALUE))
    if point.address:
        yield words.t("🏠 {address}", address=clip(point.address, VALUE))
    if point.offers:
        yield words.t("💬 {offers}", offers=clip(point.offers, VALUE))
    if point.latitude is None:
        yield words.t("🗺 Its place on the map is not known yet.")
    yield _confirmed(words, now)


def _confirmed(words: Words, now: Now) -> Markup:
    day = words.day(now.confirmed_on, now.today)
    if now.today - now.confirmed_on > STALE:
        return words.t("⚠️ Last confirmed on {day}; better call before you go.", day=day)
    return words.t("<i>Last confirmed on {day}</i>", day=day)


def _rows(words: Words, point: Point, now: Now) -> Iterator[Row]:
    shown: list[Button] = []
    if point.latitude is not None:
        around = views.data(views.NEAR, Anchor(anchors.POINT, point.id), views.Wanted())
        shown.append(button(words.t("📍 What else is near?"), around))
    shown.append(button(words.t("⚠️ Something is wrong"), pack("points.wrong", point.id)))
    yield tuple(shown)
    if now.may_change:
        as_shown = point.id, point.revision
        yield (
            button(words.t("✅ Still right"), pack("points.confirm", *as_shown)),
            button(words.t("✏️ Change it"), pack("points.change", *as_shown)),
            button(words.t("⛔ Retire"), pack("points.retire", *as_shown)),
        )
    yield (button(words.t("‹ Service points"), pack("points.of", point.organisation_id, 1)),)
