"""Lists of organisations: all of them by category, one category, several that match."""

from collections.abc import Sequence

from markupsafe import Markup

from commands.kit import (
    CATEGORY_NAMES,
    Button,
    Post,
    Row,
    button,
    clip,
    in_rows,
    pack,
    page_of,
    pager,
    private_link,
)
from locales import Words
from storage.organisations import CATEGORIES, Organisation

IN_GROUP = 12
IN_PRIVATE = 36
"""So many short names of a category stand in a row."""
SHORT_NAME = 16
NAME = 40
PAGE = 8
HITS = 10
"""So many organisations are offered as buttons when several match."""
LINE = Markup("\n")


def overview(
    words: Words,
    organisations: Sequence[Organisation],
    *,
    is_private: bool,
    staff_rows: Sequence[Row] = (),
) -> Post:
    """Everybody by category: in a group only the names, in private with buttons to go on.

    Staff have more buttons below.
    """
    if not organisations:
        return Post(
            words.t(
                "The register is empty. The street office fills it: staff send me an Excel or CSV"
                " file in private, or add one organisation after the other with a button of /orgs."
            ),
            tuple(staff_rows),
        )
    lines = [
        words.n(
            "🏢 <b>{count} organisation</b>", "🏢 <b>{count} organisations</b>", len(organisations)
        )
    ]
    shown = IN_PRIVATE if is_private else IN_GROUP
    for category in CATEGORIES:
        members = of_category(organisations, category)
        if members:
            lines.append(_category(words, category, members, shown))
    lines.append(words.t("Look one up: <code>/org {name}</code>", name=_short(organisations[-1])))
    if is_private:
        buttons = in_rows(category_buttons(words, organisations))
        return Post(LINE.join(lines), (*buttons, *staff_rows))
    is_cut = any(len(of_category(organisations, category)) > shown for category in CATEGORIES)
    more = private_link(words.t("See all in private"), "orgs")
    return Post(LINE.join(lines), ((more,),) if is_cut else ())


def staff_rows(words: Words, former: int) -> tuple[Row, ...]:
    """What staff can do with the register, in private."""
    add = button(words.t("➕ Add an organisation"), pack("organisations.add"))
    left = words.n("🚪 {count} has left", "🚪 {count} have left", former)
    gone = (button(left, pack("organisations.former")),) if former else ()
    files = button(words.t("📥 Excel / CSV"), pack("organisations.importing"))
    return (add, files), gone


def category_page(
    words: Words, category: str, organisations: Sequence[Organisation], number: int
) -> Post:
    """One category in private: full names, a button for each, a page at a time."""
    members = of_category(organisations, category)
    page = page_of(members, number, PAGE)
    first = (page.number - 1) * PAGE + 1
    lines = [_heading(words, category, members)]
    for place, one in enumerate(page.items, start=first):
        lines.append(words.t("{place}. {name}", place=place, name=clip(one.name, NAME)))
    turns = pager(page, "organisations.category", CATEGORIES.index(category))
    back = button(words.t("All organisations"), pack("organisations.all"))
    return Post(LINE.join(lines), (*in_rows(show_buttons(words, page.items)), turns, (back,)))


def category_line(words: Words, category: str, organisations: Sequence[Organisation]) -> Post:
    """One category in a group: the short names in a row."""
    members = of_category(organisations, category)
    more = private_link(words.t("More about each, in private"), "orgs", category)
    return Post(_category(words, category, members, IN_GROUP), ((more,),) if members else ())


def unknown_category(words: Words, asked: str, organisations: Sequence[Organisation]) -> Post:
    """The categories there are, for a word that is none."""
    return Post(
        words.t(
            "I do not know the category “{asked}”. Choose one here, or look an organisation up by"
            " part of its name: <code>/org {asked}</code>",
            asked=clip(asked, NAME),
        ),
        in_rows(category_buttons(words, organisations)),
    )


def hits(words: Words, asked: str, found: Sequence[Organisation]) -> Post:
    """Several organisations match: which one?"""
    text = words.n(
        "{count} organisation has “{asked}” in its name. Which one?",
        "{count} organisations have “{asked}” in their names. Which one?",
        len(found),
        asked=clip(asked, NAME),
    )
    hidden = len(found) - HITS
    if hidden > 0:
        text += LINE + words.n(
            "… and {count} more. Type more of the name.",
            "… and {count} more. Type more of the name.",
            hidden,
        )
    return Post(text, in_rows(show_buttons(words, found[:HITS])))


def of_category(organisations: Sequence[Organisation], category: str) -> tuple[Organisation, ...]:
    return tuple(one for one in organisations if one.category == category)


def category_buttons(words: Words, organisations: Sequence[Organisation]) -> list[Button]:
    """A button for each category that has members."""
    return [
        button(
            words.t(
                "{category} · {count}",
                category=_called(words, category),
                count=len(members),
            ),
            pack("organisations.category", index),
        )
        for index, category in enumerate(CATEGORIES)
        if (members := of_category(organisations, category))
    ]


def show_buttons(words: Words, organisations: Sequence[Organisation]) -> list[Button]:
    return [
        button(words.list([_short(one)]), pack("organisations.show", one.id))
        for one in organisations
    ]


def _called(words: Words, category: str) -> Markup:
    return words.t(CATEGORY_NAMES[category])


def _heading(words: Words, category: str, members: Sequence[Organisation]) -> Markup:
    return words.t(
        "<b>{category}</b> ({count})",
        category=_called(words, category),
        count=len(members),
    )


def _category(words: Words, category: str, members: Sequence[Organisation], shown: int) -> Markup:
    if not members:
        return words.t(
            "There is none in this category yet: {category}",
            category=_called(words, category),
        )
    names = words.list([_short(one) for one in members[:shown]])
    if len(members) > shown:
        names += Markup(" …")
    return _heading(words, category, members) + LINE + names


def _short(organisation: Organisation) -> str:
    return clip(organisation.short_name, SHORT_NAME)
