"""A sentence that may be a question: answered, or met with what it may mean."""

from commands.asking import views
from commands.asking.rules import Reading, understand
from commands.kit import Command, Talk, number_for, run
from storage import organisations, searches

FIND = "find"


async def asked(talk: Talk, words: str, *, may_offer: bool) -> bool:
    """False: these words are no question that somebody here answers."""
    register = await organisations.every(talk.store)
    found = understand(words, talk.features, register, talk.today)
    if found.is_sure:
        await _answer(talk, found.readings[0])
        return True
    if not found.readings or not may_offer:
        return False
    kept = await searches.remember(talk.store, words, talk.now)
    is_private = talk.place.is_private
    await talk.reply(views.perhaps(talk.words, kept, found.readings, is_private=is_private))
    return True


async def chosen(talk: Talk, numbers: tuple[int, ...]) -> None:
    """What it may mean: the words are read again, so a forged number asks nothing else."""
    search_id, question, organisation = (*numbers, 0, 0, 0)[:3]
    kept = await searches.one(talk.store, search_id)
    register = await organisations.every(talk.store)
    found = understand(kept.words, talk.features, register, talk.today) if kept else None
    reading = next(
        (
            one
            for one in (found.readings if found else ())
            if number_for(one.question.name) == question and views.whose(one) == organisation
        ),
        None,
    )
    if reading is None:
        await talk.toast(views.old(talk.words))
    else:
        await _answer(talk, reading)


async def look_for(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The words go to `/find`."""
    kept = await searches.one(talk.store, numbers[0]) if numbers else None
    command = _command(talk, FIND)
    if kept is None or command is None:
        await talk.toast(views.old(talk.words))
    else:
        await run(talk, command, kept.words)


async def _answer(talk: Talk, reading: Reading) -> None:
    """As if the command was typed: the same rights, and the same privacy in a group."""
    name, args = reading.does
    command = _command(talk, name)
    if command is not None:
        await run(talk, command, args, views.understood(talk.words, reading))


def _command(talk: Talk, name: str) -> Command | None:
    every = (one for feature in talk.features for one in feature.commands)
    return next((one for one in every if one.name == name), None)
