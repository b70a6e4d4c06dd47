"""What else is to be known of a pair: asked for by a button, told by a reply."""

from commands.kit import Post, Talk
from commands.kit.faults import Problem
from commands.organisations import cards, facts
from commands.organisations.pairing import views
from locales import Words
from storage import pairings
from storage.database import Store
from storage.pairings import NOTE


async def ask(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The button below a pair."""
    one = await pairings.one(talk.store, numbers[0]) if len(numbers) == 1 else None
    if one is None:
        await talk.toast(views.parted_before(talk.words))
        return
    await pairings.ask(talk.store, NOTE, one.id, talk.place.id, talk.now)
    await talk.toast(views.answer_below(talk.words))


async def question(store: Store, words: Words, pairing_id: int) -> Post | None:
    """What is to be known?"""
    one = await pairings.one(store, pairing_id)
    return views.note_question(words, one) if one else None


async def answer(talk: Talk, pairing_id: int) -> bool:
    """The reply with the note."""
    if not talk.asker.person.is_staff:
        return False
    said = facts.read("notes", talk.message.text)
    if isinstance(said, Problem):
        await talk.say(talk.words.t(said.sentence, **said.values))
    elif not said:
        await talk.say(talk.words.t(facts.NO_WORDS))
    else:
        one = await pairings.annotate(talk.store, pairing_id, said)
        await talk.reply(_stands(talk, one))
    return True


async def clear(talk: Talk, numbers: tuple[int, ...]) -> None:
    """There is nothing to be known any more."""
    if len(numbers) != 1:
        await talk.toast(cards.gone(talk.words))
        return
    one = await pairings.annotate(talk.store, numbers[0], "")
    await talk.edit(_stands(talk, one))


def _stands(talk: Talk, one: pairings.Pairing | None) -> Post:
    words = talk.words
    return Post(views.parted_before(words)) if one is None else views.paired(words, one)
