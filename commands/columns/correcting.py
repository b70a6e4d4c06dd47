"""What an article says is asked for and corrected by replies; what it said before is kept."""

from collections.abc import Awaitable, Callable

from commands.columns import history, rules
from commands.columns.views import gone
from commands.columns.writing import the, writer
from commands.kit import Post, Role, Talk, button, pack
from commands.kit.messages import files_of
from locales import Words, message, plain
from storage import article_lists, articles, columns, publications
from storage.articles import CONTENT, DRAFT, FILES, TEXT, TITLE, Article
from storage.database import Store

ASKED = {
    TITLE: message("✏️ What is its title? Reply to this message."),
    TEXT: message("✏️ What does it say? Reply to this message with the whole text."),
    CONTENT: message(
        "✍️ Reply to this message with the article: words, photos, a file. The first line becomes"
        " the title."
    ),
    FILES: message(
        "📎 Reply to this message with photos or files: ten photos and videos and ten files have"
        " room."
    ),
}
HINTS = {
    TITLE: message("Title"),
    TEXT: message("Text"),
    CONTENT: message("Words or photos"),
    FILES: message("Photos or files"),
}

NOTHING_SAID = message("Please write it in words.")
NOTHING_IN_IT = {FILES: message("Please send a photo or a file, as a reply to the question.")}


def asks(asked: str) -> Callable[[Talk, tuple[int, ...]], Awaitable[None]]:
    """The button that has one of them asked for."""

    async def press(talk: Talk, numbers: tuple[int, ...]) -> None:
        found = await the(talk, numbers)
        if found is not None:
            await articles.ask(talk.store, asked, found.id, writer(talk))
            await talk.toast(talk.words.t("Please reply to the message that comes now."))

    return press


def question(asked: str) -> Callable[[Store, Words, int], Awaitable[Post | None]]:
    """The message that asks; what is there already is shown, to be sent again in other words."""

    async def render(store: Store, words: Words, article_id: int) -> Post | None:
        found = await articles.one(store, article_id)
        if found is None:
            return None
        text = words.t(ASKED[asked])
        now = {TITLE: found.title, TEXT: found.body}.get(asked, "")
        if now and len(rules.pages(now)) == 1:
            text += words.t("\nUntil now: <code>{text}</code>", text=now)
        return Post(text, placeholder=plain(words.t(HINTS[asked])))

    return render


def answered(asked: str) -> Callable[[Talk, int], Awaitable[bool | None]]:
    """What a reply to such a message means."""

    async def reply(talk: Talk, article_id: int) -> bool | None:
        found = await _answered(talk, article_id)
        if found is not None:
            await _take(talk, found, asked)
        return True

    return reply


async def added(talk: Talk, article_id: int) -> bool | None:
    """A reply to the card: another text, and photos or files that go along."""
    found = await _answered(talk, article_id)
    if found is not None:
        await _take(talk, found, TEXT if found.title else CONTENT)
    return True


async def withdraw(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Nobody can read it; a second press changes nothing."""
    found = await the(talk, numbers)
    if found is None:
        return
    if await publications.withdraw(talk.store, found.id, writer(talk)):
        await talk.toast(talk.words.t("🗑 Withdrawn; the card lets you publish it again."))
    else:
        await talk.toast(talk.words.t("It was withdrawn before."))


async def restore(talk: Talk, numbers: tuple[int, ...]) -> None:
    """It can be read again; groups do not get it a second time."""
    found = await the(talk, numbers)
    if found is None:
        return
    if await publications.restore(talk.store, found.id, writer(talk)):
        await talk.toast(talk.words.t("✅ It can be read again; the group does not get it anew."))
    else:
        await talk.toast(talk.words.t("It can be read already."))


async def versions(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Every change: who, when, and what was there before."""
    found = await the(talk, numbers)
    if found is not None:
        page = (*numbers, 1, 1)[1]
        await _show(talk, found, page, talk.reply if len(numbers) == 1 else talk.edit)


async def version(talk: Talk, numbers: tuple[int, ...]) -> None:
    """One change with all that was there before."""
    found = await the(talk, numbers)
    if found is None:
        return
    one = await article_lists.version(talk.store, found.id, (*numbers, 0, 0)[1])
    if one is None:
        await talk.toast(gone(talk.words))
        return
    every = await columns.every(talk.store)
    await talk.edit(history.one(talk.words, found, one, every))


async def revert(talk: Talk, numbers: tuple[int, ...]) -> None:
    """What was there before a change is there again, which is a change as well."""
    found = await the(talk, numbers)
    if found is None:
        return
    one = await article_lists.version(talk.store, found.id, (*numbers, 0, 0)[1])
    if one is None or one.field not in history.CAN_COME_BACK:
        await talk.toast(gone(talk.words))
        return
    value = int(one.old) if one.field == "column_id" else one.old
    if await articles.revise(talk.store, found.id, {one.field: value}, writer(talk)) is None:
        await talk.toast(gone(talk.words))
        return
    await talk.toast(talk.words.t("↩️ As it was before."))
    await _show(talk, found, 1, talk.edit)


async def _show(
    talk: Talk, found: Article, page: int, show: Callable[[Post], Awaitable[None]]
) -> None:
    every = await article_lists.versions(talk.store, found.id)
    await show(history.overview(talk.words, found, every, await columns.every(talk.store), page))


async def _take(talk: Talk, found: Article, asked: str) -> None:
    """Words become the title or the text, files go along; nothing of either is said kindly."""
    said, files = talk.message.spelt_out().strip(), files_of(talk.message, talk.place.id)
    values = rules.changes(asked, said, has_title=bool(found.title))
    if not values and not files:
        await talk.say(talk.words.t(NOTHING_IN_IT.get(asked, NOTHING_SAID)))
        return
    after = await articles.revise(talk.store, found.id, values, writer(talk), files)
    if after is None:
        await talk.say(gone(talk.words))
    elif talk.message.media_group_id is None or said:
        await _confirm(talk, after)


async def _confirm(talk: Talk, after: Article) -> None:
    words = talk.words
    if after.state == DRAFT and not after.title:
        await articles.ask(talk.store, TITLE, after.id, writer(talk))
        return
    card = pack("columns.card", after.id)
    if after.state == DRAFT:
        show = button(words.t("📝 The draft ›"), card)
        await talk.reply(Post(words.t("✅ Noted: the draft above shows it."), ((show,),)))
    else:
        show = button(words.t("The article ›"), card)
        said = words.t("✅ Corrected everywhere. What it said before is kept.")
        await talk.reply(Post(said, ((show,),)))


async def _answered(talk: Talk, article_id: int) -> Article | None:
    """The article that a reply is about; only staff's replies count."""
    if talk.asker.role < Role.STAFF or not talk.place.is_private:
        await talk.say(talk.words.t("Only staff of the street office write articles."))
        return None
    return await the(talk, (article_id,))
