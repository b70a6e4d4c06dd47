"""Columns as staff see them who manage them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from commands.columns import rules, views
from commands.columns.views import LINE
from commands.kit import Post, Row, button, clip, in_rows, pack, page_of, pager
from locales import Words
from storage.columns import Column

PAGE = 24


class Standing(NamedTuple):
    """What a column has."""

    articles: int
    followers: int


def overview(words: Words, every: Sequence[Column], number: int) -> Post:
    """Each stands behind the one above it; retired ones come last."""
    live = rules.live(every)
    tops = [one for one in live if one.parent_id is None]
    ordered = [one for top in tops for one in (top, *rules.below(every, top.id))]
    ordered += [one for one in every if one not in live]
    page = page_of(ordered, number, PAGE)
    buttons = []
    for one in page.items:
        name = views.called(words, one)
        mark = "🗄 " if one not in live else "› " if one.parent_id else ""
        buttons.append(button(words.list([mark + name]), pack("columns.edit", one.id)))
    text = words.t(
        "⚙️ <b>Manage columns</b>\nPress one to rename, move or retire it. › stands below another,"
        " 🗄 is retired."
    )
    last = (
        button(words.t("➕ New column"), pack("columns.new", 0)),
        button(words.t("‹ Columns"), pack(views.LIST)),
    )
    return Post(text, (*in_rows(buttons), pager(page, "columns.manage"), last))


def column(words: Words, one: Column, every: Sequence[Column], standing: Standing) -> Post:
    """One of them."""
    lines = [words.t("⚙️ <b>{name}</b>", name=one.name)]
    if one.english:
        lines.append(words.t("In English: {name}", name=one.english))
    parent = rules.the(every, one.parent_id)
    if parent is not None:
        lines.append(words.t("Stands below {name}", name=parent.name))
    if one.opens:
        lines.append(words.t("Opens /{command}, where I have that", command=one.opens))
    lines.append(
        words.t(
            "Articles: {articles} · followers: {followers}",
            articles=words.number(standing.articles),
            followers=words.number(standing.followers),
        )
    )
    if one.retired_at is not None:
        lines.append(words.t("🗄 Retired: nobody sees it in the list"))
    back = button(words.t("◀ Back"), pack("columns.manage", 1))
    return Post(LINE.join(lines), (*_rows(words, one, every), (back,)))


def which_above(words: Words, one: Column, every: Sequence[Column]) -> Post:
    """Below which it shall stand."""
    tops = [top for top in rules.below(every, None) if top.id != one.id]
    buttons = [
        button(words.list([views.called(words, top)]), pack("columns.put", one.id, top.id))
        for top in tops
    ]
    alone = button(words.t("For itself"), pack("columns.put", one.id, 0))
    back = button(words.t("◀ Back"), pack("columns.edit", one.id))
    text = words.t("Below which column shall {name} stand?", name=one.name)
    return Post(text, ((alone,), *in_rows(buttons), (back,)))


def which_name(words: Words, one: Column) -> Markup:
    text = words.t("✏️ What shall {name} be called? Reply to this message.", name=one.name)
    return LINE.join([text, how_named(words)])


def which_new(words: Words, above: Column | None) -> Markup:
    if above is None:
        text = words.t("➕ What is the new column called? Reply to this message.")
    else:
        text = words.t(
            "➕ What is the new column below {name} called? Reply to this message.", name=above.name
        )
    return LINE.join([text, how_named(words)])


def how_named(words: Words) -> Markup:
    """What a name may be."""
    return words.t(
        "A name of at most 40 characters; behind a stroke the English one, if there is one:"
        " <code>便民指南 / Guides</code>"
    )


def renamed(words: Words, name: str, done: Sequence[str], left: Sequence[str]) -> Markup:
    """The name it has now, and the groups whose topic has it too, or keeps the old one."""
    lines = [words.t("✅ The column is called {name} now.", name=name)]
    if done:
        groups = words.list([clip(one, views.NAME) for one in done])
        lines.append(words.t("🧵 So is its topic in {groups}.", groups=groups))
    if left:
        groups = words.list([clip(one, views.NAME) for one in left])
        lines.append(
            words.t(
                "⚠️ The topic in {groups} keeps its name: I may not change it there. Please rename"
                " it by hand, or give me the right to manage topics.",
                groups=groups,
            )
        )
    return LINE.join(lines)


def taken(words: Words, name: str) -> Markup:
    """For a name that another column has."""
    return words.t("There is a column {name} already; nothing was changed.", name=name)


def _rows(words: Words, one: Column, every: Sequence[Column]) -> Iterator[Row]:
    if one.retired_at is not None:
        yield (button(words.t("↩️ List it again"), pack("columns.revive", one.id)),)
        return
    yield (
        button(words.t("✏️ Rename"), pack("columns.name", one.id)),
        button(words.t("⬆️ Move up"), pack("columns.up", one.id)),
    )
    if one.parent_id is None:
        yield (button(words.t("➕ Column below it"), pack("columns.new", one.id)),)
    if not rules.below(every, one.id):
        yield (button(words.t("📁 Put below another"), pack("columns.under", one.id)),)
    yield (button(words.t("🗄 Retire the column"), pack("columns.retire", one.id)),)
