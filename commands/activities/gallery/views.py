"""Ten photos of a month as an album, and below it what they are of and where it goes on."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from commands.activities.looking import facts
from commands.activities.looking.lists import SHOW
from commands.activities.photos import albums
from commands.activities.photos.albums import ALBUM
from commands.kit import Page, Post, Row, button, clip, in_rows, pack, private_link
from locales import Words
from storage.galleries import Shown

TURN = "activities.gallery"
TITLE = 24
FIRST = 1
NUMBERS = 4
Month = tuple[int, int]
"""A year and a month."""


@dataclass(frozen=True)
class Leaf:
    """A page of a month's photos, and the months beside it that have some."""

    month: Month
    page: Page[Shown]
    count: int
    """Of the whole month's photos."""
    older: Month | None = None
    newer: Month | None = None


def album(leaf: Leaf) -> Post:
    """The photos alone: words that change stand below them."""
    photos, films = albums.parts(leaf.page.items)
    return Post(Markup(), photos=photos, files=films)


def in_private(words: Words, leaf: Leaf, today: date) -> Post:
    """What they are of, each with a button, and the ways on."""
    shown = [
        button(words.t("No. {number}", number=one), pack(SHOW, one)) for one in _activities(leaf)
    ]
    rows = (*in_rows(shown, NUMBERS), *_turns(words, leaf))
    return Post(_text(words, leaf, today), rows)


def in_group(words: Words, leaf: Leaf, today: date) -> Post:
    """The first ten; the others are for the private chat."""
    args = f"{leaf.month[0]}-{leaf.month[1]:02}"
    more = private_link(words.t("See the gallery in private"), "gallery", args)
    return Post(_text(words, leaf, today), ((more,),))


def nothing(words: Words, month: Month | None) -> Markup:
    """There are no photos, or none of that month."""
    if month is None:
        return words.t("There are no photos yet. /help tells how activities are reported.")
    return words.t(
        "There are no photos of {month}. <code>/gallery</code> shows the latest ones.",
        month=facts.month_of(words, *month),
    )


def _text(words: Words, leaf: Leaf, today: date) -> Markup:
    first = (leaf.page.number - 1) * ALBUM + 1
    heading = words.t(
        "🖼 <b>{month}</b>: photos {first} to {last} of {count}",
        month=facts.month_of(words, *leaf.month),
        first=first,
        last=first + len(leaf.page.items) - 1,
        count=leaf.count,
    )
    return facts.LINE.join([heading, *_lines(words, leaf, today)])


def _lines(words: Words, leaf: Leaf, today: date) -> Iterator[Markup]:
    for number, one in _activities(leaf).items():
        yield words.t(
            "{number} · {day} {title}",
            number=number,
            day=facts.short_day(words, one.held_on, today),
            title=clip(one.title, TITLE),
        )


def _activities(leaf: Leaf) -> dict[int, Shown]:
    """A photo of each activity that is shown, in the album's order."""
    of: dict[int, Shown] = {}
    for photo in leaf.page.items:
        if photo.activity_id is not None:
            of.setdefault(photo.activity_id, photo)
    return of


def _turns(words: Words, leaf: Leaf) -> Iterator[Row]:
    page = leaf.page
    if page.number < page.count:
        following = page.number + 1
        more = words.t("More photos {number}/{count} ▶", number=following, count=page.count)
        yield (button(more, pack(TURN, *leaf.month, following)),)
    beside = ((leaf.older, Markup("◀ {}")), (leaf.newer, Markup("{} ▶")))
    months = tuple(
        button(label.format(facts.month_of(words, *month)), pack(TURN, *month, FIRST))
        for month, label in beside
        if month is not None
    )
    if months:
        yield months
