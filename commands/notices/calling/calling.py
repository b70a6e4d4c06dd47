"""Who of the staff calls whom: all that are missing, or one by one; and the list of them."""

from commands.kit import Post, Talk
from commands.notices import rules
from commands.notices.answers.toasts import no_answers
from commands.notices.calling import cards, lists, toasts
from commands.notices.following import reminders
from commands.notices.reading import showing
from locales import Words
from storage import boards, calls, deliveries, notes, phones
from storage.boards import Board, Standing
from storage.calls import Call
from storage.database import Store


async def take_all(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Whoever is missing and is not called yet; the list is owed in private."""
    notice_id, _ = rules.two(numbers)
    if talk.private_chat is None:
        await talk.toast(toasts.write_to_me(talk.words), alert=True)
        return
    done = await calls.take(talk.store, notice_id, talk.asker.person.id, talk.now)
    await talk.toast(toasts.taken(talk.words, done))
    await reminders.renew(talk, notice_id)


async def choose(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A page of the missing to choose from."""
    notice_id, page = rules.two(numbers)
    await _choose(talk, notice_id, page)


async def toggle(talk: Talk, numbers: tuple[int, ...]) -> None:
    """One of them: taken, or given back by who has it."""
    notice_id, organisation_id, page = (*numbers, 0, 0, 0)[:3]
    person_id, now = talk.asker.person.id, talk.now
    if talk.private_chat is None:
        await talk.toast(toasts.write_to_me(talk.words), alert=True)
        return
    own = await calls.of(talk.store, notice_id, person_id)
    if any(one.organisation_id == organisation_id for one in own):
        count = await calls.give_back(talk.store, notice_id, person_id, now, organisation_id)
        await talk.toast(toasts.given_back(talk.words, count))
    else:
        done = await calls.take(talk.store, notice_id, person_id, now, organisation_id)
        await talk.toast(toasts.taken(talk.words, done))
    await _choose(talk, notice_id, page)


async def turned(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A page of one's own list."""
    notice_id, page = rules.two(numbers)
    board = await boards.board(talk.store, notice_id)
    if board is None or not talk.place.is_private:
        await talk.toast(no_answers(talk.words))
        return
    own = await calls.of(talk.store, notice_id, talk.asker.person.id)
    await talk.edit(lists.mine(talk.words, board, own, page))


async def give_all_back(talk: Talk, numbers: tuple[int, ...]) -> None:
    notice_id, _ = rules.two(numbers)
    count = await calls.give_back(talk.store, notice_id, talk.asker.person.id, talk.now)
    await talk.toast(toasts.given_back(talk.words, count))
    await _renew_list(talk, notice_id)


async def show(talk: Talk, numbers: tuple[int, ...]) -> None:
    """One call, with buttons for what they say; names open chats, so it is for private chats."""
    await show_call(talk, rules.two(numbers)[0])


async def give_back(talk: Talk, numbers: tuple[int, ...]) -> None:
    call = await calls.one(talk.store, rules.two(numbers)[0])
    if call is None:
        await talk.toast(toasts.gone(talk.words))
        return
    whose = call.notice_id, talk.asker.person.id
    count = await calls.give_back(talk.store, *whose, talk.now, call.organisation_id)
    await talk.toast(toasts.given_back(talk.words, count))
    await _renew_list(talk, call.notice_id)


async def mine(store: Store, words: Words, call_id: int) -> Post | None:
    """The list, by one's first call about the notice."""
    found = await notes.called(store, call_id)
    if found is None:
        return None
    call, board = found
    return lists.mine(words, board, await calls.of(store, call.notice_id, call.person_id))


async def number_of(store: Store, call_id: int) -> int | None:
    """The number by which people know the notice."""
    call = await calls.one(store, call_id)
    return await showing.number_of(store, call.notice_id) if call else None


async def show_call(talk: Talk, call_id: int) -> None:
    """The card of a call, in place of what bore the button."""
    found = await notes.called(talk.store, call_id)
    standing = standing_of(*found) if found else None
    if found is None or standing is None or not talk.place.is_private:
        await talk.toast(toasts.gone(talk.words))
        return
    numbers = await phones.of_each(talk.store, [one.id for one in standing.liaisons])
    await talk.edit(cards.card(talk.words, *found, standing, numbers))


def standing_of(call: Call, board: Board) -> Standing | None:
    """Where the called organisation stands."""
    wanted = call.organisation_id
    return next((one for one in board.standings if one.organisation.id == wanted), None)


async def _choose(talk: Talk, notice_id: int, page: int) -> None:
    board = await boards.board(talk.store, notice_id)
    if board is None or not talk.place.is_private:
        await talk.toast(no_answers(talk.words))
        return
    own = await calls.of(talk.store, notice_id, talk.asker.person.id)
    ids = [one.organisation_id for one in own]
    await talk.edit(lists.chooser(talk.words, board, ids, page))


async def _renew_list(talk: Talk, notice_id: int) -> None:
    """The list that was owed is the outbox's to change."""
    board = await boards.board(talk.store, notice_id)
    is_owed = await deliveries.shown_by(talk.store, talk.place.id, talk.message.id) is not None
    if board is None or is_owed or not talk.place.is_private:
        return
    own = await calls.of(talk.store, notice_id, talk.asker.person.id)
    await talk.edit(lists.mine(talk.words, board, own))
