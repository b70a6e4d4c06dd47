"""Writing down what an organisation said on the phone: by a button, or by a reply with more."""

from commands.kit import Post, Talk
from commands.notices import rules
from commands.notices.answers import replies
from commands.notices.calling import calling, cards, toasts
from commands.notices.reading.cards import recalled
from locales import Words
from storage import notes
from storage.boards import Standing
from storage.database import Store
from storage.notices import (
    BY_REPLY,
    CANNOT,
    CHOSEN,
    DIFFICULTY,
    PAPER,
    RECALLED,
    RECEIVED,
    SIGN_UP,
    Notice,
)
from storage.votes import Answer


async def received(talk: Talk, numbers: tuple[int, ...]) -> None:
    await _note(talk, numbers, Answer(answer=RECEIVED))


async def difficulty(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The reason is asked for in a message of its own."""
    await _note(talk, numbers, Answer(answer=DIFFICULTY))


async def come(talk: Talk, numbers: tuple[int, ...]) -> None:
    call_id, count = rules.two(numbers)
    given = rules.coming(count)
    if given is None:
        await talk.toast(toasts.gone(talk.words))
    else:
        await _note(talk, (call_id,), given)


async def cannot(talk: Talk, numbers: tuple[int, ...]) -> None:
    await _note(talk, numbers, Answer(answer=CANNOT))


async def choose(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The option at a place; where several are possible, a second press takes it away."""
    call_id, place = rules.two(numbers)
    await _note(talk, (call_id,), Answer(answer=CHOSEN, detail=str(place)))


async def ask(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Asks for what a button cannot say."""
    call_id, _ = rules.two(numbers)
    if talk.private_chat is None or await notes.called(talk.store, call_id) is None:
        await talk.toast(toasts.gone(talk.words))
        return
    await notes.ask(talk.store, call_id, talk.private_chat, talk.now)
    await talk.toast(replies.asked(talk.words, is_private=talk.place.is_private))


async def question(store: Store, words: Words, call_id: int) -> Post | None:
    """To who calls, after a button that needs words."""
    found = await notes.called(store, call_id)
    standing = calling.standing_of(*found) if found else None
    return cards.question(words, found[1].notice, standing) if found and standing else None


async def reply(talk: Talk, call_id: int) -> bool:
    """The reply to it: what they said, or what makes it difficult."""
    found = await notes.called(talk.store, call_id)
    standing = calling.standing_of(*found) if found else None
    if found is None or standing is None or not talk.asker.person.is_staff:
        return False
    notice = found[1].notice
    if talk.message.photo and notice.form != PAPER:
        return False
    if notice.form in {*BY_REPLY, SIGN_UP}:
        await _take_reply(talk, call_id, notice, standing)
    else:
        reason = rules.reason(talk.message.text)
        by, now = talk.asker.person.id, talk.now
        is_kept = bool(reason) and await notes.explain(talk.store, call_id, by, reason, now)
        await talk.say(toasts.explained(talk.words, is_kept=is_kept))
    return True


async def news(store: Store, words: Words, call_id: int) -> Post | None:
    """To liaisons, in private."""
    found = await notes.called(store, call_id)
    standing = calling.standing_of(*found) if found else None
    if found is None or standing is None:
        return None
    board = found[1]
    if board.notice.state == RECALLED:
        return recalled(words, board.notice)
    return cards.news(words, board, standing)


async def _take_reply(talk: Talk, call_id: int, notice: Notice, standing: Standing) -> None:
    whose = [standing.organisation]
    if notice.form == SIGN_UP:
        read = replies.Read(rules.coming(replies.number_in(talk.message.text)))
    else:
        read = replies.read(notice, talk.message, whose)
    if read.answer is None:
        await talk.say(replies.not_read(talk.words, notice, read, whose))
        return
    by, now = talk.asker.person.id, talk.now
    done = await notes.note(talk.store, call_id, by, read.answer, now, paper=read.paper)
    await talk.say(toasts.noted(talk.words, done))


async def _note(talk: Talk, numbers: tuple[int, ...], given: Answer) -> None:
    call_id, by = rules.two(numbers)[0], talk.asker.person.id
    done = await notes.note(talk.store, call_id, by, given, talk.now)
    if done is None:
        await talk.toast(toasts.gone(talk.words))
        return
    await talk.toast(toasts.noted(talk.words, done))
    await calling.show_call(talk, call_id)
