"""An article as staff have it before them: while it is written, and once it is published."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from commands.columns import rules, views
from commands.kit import Button, Post, Row, button, clip, in_rows, pack
from locales import Words, message
from storage.articles import DISCARDED, DRAFT, WITHDRAWN, Article
from storage.chats import Chat
from storage.column_topics import Binding
from storage.columns import Column
from storage.hitches import NO_GROUP, NO_TOPIC

COLUMN, GROUP, MAIN = "column", "group", ""
"""Which choice a card shows."""
SHOWN = 1_500
CHOICES = 20
NOWHERE = 0
"""Instead of a group: it goes to none."""
TROUBLES = {
    NO_TOPIC: message(
        "⚠️ The topic is closed or gone, so the article went to the group's general part."
    ),
    NO_GROUP: message("⚠️ I am not in that group any more, so the article did not go there."),
}


class Desk(NamedTuple):
    """What an article can become: all columns, those to choose from, groups, and their topics."""

    every: Sequence[Column]
    writable: Sequence[Column]
    groups: Sequence[Chat]
    topics: Sequence[Binding]


def card(words: Words, one: Article, desk: Desk) -> Post:
    """Everything, with what can be done now."""
    if one.state == DISCARDED:
        return Post(words.t("🗑 This draft was discarded."), is_withdrawn=True)
    lines = list(_lines(words, one, desk))
    if one.panel.startswith(COLUMN):
        return Post(views.LINE.join(lines), tuple(_column_rows(words, one, desk)))
    if one.panel == GROUP:
        return Post(views.LINE.join(lines), tuple(_group_rows(words, one, desk)))
    rows = _draft_rows(words, one, desk) if one.state == DRAFT else _rows(words, one)
    return Post(views.LINE.join(lines), tuple(rows))


def hitch(words: Words, one: Article) -> Post:
    """What Telegram did not let the bot do, to staff."""
    said = words.t(TROUBLES[one.trouble]) if one.trouble in TROUBLES else Markup()
    title = words.t("📰 <b>{title}</b>", title=one.title)
    show = button(words.t("The article ›"), pack("columns.card", one.id))
    mend = button(words.t("🧵 Topics of columns"), pack("columns.topics"))
    return Post(views.LINE.join([title, said]), ((show, mend),))


def where_to(words: Words, one: Article, desk: Desk) -> Markup:
    """The group that it goes to, and the topic there."""
    group = clip(one.group, views.NAME)
    topic = _topic(one, desk)
    if topic is None:
        return words.t("{group}", group=group)
    if not topic.is_open:
        return words.t("{group} (the topic is closed, so the general part)", group=group)
    name = clip(topic.name, views.NAME) or "…"
    return words.t("{group} › {topic}", group=group, topic=name)


def _topic(one: Article, desk: Desk) -> Binding | None:
    here = {b.column_id: b for b in desk.topics if b.chat_id == one.chat_id}
    own = rules.the(desk.every, one.column_id)
    if own is None:
        return None
    return here.get(own.id) or here.get(own.parent_id or 0)


def _lines(words: Words, one: Article, desk: Desk) -> Iterator[Markup]:
    yield _heading(words, one)
    column = rules.the(desk.every, one.column_id)
    if column is not None:
        yield words.t("📁 {column}", column=views.path(words, column, desk.every))
    if one.title:
        yield words.t("<b>{title}</b>", title=one.title)
    if one.body:
        cut = len(one.body) > SHOWN
        yield words.list([one.body[:SHOWN].rstrip() + "…" if cut else one.body])
        if cut:
            yield words.t("({count} characters in all)", count=words.number(len(one.body)))
    if one.files:
        yield words.n("📎 {count} photo or file", "📎 {count} photos and files", len(one.files))
    if one.chat_id is None:
        yield words.t("📢 To no group, only into the column")
    else:
        yield words.t("📢 Goes to {where}", where=where_to(words, one, desk))
    if one.trouble in TROUBLES:
        yield words.t(TROUBLES[one.trouble])
    if one.state == DRAFT:
        yield Markup("\n👉 <b>{}</b>").format(_next(words, one))
    else:
        yield words.n("👁 Opened {count} time", "👁 Opened {count} times", one.openings)


def _heading(words: Words, one: Article) -> Markup:
    if one.state == DRAFT:
        return words.t("📝 <b>Draft of an article</b>")
    if one.state == WITHDRAWN:
        return words.t("🗑 <b>Withdrawn: nobody can read it</b>")
    day = words.day(views.published_on(words, one))
    return words.t("✅ <b>Published</b> · {day}", day=day)


def _next(words: Words, one: Article) -> Markup:
    """What is still to be done."""
    if one.column_id is None:
        return words.t("Which column does it go into?")
    if not one.title:
        return words.t("What does it say? Please reply to the question below.")
    return words.t("Look it over, then press Publish.")


def _draft_rows(words: Words, one: Article, desk: Desk) -> Iterator[Row]:
    number = one.id
    yield (
        button(words.t("✏️ The title"), pack("columns.ask_title", number)),
        button(words.t("✏️ Body"), pack("columns.ask_body", number)),
    )
    files = button(words.t("📎 Photos, files"), pack("columns.ask_files", number))
    yield (button(words.t("📁 Column"), pack("columns.pick", number, 1)), files)
    if one.files:
        yield (button(words.t("✖️ Without photos and files"), pack("columns.bare", number)),)
    if desk.groups:
        yield (button(words.t("📢 Which group"), pack("columns.groups", number)),)
    yield (
        button(words.t("✅ Publish"), pack("columns.publish", number)),
        button(words.t("🗑 Discard"), pack("columns.discard", number)),
    )


def _rows(words: Words, one: Article) -> Iterator[Row]:
    number = one.id
    versions = button(words.t("🕘 Earlier versions"), pack("columns.versions", number))
    if one.state == WITHDRAWN:
        yield (button(words.t("↩️ Publish again"), pack("columns.restore", number)), versions)
        return
    yield (
        button(words.t("✏️ The title"), pack("columns.ask_title", number)),
        button(words.t("✏️ Body"), pack("columns.ask_body", number)),
    )
    files = button(words.t("📎 Photos, files"), pack("columns.ask_files", number))
    yield (button(words.t("📁 Column"), pack("columns.pick", number, 1)), files)
    if one.files:
        yield (button(words.t("✖️ Without photos and files"), pack("columns.bare", number)),)
    yield (button(words.t("🗑 Withdraw"), pack("columns.withdraw", number)), versions)


def _column_rows(words: Words, one: Article, desk: Desk) -> Iterator[Row]:
    number = int(one.panel.partition(":")[2] or 1)
    page = rules.choices(desk.writable, number, CHOICES)
    buttons = []
    for column in page.items:
        tick = "✅ " if column.id == one.column_id else ""
        label = words.list([tick + views.called(words, column)])
        buttons.append(button(label, pack("columns.into", one.id, column.id)))
    yield from in_rows(buttons)
    yield tuple(
        button(
            Markup("{} {}/{}").format(arrow, page.number + step, page.count),
            pack("columns.pick", one.id, page.number + step),
        )
        for arrow, step in (("◀", -1), ("▶", 1))
        if 1 <= page.number + step <= page.count
    )
    yield (_back_or_discard(words, one),)


def _group_rows(words: Words, one: Article, desk: Desk) -> Iterator[Row]:
    none = Markup("✅ ") if one.chat_id is None else Markup()
    label = none + words.t("🚫 To no group")
    yield (button(label, pack("columns.to", one.id, NOWHERE)),)
    for group in desk.groups:
        there = one.model_copy(update={"chat_id": group.id, "group": group.title})
        tick = Markup("✅ ") if one.chat_id == group.id else Markup()
        said = Markup("{}📢 {}").format(tick, where_to(words, there, desk))
        yield (button(said, pack("columns.to", one.id, group.id)),)
    yield (button(words.t("◀ Back"), pack("columns.main", one.id)),)


def _back_or_discard(words: Words, one: Article) -> Button:
    if one.column_id is None:
        return button(words.t("🗑 Discard"), pack("columns.discard", one.id))
    return button(words.t("◀ Back"), pack("columns.main", one.id))
