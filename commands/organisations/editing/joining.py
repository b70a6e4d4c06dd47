"""An organisation joins the alliance: its names by a reply, its category by a button."""

import re

from commands.kit import Talk
from commands.kit.faults import Problem
from commands.organisations import cards, facts
from commands.organisations.editing import views
from storage import alterations, inquiries, newcomers
from storage.alterations import Alteration
from storage.inquiries import NEWCOMER
from storage.organisations import CATEGORIES, Entry

BRANCH = re.compile("(?:联合)?(?:党支部|党总支|党委|党组|党工委|支部委员会|总支部?委员会|委员会)$")
"""What everyday names leave out."""
OF_CATEGORY = 2


async def ask(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """The button below the list: what is it called?"""
    who = talk.asker.person.id
    await inquiries.ask(talk.store, None, NEWCOMER, who, talk.place.id, talk.now)
    await talk.toast(views.answer_below(talk.words))


async def propose(talk: Talk, asked: Alteration) -> None:
    """The reply with the names: which category?"""
    names = names_of(talk.message.text)
    if isinstance(names, Problem):
        await inquiries.ask_again(talk.store, asked.id, talk.place.id, talk.now)
        await talk.reply(views.problem(talk.words, "name", names))
    elif await inquiries.propose(talk.store, asked.id, "\n".join(names)):
        await talk.reply(views.newcomer(talk.words, asked.id, names))
    else:
        await talk.say(views.joined_before(talk.words))


async def join(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The category's button: it is a member from now on."""
    is_sound = len(numbers) == OF_CATEGORY and 0 <= numbers[1] < len(CATEGORIES)
    asked = await alterations.one(talk.store, numbers[0]) if is_sound else None
    if asked is None or asked.field != NEWCOMER or not asked.new:
        await talk.toast(cards.gone(talk.words))
        return
    name, short_name = asked.new.split("\n")
    entry = Entry(name=name, short_name=short_name, category=CATEGORIES[numbers[1]])
    made = await newcomers.join(talk.store, asked.id, entry, talk.asker.person.id, talk.now)
    await talk.edit(views.joined(talk.words, made))


def names_of(said: str) -> tuple[str, str] | Problem:
    """The full name and the short one; without a second line what is usually left out is."""
    lines = [line for line in said.split("\n") if line.strip()]
    if not lines:
        return Problem(facts.NO_WORDS)
    name = facts.read("name", lines[0])
    if isinstance(name, Problem):
        return name
    short = facts.read("short_name", lines[1] if len(lines) > 1 else BRANCH.sub("", name) or name)
    return short if isinstance(short, Problem) else (name, short)
