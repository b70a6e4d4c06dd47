"""Answering a notice: by a button, by a reply with words, a number or a file; taking it back."""

from markupsafe import Markup

from commands.kit import Post, Talk
from commands.kit.features import PressHandler
from commands.notices import rules, views
from commands.notices.answers import replies, toasts, typed
from commands.notices.reading import cards, showing
from locales import Words
from storage import answers, boards, private_copies
from storage.boards import Board
from storage.database import Store
from storage.notices import (
    BY_REPLY,
    CANNOT,
    CHOSEN,
    COME,
    DIFFICULTY,
    PAPER,
    RECEIVED,
    Notice,
)
from storage.votes import Answer, Receipt

THUMB = "👍"


async def received(talk: Talk, numbers: tuple[int, ...]) -> None:
    await _answer(talk, numbers, Answer(answer=RECEIVED))


async def difficulty(talk: Talk, numbers: tuple[int, ...]) -> None:
    await _answer(talk, numbers, Answer(answer=DIFFICULTY))


async def cannot(talk: Talk, numbers: tuple[int, ...]) -> None:
    await _answer(talk, numbers, Answer(answer=CANNOT))


async def come(talk: Talk, numbers: tuple[int, ...]) -> None:
    """One's first coming, one more, or one less; the second number says how many."""
    notice_id, more, *organisation = (*numbers, 0, 0)[:3]
    step = max(-1, min(more, 1))
    await _answer(talk, (notice_id, *organisation), Answer(answer=COME, amount=step), more=True)


