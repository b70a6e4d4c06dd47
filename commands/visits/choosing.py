"""Which organisation: by category and page, for a new visit or for one that was noted wrongly."""

from collections.abc import Sequence

from markupsafe import Markup

from commands.kit import (
    CATEGORY_NAMES,
    Button,
    Post,
    Talk,
    button,
    clip,
    in_rows,
    pack,
    page_of,
)
from commands.visits import asking
from locales import Words
from storage import organisations
from storage.organisations import CATEGORIES, Organisation

ALL = -1
"""Instead of a category's place: those that the words may mean, or the categories."""
FEW = 24
"""So many organisations need no categories."""
PAGE = 16
LABEL = 16
NONE = 0


def which(
    words: Words, every: Sequence[Organisation], search_id: int = NONE, visit_id: int = NONE
) -> Post:
    """All of them where they are few, else the categories."""
    kept = search_id, visit_id
    if len(every) <= FEW:
        return Post(_asked(words, kept), in_rows(_buttons(words, every, *kept)))
    counted = [
        (place, sum(one.category == category for one in every))
        for place, category in enumerate(CATEGORIES)
    ]
    buttons = [
        button(
            words.t(
                "{category} · {count}",
                category=words.t(CATEGORY_NAMES[CATEGORIES[place]]),
                count=count,
            ),
            pack("visits.category", place, 1, *kept),
        )
        for place, count in counted
        if count
    ]
    return Post(_asked(words, kept), in_rows(buttons))


def of_category(
    words: Words, every: Sequence[Organisation], place: int, number: int, kept: tuple[int, int]
) -> Post:
    """One category, a page at a time."""
    members = [one for one in every if one.category == CATEGORIES[place]]
    page = page_of(members, number, PAGE)
    back = button(words.t("◀ Back"), pack("visits.category", ALL, 1, *kept))
    turns = tuple(
        button(
            Markup("{} {}/{}").format(arrow, page.number + step, page.count),
            pack("visits.category", place, page.number + step, *kept),
        )
        for arrow, step in (("◀", -1), ("▶", 1))
        if 1 <= page.number + step <= page.count
    )
    rows = (*in_rows(_buttons(words, page.items, *kept)), turns, (back,))
    return Post(_asked(words, kept), rows)


async def turned(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A category, a page of it, or back to all."""
    place, number, search_id, visit_id = (*numbers, ALL, 1, NONE, NONE)[:4]
    every = await organisations.every(talk.store)
    if 0 <= place < len(CATEGORIES):
        kept = search_id, visit_id
        await talk.edit(of_category(talk.words, every, place, number, kept))
    else:
        await talk.edit(which(talk.words, every, search_id, visit_id))


def _buttons(
    words: Words, some: Sequence[Organisation], search_id: int, visit_id: int
) -> list[Button]:
    return [
        button(
            words.list([clip(one.short_name, LABEL)]),
            pack("visits.at", one.id, search_id, visit_id),
        )
        for one in some
    ]


def _asked(words: Words, kept: tuple[int, int]) -> Markup:
    """What to write is said to who has written nothing yet."""
    return words.t("Which organisation was it?") if any(kept) else asking.how_to(words)
