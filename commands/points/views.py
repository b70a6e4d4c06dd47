"""What is near, as people see it: fifteen minutes by foot first, then what is farther. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from commands.kit import Button, Page, Post, Row, button, clip, in_rows, pack, private_link
from commands.points import anchors, sayings
from commands.points.anchors import Anchor, Origin
from commands.points.kinds import KIND_NAMES, kind_name, place_of
from commands.points.openings import Standing
from commands.points.walking import CIRCLE, is_inside, minutes
from locales import Words, plain
from storage.organisations import Organisation
from storage.point_lists import Near
from storage.points import KINDS, Point

NEAR, KIND, TURN = "points.near", "points.kinds", "points.turn"
PAGE = 8
NAME, LABEL = 28, 16
FEW = 24
"""So many organisations are offered by buttons."""
KILOMETRE = 1000
LINE = Markup("\n")


@dataclass(frozen=True)
class Wanted:
    """What is looked for, as a button bears it."""

    kind: str = ""
    is_open: bool = False
    search_id: int = 0
    page: int = 1


@dataclass(frozen=True)
class Shown:
    """A point of the page."""

    point: Point
    metres: float
    standing: Standing


class Listed(NamedTuple):
    """A page of what was found, and how much there is."""

    shown: Sequence[Shown]
    page: Page[Near]
    total: int
    inside: int
    """Within the circle."""
    missed: str
    """Words that nothing fits, so that all is shown."""


def data(press: str, anchor: Anchor, wanted: Wanted) -> str:
    """A button that shows it."""
    place = anchor.what, anchor.first, anchor.second
    what = place_of(wanted.kind), int(wanted.is_open), wanted.search_id, wanted.page
    return pack(press, *place, *what)


def where_are_you(words: Words) -> Post:
    """With the button that shares one's place, below the text field."""
    text = words.t(
        "📍 Share where you are with the button below the text field, and I show what is near. Your"
        " place is used for this answer and not kept."
    )
    return Post(text, asks_location=plain(words.t("📍 Share my location")))


def or_named(words: Words, some: Sequence[Organisation], wanted: Wanted) -> Post:
    """In private, beside the button: places with a name."""
    if not some:
        return Post(_nothing_yet(words))
    text = words.t(
        "From where? Choose a place here, write its name, for example"
        " <code>/nearby {name}</code>, or share where you are.",
        name=clip(some[0].short_name, NAME),
    )
    return Post(text, in_rows(_named(words, some, wanted)))


def in_group(words: Words, some: Sequence[Organisation], wanted: Wanted, args: str) -> Post:
    """Where somebody is is nobody else's affair."""
    private = private_link(words.t("📍 From where I am, in private"), "nearby", args)
    if not some:
        return Post(_nothing_yet(words), ((private,),))
    text = words.t(
        "From where? Choose a place. Where you are yourself, please share with me in private only."
    )
    return Post(text, (*in_rows(_named(words, some, wanted)), (private,)))


def which(words: Words, meant: Sequence[Organisation], wanted: Wanted) -> Post:
    """A piece of a name that several have."""
    return Post(words.t("Near which of them?"), in_rows(_named(words, meant, wanted)))


def nowhere(words: Words, *, is_private: bool) -> Post:
    """It has a name and no place."""
    text = words.t("I do not know yet where that is on the map. Try another place.")
    again = words.t("📍 From another place")
    if is_private:
        return Post(text, ((button(again, "points.ask"),),))
    return Post(text, ((private_link(again, "nearby"),),))


def no_place(words: Words) -> Markup:
    return words.t("This place is not on the map any more. /nearby begins anew.")


def kinds(words: Words, anchor: Anchor, wanted: Wanted) -> Post:
    """Which kind, in place of the list."""
    buttons = [
        button(words.t(KIND_NAMES[one]), data(TURN, anchor, Wanted(one, is_open=wanted.is_open)))
        for one in KINDS
    ]
    every = button(words.t("All kinds"), data(TURN, anchor, Wanted(is_open=wanted.is_open)))
    return Post(words.t("What are you looking for?"), (*in_rows(buttons), (every,)))


