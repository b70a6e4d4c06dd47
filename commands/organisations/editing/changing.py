"""A field of the register is changed: chosen by a button, said by a reply, undone by a button."""

from commands.kit import Talk
from commands.kit.faults import Problem
from commands.organisations import cards, facts
from commands.organisations.editing import joining, views
from commands.organisations.labels import FIELDS
from storage import alterations, inquiries, organisations
from storage.fields import CATEGORY, PLACE, text_of
from storage.inquiries import NEWCOMER
from storage.organisations import CATEGORIES, Organisation

OF_FIELD = 2
OF_CATEGORY = 3


async def choose_field(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The card's button: which field?"""
    one = await member(talk, numbers[:1])
    if one is not None:
        await talk.edit(views.fields(talk.words, one))


async def choose_value(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A field's button: categories are buttons, all else is asked for."""
    one = await member(talk, numbers[:1])
    if one is None:
        return
    if len(numbers) != OF_FIELD or not 0 <= numbers[1] < len(FIELDS):
        await talk.toast(cards.gone(talk.words))
    elif FIELDS[numbers[1]] == CATEGORY:
        await talk.edit(views.categories(talk.words, one))
    else:
        await _ask(talk, one, FIELDS[numbers[1]])


async def answer(talk: Talk, alteration_id: int) -> bool:
    """A reply to the question: changes the field, or says why not and asks again."""
    asked = await alterations.one(talk.store, alteration_id)
    if asked is None or not talk.asker.person.is_staff:
        return False
    if asked.field == NEWCOMER:
        await joining.propose(talk, asked)
        return True
    spot = talk.message.spot
    is_place = asked.field == PLACE and spot is not None
    said = f"{spot.latitude},{spot.longitude}" if is_place and spot else talk.message.text
    value = facts.read(asked.field, said)
    if not said.strip():
        value = Problem(facts.NO_WORDS)
    if isinstance(value, Problem):
        await inquiries.ask_again(talk.store, alteration_id, talk.place.id, talk.now)
        await talk.reply(views.problem(talk.words, asked.field, value))
        return True
    who = talk.asker.person.id
    done = await alterations.answer(talk.store, alteration_id, value, who, talk.now)
    await talk.reply(views.altered(talk.words, done))
    return True


async def empty(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The button that empties a field, as it was shown with it."""
    asked = await alterations.one(talk.store, numbers[0]) if len(numbers) == 1 else None
    if asked is None or asked.field in facts.NEEDED:
        await talk.toast(cards.gone(talk.words))
        return
    who = talk.asker.person.id
    done = await alterations.answer(talk.store, asked.id, "", who, talk.now)
    await talk.edit(views.altered(talk.words, done))


async def sort(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A category's button; the second number is the category that was shown."""
    every = range(len(CATEGORIES))
    if len(numbers) != OF_CATEGORY or not {*numbers[1:]} <= {*every}:
        await talk.toast(cards.gone(talk.words))
        return
    old, new = CATEGORIES[numbers[1]], CATEGORIES[numbers[2]]
    change = numbers[0], CATEGORY, old, new
    done = await alterations.alter(talk.store, *change, talk.asker.person.id, talk.now)
    await talk.edit(views.altered(talk.words, done))


async def insist(talk: Talk, numbers: tuple[int, ...]) -> None:
    """What somebody wants in place of what a colleague wrote meanwhile."""
    await _redo(talk, numbers, is_undone=False)


async def undo(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Takes a change back."""
    await _redo(talk, numbers, is_undone=True)


async def _redo(talk: Talk, numbers: tuple[int, ...], *, is_undone: bool) -> None:
    if len(numbers) != 1:
        await talk.toast(cards.gone(talk.words))
        return
    do = alterations.undo if is_undone else alterations.insist
    done = await do(talk.store, numbers[0], talk.asker.person.id, talk.now)
    await talk.edit(views.altered(talk.words, done, is_undone=is_undone))


async def member(talk: Talk, numbers: tuple[int, ...]) -> Organisation | None:
    """The member that a button means; says so when there is none."""
    one = await organisations.one(talk.store, numbers[0]) if len(numbers) == 1 else None
    if one is None or one.retired_at is not None:
        await talk.toast(cards.gone(talk.words))
        return None
    return one


async def _ask(talk: Talk, one: Organisation, field: str) -> None:
    who = talk.asker.person.id
    asked = await inquiries.ask(talk.store, one.id, field, who, talk.place.id, talk.now)
    can_be_emptied = bool(text_of(one, field)) and field not in facts.NEEDED
    await talk.edit(views.asking(talk.words, one, field, asked if can_be_emptied else None))
