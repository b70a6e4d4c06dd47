"""`/announce`: a day, a place, an organisation; what the words leave open is asked by buttons."""

from dataclasses import replace
from datetime import date

from commands.activities.announcing import rules, views
from commands.activities.announcing.rules import Told, may_change
from commands.activities.announcing.views import UNKNOWN
from commands.activities.captions.captions import Known
from commands.activities.rules import choices
from commands.kit import Post, Role, Talk, refusal
from locales import Words
from storage import announcements, organisations, rearrangements, searches
from storage.database import Store
from storage.organisations import Organisation

ASK_PLAN = "activities.ask_plan"
NOBODY = 0
"""The delivery that asks what is announced; it has no subject."""


async def announce(talk: Talk) -> None:
    """With the words behind it; alone it asks for them."""
    if not talk.args:
        await announcements.ask(talk.store, ASK_PLAN, NOBODY, talk.place.id, talk.now)
        return
    register = await organisations.every(talk.store)
    mine = choices(talk.asker, register)
    told = _read(talk, talk.args, register)
    own = mine[0].id if len(mine) == 1 else None
    whose = told.organisation_id or own
    if whose is not None and len(told.days) == 1:
        await _announce(talk, told, whose, told.days[0])
        return
    kept = await searches.remember(talk.store, talk.args, talk.now)
    await talk.reply(_open(talk, kept.id, whose, told, mine))


async def chosen(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A day or an organisation; when both are known it is announced."""
    search_id, whose, when = (*numbers, 0, 0, 0)[:3]
    kept = await searches.one(talk.store, search_id)
    register = await organisations.every(talk.store)
    mine = choices(talk.asker, register)
    if kept is None or len(numbers) != len(("words", "organisation", "day")):
        await talk.toast(views.forgotten(talk.words))
        return
    told = _read(talk, kept.words, register)
    day = _day(when) or (told.days[0] if len(told.days) == 1 else None)
    if whose != UNKNOWN and whose not in {one.id for one in mine}:
        await talk.toast(views.not_yours(talk.words), alert=True)
    elif day is not None and day < talk.today:
        await talk.toast(views.is_past(talk.words))
    elif day is None or whose == UNKNOWN:
        days = replace(told, days=(day,) if day else told.days)
        await talk.edit(_open(talk, search_id, whose or None, days, mine))
    else:
        await _announce(talk, told, whose, day)
        await talk.take_back()


async def call_off(talk: Talk, numbers: tuple[int, ...]) -> None:
    """It does not take place, or did not."""
    announced = await announcements.one(talk.store, numbers[0]) if len(numbers) == 1 else None
    if announced is None:
        await talk.toast(views.forgotten(talk.words))
    elif not may_change(talk.asker, announced):
        await talk.toast(views.not_yours(talk.words), alert=True)
    elif await rearrangements.call_off(talk.store, announced.id, talk.today, talk.now):
        await talk.toast(talk.words.t("❌ Called off"))
    else:
        await talk.toast(views.settled(talk.words))


async def plan_question(_store: Store, words: Words, _person_id: int) -> Post | None:
    return views.how_to(words)


async def plan_answered(talk: Talk, _person_id: int) -> bool | None:
    """A reply says what is announced."""
    if talk.asker.role < Role.LIAISON:
        await talk.say(refusal(talk.words, Role.LIAISON))
    elif talk.message.text.strip():
        await announce(replace(talk, args=talk.message.text.strip()))
    else:
        await talk.say(talk.words.t("Please write it in words."))
    return True


def _read(talk: Talk, text: str, register: tuple[Organisation, ...]) -> Told:
    asker = talk.asker
    known = Known(
        talk.now.astimezone(talk.zone),
        register,
        asker.organisations,
        is_staff=asker.person.is_staff,
    )
    return rules.read(text, known)


def _open(
    talk: Talk, search_id: int, whose: int | None, told: Told, mine: tuple[Organisation, ...]
) -> Post:
    """Whose it is comes first, then the day."""
    if whose is None:
        day = told.days[0] if len(told.days) == 1 else None
        return views.which_organisation(talk.words, search_id, day, mine)
    return views.which_day(talk.words, search_id, whose, told.days, talk.today)


async def _announce(talk: Talk, told: Told, whose: int, day: date) -> None:
    """Its preview comes where it was said; there it is completed, and announced by a press."""
    plan = told.plan(whose, day, talk.place.id)
    person, topic = talk.asker.person.id, talk.place.topic_id
    await announcements.draft(talk.store, plan, person, talk.now, topic)


def _day(ordinal: int) -> date | None:
    """A button's day; anybody may forge it."""
    return date.fromordinal(ordinal) if UNKNOWN < ordinal <= date.max.toordinal() else None