def near(words: Words, origin: Origin, wanted: Wanted, listed: Listed, today: date) -> Post:
    """A page: how far each is by foot, and whether it is open."""
    lines = [_title(words, origin, wanted)]
    if listed.missed:
        lines.append(
            words.t("Nobody here offers “{words}”. This is near:", words=clip(listed.missed, NAME))
        )
    if not listed.total:
        lines.append(_none(words, wanted))
    lines += _lines(words, listed, today)
    if listed.total:
        lines += [Markup(), _how(words)]
    opens = [
        button(words.list([f"{place}"]), pack("points.show", one.point.id))
        for place, one in enumerate(listed.shown, start=_first(listed))
    ]
    return Post(
        LINE.join(lines), (*in_rows(opens, 8), *_rows(words, origin.anchor, wanted, listed))
    )


def distance(words: Words, metres: float) -> Markup:
    """As the crow flies: to ten metres, from a kilometre on to a tenth."""
    rounded = max(10, round(metres / 10) * 10)
    if rounded < KILOMETRE:
        return words.t("{metres} m", metres=rounded)
    return words.t("{kilometres} km", kilometres=f"{metres / KILOMETRE:.1f}")


def _title(words: Words, origin: Origin, wanted: Wanted) -> Markup:
    what = kind_name(words, wanted.kind) if wanted.kind else words.t("📍 Service points")
    if wanted.is_open:
        what = words.t("{what}, open now", what=what)
    if not origin.name:
        return words.t("<b>{what}</b> near you", what=what)
    return words.t("<b>{what}</b> near {name}", what=what, name=clip(origin.name, NAME))


def _none(words: Words, wanted: Wanted) -> Markup:
    if wanted.is_open:
        return words.t("Nothing near is open now.")
    return words.t("Nothing of this is on the map near there.")


def _lines(words: Words, listed: Listed, today: date) -> Iterator[Markup]:
    first = _first(listed)
    for place, one in enumerate(listed.shown, start=first):
        if place in {1, first} and is_inside(one.metres):
            count = words.number(listed.inside)
            yield words.t("<b>Within {minutes} minutes: {count}</b>", minutes=CIRCLE, count=count)
        elif place in {listed.inside + 1, first}:
            yield words.t("<b>Farther away</b>")
        yield words.t(
            "{place}. {name} · 🚶 {minutes} min ({distance})",
            place=place,
            name=clip(one.point.name, NAME),
            minutes=minutes(one.metres),
            distance=distance(words, one.metres),
        )
        yield words.t("    {standing}", standing=sayings.standing(words, one.standing, today))


def _how(words: Words) -> Markup:
    return words.t(
        "<i>Minutes by foot are reckoned from the straight line, times 1.2 for the streets, at 80 m"
        " a minute. Press a number for the map.</i>"
    )


def _rows(words: Words, anchor: Anchor, wanted: Wanted, listed: Listed) -> Iterator[Row]:
    turned = replace(wanted, page=1)
    shown = listed.page
    yield tuple(
        button(Markup(label).format(shown.number, shown.count), data(TURN, anchor, at))  # noqa: S704 - ours
        for label, at in (
            ("◀ {}/{}", replace(wanted, page=shown.number - 1)),
            ("{}/{} ▶", replace(wanted, page=shown.number + 1)),
        )
        if 1 <= at.page <= shown.count
    )
    is_open = replace(turned, is_open=not wanted.is_open)
    label = words.t("Also those that are closed") if wanted.is_open else words.t("🟢 Open now only")
    kind = button(words.t("🔎 Kind"), data(KIND, anchor, turned))
    yield (kind, button(label, data(TURN, anchor, is_open)))


def _named(words: Words, some: Sequence[Organisation], wanted: Wanted) -> list[Button]:
    return [
        button(
            words.list([clip(one.short_name, LABEL)]),
            data(NEAR, Anchor(anchors.ORGANISATION, one.id), wanted),
        )
        for one in some[:FEW]
    ]


def _first(listed: Listed) -> int:
    return (listed.page.number - 1) * PAGE + 1


def _nothing_yet(words: Words) -> Markup:
    return words.t("No service points are on the map yet. Liaisons add them with /points.")
