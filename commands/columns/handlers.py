"""Columns are opened, and articles read; how often is counted, by whom is not."""

from collections.abc import Sequence

from markupsafe import Markup

from commands.columns import rules, views
from commands.columns.views import Board
from commands.kit import (
    Button,
    Page,
    Post,
    Role,
    Row,
    Talk,
    button,
    is_number,
    number_for,
    pack,
    run,
)
from commands.kit.running import RUN
from locales import Words
from storage import article_lists, articles, columns, follows, organisations, publications
from storage.articles import Article
from storage.columns import Column
from storage.database import Store

STREET = "street"
"""The category of the organisation in whose name articles are published."""
PUBLISH, GUIDE, TOPIC = "publish", "guide", "topic"


async def listed(talk: Talk) -> None:
    """`/columns`; a number, as links bear it, opens one."""
    if is_number(talk.args):
        every = await columns.every(talk.store)
        one = rules.the(rules.live(every), int(talk.args))
        if one is not None:
            await talk.reply(await _page(talk, one, 1))
            return
    await talk.reply(await _all(talk))


async def front(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """The same in place of the menu, or of a column."""
    await talk.edit(await _all(talk))


async def opened(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A column, or a page of it, in place of what was there; one that is a feature opens that."""
    column_id, number = (*numbers, 0, 1)[:2]
    every = await columns.every(talk.store)
    one = rules.the(rules.live(every), column_id)
    if one is None:
        await talk.toast(views.column_gone(talk.words))
        return
    command = rules.opener(one, talk.features, _role(talk))
    counts = await article_lists.counts(talk.store)
    if command is not None and not counts.get(one.id):
        await run(talk, command)
    else:
        await talk.edit(await _page(talk, one, number))


async def more(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The column of an article, below it."""
    every = await columns.every(talk.store)
    one = rules.the(rules.live(every), (*numbers, 0)[0])
    if one is None:
        await talk.toast(views.column_gone(talk.words))
    else:
        await talk.reply(await _page(talk, one, 1))


async def read(talk: Talk, numbers: tuple[int, ...]) -> None:
    """An article of a list."""
    await show(talk, (*numbers, 0)[0])


async def by_number(talk: Talk) -> None:
    """`/article 12`, as links in groups bear it."""
    if is_number(talk.args):
        await show(talk, int(talk.args))
    else:
        await talk.reply(await _all(talk))


async def page(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Another page of a long article, in place of the one that was there; it counts once."""
    article_id, number = (*numbers, 0, 1)[:2]
    one = await articles.one(talk.store, article_id)
    if one is None or not one.is_public:
        await talk.toast(views.gone(talk.words))
    else:
        await talk.edit(await _article(talk, one, number))


async def show(talk: Talk, article_id: int) -> None:
    """Shows an article and counts that it was opened; no row says by whom."""
    one = await articles.one(talk.store, article_id)
    if one is None or not one.is_public:
        await talk.say(views.gone(talk.words))
        return
    for post in views.with_files(await _article(talk, one, 1), one):
        await talk.reply(post)
    await publications.opened(talk.store, one.id)


async def follow(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Followed, or not any more; the list shows which."""
    every = await columns.every(talk.store)
    one = rules.the(rules.live(every), (*numbers, 0)[0])
    if one is None:
        await talk.toast(views.column_gone(talk.words))
        return
    person_id, words = talk.asker.person.id, talk.words
    name = views.called(words, one)
    if one.id in await follows.of(talk.store, person_id):
        await follows.leave(talk.store, one.id, person_id)
        await talk.toast(words.t("You do not follow {name} any more.", name=name))
    else:
        await follows.follow(talk.store, one.id, person_id, talk.now)
        await talk.toast(
            words.t("⭐ You follow {name}: what is new comes on Friday afternoon.", name=name)
        )
    if talk.place.is_private:
        await talk.edit(await _page(talk, one, 1))


async def signature(store: Store, words: Words) -> str:
    """The office that publishes, as the register calls it."""
    every = await organisations.every(store)
    street = next((one.name for one in every if one.category == STREET), "")
    return street or str(words.t("the street office"))


async def _all(talk: Talk) -> Post:
    rows = [*_own_rows(talk)]
    if talk.place.is_private and talk.asker.role >= Role.STAFF:
        waits = await article_lists.unpublished(talk.store, talk.asker.person.id, views.WAITING)
        label = talk.words.t("📝 Not published: {count}", count=len(waits))
        rows += [(button(label, pack("columns.waiting")),)] if waits else []
    return views.columns(talk.words, await _board(talk), rows)


def _own_rows(talk: Talk) -> Sequence[Row]:
    """What else there is: everybody asks how things are done, staff publish."""
    words = talk.words
    guide = _runs(words.t("❓ How is it done"), GUIDE)
    if not talk.place.is_private or talk.asker.role < Role.STAFF:
        return ((guide,),)
    manage = button(words.t("⚙️ Manage columns"), pack("columns.manage", 1))
    return (
        (_runs(words.t("✍️ Publish"), PUBLISH), guide),
        (manage, _runs(words.t("🧵 Topics"), TOPIC)),
    )


async def _page(talk: Talk, one: Column, number: int) -> Post:
    board = await _board(talk)
    count = max(1, -(-board.counts.get(one.id, 0) // views.SHELF))
    number = min(max(number, 1), count)
    found = await article_lists.page(talk.store, one.id, number, views.SHELF)
    page = Page(found, number, count)
    return views.column(talk.words, one, board, page, await _column_rows(talk, one))


async def _board(talk: Talk) -> Board:
    every, counts = await columns.every(talk.store), await article_lists.counts(talk.store)
    return Board(every, counts, talk.today, talk.place.is_private)


async def _column_rows(talk: Talk, one: Column) -> Sequence[Row]:
    words, rows = talk.words, list[Row]()
    command = rules.opener(one, talk.features, _role(talk))
    if command is not None:
        rows.append((_runs(words.t("▶️ Open {name}", name=command.called(words)), command.name),))
    if talk.place.is_private:
        follows_it = one.id in await follows.of(talk.store, talk.asker.person.id)
        label = words.t("★ Unfollow") if follows_it else words.t("⭐ Follow")
        rows.append((button(label, pack("columns.follow", one.id)),))
    return rows


async def _article(talk: Talk, one: Article, number: int) -> Post:
    words = talk.words
    every = await columns.every(talk.store)
    own = rules.the(every, one.column_id)
    where = views.path(words, own, every) if own else ""
    row: list[Button] = []
    if own is not None and talk.place.is_private:
        label = words.t("‹ {name}", name=views.called(words, own, 20))
        row.append(button(label, pack(views.MORE, own.id)))
    if talk.asker.role >= Role.STAFF and talk.place.is_private:
        row.append(button(words.t("✏️ Correct"), pack("columns.card", one.id)))
    signed = views.signed(words, one, where, await signature(talk.store, words))
    return views.article(words, one, signed, number, (tuple(row),))


def _runs(label: Markup, command: str) -> Button:
    return button(label, pack(RUN, number_for(command)))


def _role(talk: Talk) -> Role:
    """In a group what everybody may, whoever presses."""
    return talk.asker.role if talk.place.is_private else Role.MEMBER
