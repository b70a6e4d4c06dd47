"""Staff name, order, retire and restore columns, by buttons and by replies."""

from commands.columns import managed, rules, topics
from commands.columns.views import column_gone
from commands.columns.writing import writer
from commands.kit import Post, Role, Talk
from locales import Words, plain
from storage import article_lists, columns, follows
from storage.columns import Column
from storage.database import Store

NEW, NAME = "columns.ask_new", "columns.ask_name"
"""The deliveries that ask for a name; the subject is the column, or that above the new one."""
ALONE = 0
"""Instead of a column: none stands above."""


async def listed(talk: Talk, numbers: tuple[int, ...]) -> None:
    """All of them, retired ones too."""
    every = await columns.every(talk.store)
    await talk.edit(managed.overview(talk.words, every, (*numbers, 1)[0]))


async def opened(talk: Talk, numbers: tuple[int, ...]) -> None:
    """One of them, with what can be done."""
    one = await _the(talk, numbers)
    if one is not None:
        await _show(talk, one.id)


async def ask_name(talk: Talk, numbers: tuple[int, ...]) -> None:
    one = await _the(talk, numbers)
    if one is not None:
        await _ask(talk, NAME, one.id)


async def ask_new(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A new one, below another perhaps."""
    await _ask(talk, NEW, (*numbers, ALONE)[0])


async def raise_up(talk: Talk, numbers: tuple[int, ...]) -> None:
    """One place further up."""
    one = await _the(talk, numbers)
    if one is None:
        return
    if await columns.raise_up(talk.store, one.id):
        await talk.toast(talk.words.t("⬆️ Moved up."))
        await _show(talk, one.id)
    else:
        await talk.toast(talk.words.t("It is the first already."))


async def under(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Below which it shall stand."""
    one = await _the(talk, numbers)
    if one is not None:
        every = await columns.every(talk.store)
        await talk.edit(managed.which_above(talk.words, one, every))


async def put(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Below that one, or for itself."""
    one = await _the(talk, numbers)
    parent = (*numbers, ALONE, ALONE)[1]
    if one is None:
        return
    if await columns.put_under(talk.store, one.id, parent or None):
        await talk.toast(talk.words.t("✅ Noted."))
    else:
        await talk.toast(talk.words.t("That cannot be: columns have two levels."), alert=True)
    await _show(talk, one.id)


async def retire(talk: Talk, numbers: tuple[int, ...]) -> None:
    """It is listed no more; what is in it is kept."""
    one = await _the(talk, numbers)
    if one is None:
        return
    person_id, now = talk.asker.person.id, talk.now
    is_new = await columns.retire(talk.store, one.id, person_id, now)
    words = talk.words
    done, before = words.t("🗄 Retired; its articles are kept."), words.t("It was retired before.")
    await talk.toast(done if is_new else before)
    await _show(talk, one.id)


async def restore(talk: Talk, numbers: tuple[int, ...]) -> None:
    one = await _the(talk, numbers)
    if one is None:
        return
    if await columns.restore(talk.store, one.id):
        await talk.toast(talk.words.t("↩️ It is listed again."))
    else:
        await talk.toast(talk.words.t("It is listed, or another column has its name by now."))
    await _show(talk, one.id)


async def name_question(store: Store, words: Words, column_id: int) -> Post | None:
    one = rules.the(await columns.every(store), column_id)
    if one is None:
        return None
    hint = plain(words.t("New name / English name"))
    return Post(managed.which_name(words, one), placeholder=hint)


async def new_question(store: Store, words: Words, parent_id: int) -> Post | None:
    above = rules.the(await columns.every(store), parent_id)
    hint = plain(words.t("New name / English name"))
    return Post(managed.which_new(words, above), placeholder=hint)


async def renamed(talk: Talk, column_id: int) -> bool | None:
    names = await _names(talk)
    if names is None:
        return True
    before = rules.the(await columns.every(talk.store), column_id)
    if before is not None and await columns.rename(talk.store, column_id, *names):
        groups = await topics.call_alike(talk, before, names[0])
        await talk.say(managed.renamed(talk.words, names[0], *groups))
    else:
        await talk.say(managed.taken(talk.words, names[0]))
    return True


async def named(talk: Talk, parent_id: int) -> bool | None:
    """The names of a new one."""
    names = await _names(talk)
    if names is None:
        return True
    if await columns.add(talk.store, *names, parent_id or None) is None:
        await talk.say(managed.taken(talk.words, names[0]))
    else:
        await talk.say(talk.words.t("✅ There is a new column: {name}", name=names[0]))
    return True


async def _names(talk: Talk) -> tuple[str, str] | None:
    """Those of a reply; else says what is missing."""
    if talk.asker.role < Role.STAFF or not talk.place.is_private:
        await talk.say(talk.words.t("Only staff of the street office change columns."))
        return None
    names = rules.read_names(talk.message.text)
    if not names[0]:
        await talk.say(managed.how_named(talk.words))
        return None
    return names


async def _the(talk: Talk, numbers: tuple[int, ...]) -> Column | None:
    one = rules.the(await columns.every(talk.store), (*numbers, 0)[0])
    if one is None:
        await talk.toast(column_gone(talk.words))
    return one


async def _show(talk: Talk, column_id: int) -> None:
    every = await columns.every(talk.store)
    one = rules.the(every, column_id)
    if one is not None:
        counts = await article_lists.counts(talk.store)
        standing = managed.Standing(counts.get(one.id, 0), await follows.count(talk.store, one.id))
        await talk.edit(managed.column(talk.words, one, every, standing))


async def _ask(talk: Talk, kind: str, subject: int) -> None:
    own = writer(talk)
    await columns.ask(talk.store, kind, subject, own.chat_id, own.now)
    await talk.toast(talk.words.t("Please reply to the message that comes now."))
