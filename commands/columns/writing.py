"""`/publish`: an article is written from a message, or step by step, and sent into its column."""

from commands.columns import cards, rules, views
from commands.columns.cards import COLUMN, GROUP, MAIN, Desk
from commands.columns.views import called, column_gone, gone
from commands.kit import Message, Post, Talk, hours_of, private_link
from commands.kit.messages import files_of
from storage import article_lists, articles, chats, column_topics, columns, deliveries, publications
from storage.articles import CONTENT, DRAFT, TITLE, Article, Writer
from storage.database import Store

FIRST = f"{COLUMN}:1"


async def publish(talk: Talk) -> None:
    """Of the message that it answers, of the words behind it, or step by step."""
    chat_id, words = talk.private_chat, talk.words
    answered = await _answered(talk)
    text = answered.spelt_out() if answered is not None else talk.message.spelt_out(talk.args)
    files = *files_of(answered, talk.place.id), *files_of(talk.message, talk.place.id)
    if chat_id is None:
        label = words.t("Open our private chat")
        text_ = words.t("Articles are written in private: press Start there, then do this again.")
        await talk.reply(Post(text_, ((private_link(label, "start"),),)))
        return
    told = _told(text, talk.args if answered is not None else "")
    told |= {"panel": FIRST, "chat_id": await _group(talk)}
    own = Writer(talk.asker.person.id, chat_id, talk.now)
    await articles.draft(talk.store, told, files, own)
    if not talk.place.is_private:
        await talk.reply(Post(words.t("✍️ The draft is in our private chat.")))


async def show(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The card of an article, to be corrected."""
    if not await articles.show(talk.store, (*numbers, 0)[0], talk.place.id, talk.now):
        await talk.toast(gone(talk.words))


async def waiting(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """What somebody began and did not publish, and what was withdrawn."""
    author = talk.asker.person.id
    found = await article_lists.unpublished(talk.store, author, views.WAITING)
    await talk.reply(views.waiting(talk.words, found))


async def pick(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Which column, a page of them."""
    page = min(max((*numbers, 1, 1)[1], 1), 99)
    await _open(talk, numbers, f"{COLUMN}:{page}")


async def groups(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Which group, or none."""
    await _open(talk, numbers, GROUP)


async def main(talk: Talk, numbers: tuple[int, ...]) -> None:
    await _open(talk, numbers, MAIN)


async def into(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A column; a draft without words is then asked for them."""
    found = await the(talk, numbers)
    column_id = (*numbers, 0, 0)[1]
    every = await columns.every(talk.store)
    column = rules.the(rules.writable(every), column_id)
    if found is None:
        return
    if column is None:
        await talk.toast(column_gone(talk.words))
        return
    changed = {"column_id": column.id, "panel": MAIN}
    if await articles.revise(talk.store, found.id, changed, writer(talk)) is None:
        await talk.toast(gone(talk.words))
        return
    if found.state == DRAFT and not found.title:
        await articles.ask(talk.store, TITLE if found.files else CONTENT, found.id, writer(talk))
    await talk.toast(talk.words.t("📁 Into {column}", column=called(talk.words, column)))


async def to(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A group, or none; what was published stays where it went."""
    found = await the(talk, numbers)
    group_id = (*numbers, 0, 0)[1]
    joined = {one.id for one in await chats.joined(talk.store)}
    if found is None:
        return
    if found.state != DRAFT or group_id not in {cards.NOWHERE, *joined}:
        await talk.toast(talk.words.t("It cannot go there any more."))
        return
    changed = {"chat_id": group_id or None, "panel": MAIN}
    await articles.revise(talk.store, found.id, changed, writer(talk))


async def bare(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Nothing goes along."""
    found = await the(talk, numbers)
    if found is not None:
        await articles.revise(talk.store, found.id, {}, writer(talk), None)
        await talk.toast(talk.words.t("✖️ Nothing goes along any more."))


async def send(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Published, once: a second press is told so."""
    found = await the(talk, numbers)
    if found is None:
        return
    if not found.title or found.column_id is None:
        panel = FIRST if found.column_id is None else MAIN
        await articles.revise(talk.store, found.id, {"panel": panel}, writer(talk))
        await talk.toast(talk.words.t("It still needs a column and a title."), alert=True)
        return
    hours = await hours_of(talk.store, talk.office)
    due_at = hours.next_open(talk.now)
    is_new = await publications.publish(talk.store, found.id, writer(talk), due_at)
    if not is_new:
        await talk.toast(talk.words.t("It was published before."))
    elif due_at > talk.now and found.chat_id is not None:
        at = talk.words.moment(due_at, talk.zone)
        await talk.toast(
            talk.words.t("✅ Published. The group gets it at {at}.", at=at), alert=True
        )
    else:
        await talk.toast(talk.words.t("✅ Published."))


async def discard(talk: Talk, numbers: tuple[int, ...]) -> None:
    found = await the(talk, numbers)
    if found is not None and not await publications.discard(talk.store, found.id):
        await talk.toast(talk.words.t("It was published before."))


async def desk(store: Store) -> Desk:
    """What articles can become."""
    every = await columns.every(store)
    groups, topics = await chats.joined(store), await column_topics.every(store)
    return Desk(every, rules.writable(every), groups, topics)


def writer(talk: Talk) -> Writer:
    """Who writes here and now."""
    return Writer(talk.asker.person.id, talk.place.id, talk.now)


async def the(talk: Talk, numbers: tuple[int, ...]) -> Article | None:
    """The article of a button, the first number in it; else says that there is none."""
    found = await articles.one(talk.store, numbers[0]) if numbers else None
    if found is None or found.state == articles.DISCARDED:
        await talk.say(gone(talk.words))
        return None
    return found


def _told(text: str, title: str) -> dict[str, object]:
    """What is known of an article from the words of a message."""
    if title:
        return {"title": rules.title_of(title), "body": text.strip()[: rules.BODY_LONGEST]}
    proposed, body = rules.propose(text)
    return {"title": proposed, "body": body[: rules.BODY_LONGEST]}


async def _answered(talk: Talk) -> Message | None:
    """The message that shall be an article; a question of ours is none when words follow."""
    answered = talk.message.reply_to
    if answered is None or not talk.args:
        return answered
    is_ours = await deliveries.shown_by(talk.store, talk.place.id, answered.id) is not None
    return None if is_ours else answered


async def _group(talk: Talk) -> int | None:
    """The group it is said in, or the only one that there is."""
    if not talk.place.is_private:
        return talk.place.id
    joined = await chats.joined(talk.store)
    return joined[0].id if len(joined) == 1 else None


async def _open(talk: Talk, numbers: tuple[int, ...], panel: str) -> None:
    found = await the(talk, numbers)
    if found is None:
        return
    if await articles.revise(talk.store, found.id, {"panel": panel}, writer(talk)) is None:
        await talk.toast(gone(talk.words))
