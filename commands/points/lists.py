"""Service points by organisation. Pure."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from commands.kit import Button, Post, button, clip, in_rows, pack, page_of, pager
from commands.points.kinds import kind_name
from commands.points.openings import Standing
from locales import Words
from storage.organisations import Organisation
from storage.points import Point

PAGE, ORGANISATIONS = 8, 16
NAME, LABEL = 30, 14
LINE = Markup("\n")


class May(NamedTuple):
    """What this person may do besides reading."""

    keeps_some: bool
    """Liaisons and staff, in private."""
    is_staff: bool


def overview(
    words: Words, there: Sequence[tuple[Organisation, int]], number: int, may: May
) -> Post:
    """Each organisation that has some."""
    count = sum(count for _, count in there)
    page = page_of(there, number, ORGANISATIONS)
    lines = [
        words.n(
            "🗺 <b>Service map</b>: {count} service point",
            "🗺 <b>Service map</b>: {count} service points",
            count,
        )
    ]
    if not there:
        lines.append(words.t("None is on the map yet."))
    else:
        lines.append(words.t("Choose an organisation, or ask for what is near you with /nearby."))
    buttons = [
        button(
            words.t("{name} · {count}", name=clip(one.short_name, LABEL), count=count),
            pack("points.of", one.id, 1),
        )
        for one, count in page.items
    ]
    rows = in_rows(buttons), (pager(page, "points.all"),)
    return Post(LINE.join(lines), (*rows[0], *rows[1], *in_rows(_more(words, may))))


def of(  # noqa: PLR0913 - whose, which, how each is, where
    words: Words,
    one: Organisation,
    found: Sequence[Point],
    standings: Mapping[int, Standing],
    number: int,
    *,
    may_add: bool,
) -> Post:
    """An organisation's, open or not; a community's with those of who is in it."""
    page = page_of(found, number, PAGE)
    name = clip(one.short_name, NAME)
    lines = [
        words.n(
            "🗺 <b>{name}</b>: {count} service point",
            "🗺 <b>{name}</b>: {count} service points",
            len(found),
            name=name,
        )
    ]
    first = (page.number - 1) * PAGE + 1
    for place, point in enumerate(page.items, start=first):
        dot = Markup("🟢") if standings[point.id].is_open else Markup("⚪")
        lines.append(
            words.t(
                "{place}. {dot} {name} · {kind}",
                place=place,
                dot=dot,
                name=clip(point.name, NAME),
                kind=kind_name(words, point.kind),
            )
        )
    if not found:
        lines.append(words.t("None is on the map yet."))
    else:
        lines.append(words.t("🟢 open now. Press a number for hours, phone and map."))
    opens = [
        button(words.list([f"{place}"]), pack("points.show", point.id))
        for place, point in enumerate(page.items, start=first)
    ]
    last = [button(words.t("‹ Service map"), pack("points.all", 1))]
    if may_add:
        last.append(button(words.t("➕ Service point"), pack("points.add", one.id)))
    return Post(
        LINE.join(lines), (*in_rows(opens, 8), pager(page, "points.of", one.id), tuple(last))
    )


def none(words: Words, asked: str) -> Post:
    """Neither an organisation nor a service point is called so."""
    text = words.t("No organisation or service point is called “{asked}”.", asked=clip(asked, NAME))
    return Post(text, ((button(words.t("🗺 Service map"), pack("points.all", 1)),),))


def _more(words: Words, may: May) -> list[Button]:
    near = [button(words.t("📍 What is near?"), "points.ask")]
    if may.keeps_some:
        near.append(button(words.t("➕ Service point"), "points.add"))
    if may.is_staff:
        near.append(button(words.t("⏳ Not confirmed"), "points.overdue"))
        near.append(button(words.t("📥 From a table"), "points.importing"))
        near.append(button(words.t("📤 As a file"), "points.export"))
    return near
