"""What people do with notices: write, send, read, answer them, and ask who has not."""

from commands.kit import Post, Role, Talk
from commands.notices import cards, lists, previews, reminders, rules, toasts, views
from locales import Words
from storage import answers, boards, notices, reminders as reminded
from storage.boards import Board
from storage.database import Store
from storage.notices import DIFFICULTY, RECEIVED, Listing

NOTICES_A_PAGE = 8
OPEN_NOTICES = 20
"""So many open notices are offered; older ones are asked for by their number."""


async def compose(talk: Talk) -> None:
    """Keeps a draft; its preview is owed."""
    text = rules.notice_text(talk.args, talk.message.reply_to)
    if not text:
        was_answering = talk.message.reply_to is not None
        await talk.say(views.how_to(talk.words, was_answering=was_answering))
        return
    await notices.draft(
        talk.store,
        text,
        talk.asker.person.id,
        talk.now,
        preview_to=talk.place.id,
        group_id=None if talk.place.is_private else talk.place.id,
        reply_to=None if talk.place.is_private else talk.message.id,
    )


async def send(talk: Talk, numbers: tuple[int, ...]) -> None:
    notice_id, chat_id = rules.two(numbers)
    person_id = talk.asker.person.id
    decision = await notices.send(talk.store, notice_id, chat_id, person_id, talk.now)
    await talk.toast(views.decided(talk.words, decision))


async def discard(talk: Talk, numbers: tuple[int, ...]) -> None:
    notice_id, _ = rules.two(numbers)
    decision = await notices.discard(talk.store, notice_id, talk.asker.person.id, talk.now)
    await talk.toast(views.decided(talk.words, decision))


async def received(talk: Talk, numbers: tuple[int, ...]) -> None:
    await _answer(talk, rules.two(numbers)[0], RECEIVED)
    await _renew(talk, rules.two(numbers)[0])


async def difficulty(talk: Talk, numbers: tuple[int, ...]) -> None:
    await _answer(talk, rules.two(numbers)[0], DIFFICULTY)
    await _renew(talk, rules.two(numbers)[0])


async def received_reminded(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Below a reminder, which is the outbox's to change."""
    await _answer(talk, await _of_reminder(talk, numbers), RECEIVED)


async def difficulty_reminded(talk: Talk, numbers: tuple[int, ...]) -> None:
    await _answer(talk, await _of_reminder(talk, numbers), DIFFICULTY)


async def explain(talk: Talk, notice_id: int) -> None:
    """A reply to the card or to the question why; in the group most of it is ordinary talk."""
    reason = rules.reason(talk.message.text)
    if not reason or not talk.asker.organisations:
        return
    ids = await answers.explain(talk.store, notice_id, talk.asker.person.id, reason)
    own = [one for one in talk.asker.organisations if one.id in ids]
    if own:
        await talk.say(views.explained(talk.words, own))
    elif talk.place.is_private:
        await talk.say(views.nothing_to_explain(talk.words))


async def explain_reminded(talk: Talk, reminder_id: int) -> None:
    """A reply to a reminder is one to its notice."""
    await explain(talk, await _of_reminder(talk, (reminder_id,)))


async def show(talk: Talk) -> None:
    """One notice by its number, for everybody."""
    await _show(talk, await boards.numbered(talk.store, int(talk.args)))


async def show_pressed(talk: Talk, numbers: tuple[int, ...]) -> None:
    """From a list as a message of its own; another page of it in its place."""
    number, page = rules.two(numbers)
    board = await boards.numbered(talk.store, number)
    if board is not None and page and talk.place.is_private:
        await talk.edit(_whole(talk, board, page))
    else:
        await _show(talk, board)


async def listed(talk: Talk) -> None:
    found = await notices.listed(talk.store, 1, NOTICES_A_PAGE)
    await talk.reply(_listing(talk, found))


async def turned(talk: Talk, numbers: tuple[int, ...]) -> None:
    page, _ = rules.two(numbers)
    found = await notices.listed(talk.store, page, NOTICES_A_PAGE)
    await talk.edit(_listing(talk, found))


async def pending(talk: Talk) -> None:
    """Who has not answered the notice with this number, or the only open one."""
    number = rules.read_number(talk.args) if talk.args else None
    if talk.args and number is None:
        await talk.say(views.no_number(talk.words))
        return
    if number is None:
        open_ones = await notices.open_ones(talk.store, OPEN_NOTICES)
        if len(open_ones) != 1:
            await talk.reply(lists.open_notices(talk.words, open_ones, talk.today))
            return
        number = open_ones[0].number or 0
    board = await boards.numbered(talk.store, number)
    found = await reminders.missing(talk, board) if board else None
    await talk.reply(found or Post(views.no_such_notice(talk.words)))


async def pending_pressed(talk: Talk, numbers: tuple[int, ...]) -> None:
    """One of the open notices, or another page, in place of what was shown."""
    number, page = rules.two(numbers)
    board = await boards.numbered(talk.store, number)
    if board is None:
        await talk.toast(views.no_such_notice(talk.words))
    else:
        await talk.edit(await reminders.missing(talk, board, page))


async def preview(store: Store, words: Words, notice_id: int) -> Post | None:
    proposal = await notices.proposal(store, notice_id)
    return previews.preview(words, proposal) if proposal else None


async def card(store: Store, words: Words, notice_id: int) -> Post | None:
    board = await boards.board(store, notice_id)
    return cards.card(words, board) if board else None


async def number_of(store: Store, notice_id: int) -> int | None:
    """The number by which people know the notice; a draft has none."""
    return await notices.number_of(store, notice_id)


async def question(store: Store, words: Words, notice_id: int) -> Post | None:
    """Asks in private for the reason of a difficulty."""
    board = await boards.board(store, notice_id)
    return cards.reason_wanted(words, board.notice) if board else None


async def _of_reminder(talk: Talk, numbers: tuple[int, ...]) -> int:
    """The id of the notice; 0, which no notice has, for an unknown reminder."""
    found = await reminded.one(talk.store, rules.two(numbers)[0])
    return found[1].notice.id if found else 0


async def _answer(talk: Talk, notice_id: int, given: str) -> None:
    person, is_private = talk.asker.person, talk.place.is_private
    ask_in = talk.place.id if is_private else None
    receipt = await answers.answer(talk.store, notice_id, person.id, given, talk.now, ask_in=ask_in)
    toast = toasts.pressed(
        talk.words,
        receipt,
        given,
        person_id=person.id,
        organisations=talk.asker.organisations,
        is_private=is_private,
    )
    await talk.toast(toast, alert=given == DIFFICULTY)


async def _renew(talk: Talk, notice_id: int) -> None:
    """A private view shows the answer at once; the group's card is the outbox's to change."""
    board = await boards.board(talk.store, notice_id) if talk.place.is_private else None
    if board is not None and board.notice.number is not None:
        await talk.edit(_whole(talk, board))


async def _show(talk: Talk, board: Board | None) -> None:
    if board is None:
        await talk.say(views.no_such_notice(talk.words))
        return
    if talk.place.is_private:
        await talk.reply(_whole(talk, board))
    else:
        await talk.reply(cards.short(talk.words, board, talk.asker.organisations))


def _whole(talk: Talk, board: Board, page: int = 1) -> Post:
    for_staff = talk.asker.role == Role.STAFF
    return cards.whole(talk.words, board, talk.asker.organisations, page, for_staff=for_staff)


def _listing(talk: Talk, found: Listing) -> Post:
    return lists.listing(talk.words, found, talk.today, is_private=talk.place.is_private)
