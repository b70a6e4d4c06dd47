"""Second thoughts about a sent notice: another text, recalled, or as the beginning of another."""

from commands.kit import Post, Role, Talk, hours_of
from commands.notices import leads, rules
from commands.notices.changes import amendments as views
from commands.notices.reading import showing
from locales import Words
from storage import amendments, boards, notices
from storage.database import Store


async def ask(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Asks for the new text, in private."""
    notice_id, _ = rules.two(numbers)
    change = await amendments.ask(talk.store, notice_id, talk.asker.person.id, talk.now)
    await talk.toast(views.asked(talk.words, change))


async def question(store: Store, words: Words, notice_id: int) -> Post | None:
    board = await boards.board(store, notice_id)
    return views.question(words, board.notice) if board else None


async def reword(talk: Talk, notice_id: int) -> bool:
    """The reply with the new text."""
    if talk.asker.role < Role.STAFF or talk.message.photo:
        return False
    text = rules.wording(talk.message.spelt_out())
    if not text:
        await talk.say(views.no_words(talk.words))
        return True
    notice = await notices.by_id(talk.store, notice_id)
    hours = await hours_of(talk.store, talk.office)
    when = talk.now, leads.waits_until(hours, notice, talk.now)
    person_id = talk.asker.person.id
    done = await amendments.reword(talk.store, notice_id, text, person_id, *when)
    await talk.reply(views.reworded(talk.words, done))
    return True


async def amended(store: Store, words: Words, notice_id: int) -> Post | None:
    """To somebody who had answered: what it says now."""
    board = await boards.board(store, notice_id)
    return views.amended(words, board.notice) if board else None


async def ask_again(talk: Talk, numbers: tuple[int, ...]) -> None:
    notice_id, _ = rules.two(numbers)
    count = await amendments.ask_again(talk.store, notice_id, talk.asker.person.id, talk.now)
    await talk.toast(views.asked_again(talk.words, count))


async def recall(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Asks first: it cannot be undone."""
    board = await boards.board(talk.store, rules.two(numbers)[0])
    if board is None or board.notice.number is None:
        await talk.toast(views.nothing(talk.words))
        return
    seen = await amendments.seen_by(talk.store, board.notice.id)
    await talk.reply(views.sure(talk.words, board.notice, seen))


async def recall_surely(talk: Talk, numbers: tuple[int, ...]) -> None:
    notice_id, _ = rules.two(numbers)
    change = await amendments.recall(talk.store, notice_id, talk.asker.person.id, talk.now)
    await talk.toast(views.recalled(talk.words, change))
    await showing.renew(talk, notice_id)


async def copy(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Its preview is owed to whoever pressed, in private."""
    notice_id, _ = rules.two(numbers)
    made = await amendments.copy(talk.store, notice_id, talk.asker.person.id, talk.now)
    await talk.toast(views.nothing(talk.words) if made is None else views.copied(talk.words))