async def choose(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The option at a place; where several are possible, a second press takes it away."""
    notice_id, place, *organisation = (*numbers, 0, 0)[:3]
    await _answer(talk, (notice_id, *organisation), Answer(answer=CHOSEN, detail=str(place)))


async def received_reminded(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Below a reminder, which is the outbox's to change."""
    await _take(talk, await of_reminder(talk, numbers), Answer(answer=RECEIVED))


async def difficulty_reminded(talk: Talk, numbers: tuple[int, ...]) -> None:
    await _take(talk, await of_reminder(talk, numbers), Answer(answer=DIFFICULTY))


def on_copy(handle: PressHandler) -> PressHandler:
    """The same below a copy: its buttons bear the copy's id, where others bear the notice's."""

    async def pressed(talk: Talk, numbers: tuple[int, ...]) -> None:
        first, *others = numbers or (0,)
        await handle(talk, (await of_reminder(talk, (first,)), *others))

    return pressed


async def open_reminded(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A reminder of a notice that needs more than two buttons: shows it, or asks."""
    board = await boards.board(talk.store, await of_reminder(talk, numbers))
    if board is not None and board.notice.form in BY_REPLY:
        await _fill(talk, board.notice.id)
    elif board is not None and talk.place.is_private:
        await talk.reply(await showing.whole(talk, board))
    else:
        await talk.toast(replies.in_private(talk.words), alert=True)


async def fill(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Asks in the private chat for what a button cannot say."""
    await _fill(talk, rules.two(numbers)[0])


async def undo(talk: Talk, numbers: tuple[int, ...]) -> None:
    notice_id, _ = rules.two(numbers)
    receipt = await answers.undo(talk.store, notice_id, talk.asker.person.id, talk.now)
    await talk.toast(toasts.undone(talk.words, receipt))
    await showing.renew(talk, notice_id)


async def question(store: Store, words: Words, notice_id: int) -> Post | None:
    """Asks in private for words, a number or a file."""
    board = await boards.board(store, notice_id)
    return replies.question(words, board.notice) if board else None


async def reason_question(store: Store, words: Words, notice_id: int) -> Post | None:
    """Asks in private for the reason of a difficulty."""
    board = await boards.board(store, notice_id)
    return cards.reason_wanted(words, board.notice) if board else None


async def reply(talk: Talk, notice_id: int) -> bool:
    """A reply to a card or to a question; in the group most of it is ordinary talk.

    False for a photo that the notice did not ask for.
    """
    board = await boards.board(talk.store, notice_id)
    if talk.message.photo and (board is None or board.notice.form != PAPER):
        return False
    if board is not None and board.notice.form in BY_REPLY:
        await _take_reply(talk, board)
    elif board is not None and not await _take_typed(talk, board):
        await _explain(talk, board.notice)
    return True


async def reply_with_reason(talk: Talk, notice_id: int) -> bool:
    """A reply to the question what stands in the way: whatever it says is the reason."""
    board = await boards.board(talk.store, notice_id)
    if board is not None and not talk.message.photo:
        await _explain(talk, board.notice)
    return not talk.message.photo


async def reply_reminded(talk: Talk, reminder_id: int) -> bool:
    """A reply to a reminder is one to its notice."""
    return await reply(talk, await of_reminder(talk, (reminder_id,)))


async def of_reminder(talk: Talk, numbers: tuple[int, ...]) -> int:
    """The id of the notice; 0, which no notice has, for an unknown reminder."""
    return await private_copies.notice_of(talk.store, rules.two(numbers)[0]) or 0


async def _take_reply(talk: Talk, board: Board) -> None:
    own = rules.own_standings(board, talk.asker.organisations)
    organisations = [one.organisation for one in own]
    if not organisations and not board.notice.asks_people:
        return
    read = replies.read(board.notice, talk.message, organisations)
    if read.answer is None:
        if talk.place.is_private or read.is_meant:
            await talk.say(replies.not_read(talk.words, board.notice, read, organisations))
        return
    receipt = await answers.answer(
        talk.store,
        board.notice.id,
        talk.asker.person.id,
        read.answer,
        talk.now,
        organisation_id=read.organisation_id,
        paper=read.paper,
    )
    await talk.say(_told(talk, receipt))


async def _take_typed(talk: Talk, board: Board) -> bool:
    """True for 收到 and the like, which count as a press does; the group sees no more than a 👍."""
    own = rules.own_standings(board, talk.asker.organisations)
    said = typed.read(board.notice, talk.message.text, [one.organisation for one in own])
    if said is None or not (own or board.notice.asks_people):
        return False
    receipt = await answers.answer(
        talk.store,
        board.notice.id,
        talk.asker.person.id,
        said.answer,
        talk.now,
        organisation_id=said.organisation_id,
        ask_in=talk.place.id if talk.place.is_private and not said.reason else None,
        reason=said.reason,
    )
    await thumb_up(talk, receipt, is_enough=not said.lacks_reason)
    return True


async def thumb_up(talk: Talk, receipt: Receipt | None, *, is_enough: bool = True) -> None:
    """In a group a thumb is enough for what goes without saying, if it may be given there."""
    is_plain = is_enough and toasts.goes_without_saying(receipt, talk.asker.person.id)
    is_quiet = is_plain and not talk.place.is_private
    if not (is_quiet and await talk.outlet.react(talk.place.id, talk.message.id, THUMB)):
        await talk.say(_told(talk, receipt))


async def _explain(talk: Talk, notice: Notice) -> None:
    reason = rules.reason(talk.message.text)
    if not reason or not (talk.asker.organisations or notice.asks_people):
        return
    by, now = talk.asker.person.id, talk.now
    ids = await answers.explain(talk.store, notice.id, by, reason, now)
    own = [one for one in talk.asker.organisations if one.id in ids]
    if ids:
        await talk.say(views.explained(talk.words, own))
    elif talk.place.is_private:
        await talk.say(views.nothing_to_explain(talk.words))


async def _fill(talk: Talk, notice_id: int) -> None:
    """Asks whoever is asked; for others it was a reading, and a forged id asks nothing."""
    person_id, ask_in = talk.asker.person.id, talk.private_chat
    receipt = await answers.ask(talk.store, notice_id, person_id, talk.now, ask_in)
    if receipt is None or not receipt.votes:
        await talk.toast(_told(talk, receipt))
    elif receipt.notice.form not in BY_REPLY:
        await talk.toast(replies.in_private(talk.words), alert=True)
    elif ask_in is None:
        await talk.toast(replies.write_to_me(talk.words), alert=True)
    else:
        await talk.toast(replies.asked(talk.words, is_private=talk.place.is_private))


async def _answer(
    talk: Talk, numbers: tuple[int, ...], given: Answer, *, more: bool = False
) -> None:
    notice_id, organisation_id = rules.two(numbers)
    await _take(talk, notice_id, given, organisation_id, more=more)
    await showing.renew(talk, notice_id)


async def _take(
    talk: Talk, notice_id: int, given: Answer, organisation_id: int = 0, *, more: bool = False
) -> None:
    receipt = await answers.answer(
        talk.store,
        notice_id,
        talk.asker.person.id,
        given,
        talk.now,
        organisation_id=organisation_id or None,
        more=more,
        ask_in=talk.place.id if talk.place.is_private else None,
    )
    is_urging = given.answer == DIFFICULTY or (receipt is not None and receipt.wants_one)
    await talk.toast(_told(talk, receipt), alert=is_urging)


def _told(talk: Talk, receipt: Receipt | None) -> Markup:
    return toasts.pressed(
        talk.words,
        receipt,
        person_id=talk.asker.person.id,
        organisations=talk.asker.organisations,
        is_private=talk.place.is_private,
    )
