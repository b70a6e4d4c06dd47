"""`/announce`: a day, a place, an organisation; what the words leave open is asked by buttons."""

from datetime import date, datetime, time, timedelta

from commands.activities.announcing import rules, views
from commands.activities.announcing.rules import Told, may_change
from commands.activities.announcing.views import UNKNOWN
from commands.activities.captions.captions import Known
from commands.activities.rules import choices
from commands.kit import Post, Talk, hours_of
from locales import Words
from storage import announcements, organisations, searches
from storage.announcements import Plan
from storage.database import Store
from storage.organisations import Organisation

MORNING = time(10)
"""When it is asked about, the day after."""
MOST = 12


async def announce(talk: Talk) -> None:
    """With the words behind it; alone it says how."""
    if not talk.args:
        await talk.say(views.how_to(talk.words))
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
        days = Told(told.title, told.place, (day,) if day else told.days, None)
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
    elif await announcements.call_off(talk.store, announced.id, talk.now):
        await talk.toast(talk.words.t("❌ Called off"))
    else:
        await talk.toast(views.settled(talk.words))


async def card(store: Store, words: Words, number: int) -> Post | None:
    announced = await announcements.one(store, number)
    return views.card(words, announced) if announced else None


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
    """The card comes where it was said, and the question the day after, when offices are open."""
    hours = await hours_of(talk.store, talk.office)
    morning = datetime.combine(day + timedelta(days=1), MORNING, talk.zone)
    plan = Plan(
        organisation_id=whose,
        title=told.title,
        held_on=day,
        place=told.place,
        chat_id=talk.place.id,
    )
    asks_at = hours.on_working_day(morning)
    person, topic = talk.asker.person.id, talk.place.topic_id
    await announcements.announce(talk.store, plan, person, talk.now, asks_at, topic)


def _day(ordinal: int) -> date | None:
    """A button's day; anybody may forge it."""
    return date.fromordinal(ordinal) if UNKNOWN < ordinal <= date.max.toordinal() else None
