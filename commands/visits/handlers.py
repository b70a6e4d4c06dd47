"""Visits are noted: in one line, or step by step from the organisation on."""

from commands.kit import Post, Studio, Talk, hours_of
from commands.kit.reminding import next_reminder
from commands.visits import choosing, rules, views
from storage import organisations, people, searches, visits
from storage.database import Store
from storage.organisations import Organisation
from storage.visits import DATE, DONE, Told, Visit, Writer


async def visit(talk: Talk) -> None:
    """`/visit`: what the line says is kept; alone it asks step by step."""
    if not talk.place.is_private:
        await talk.reply(views.only_in_private(talk.words, "visit", talk.args))
        return
    every = await organisations.every(talk.store)
    if not talk.args:
        await talk.reply(choosing.which(talk.words, every))
        return
    reading = rules.read(talk.args, await known(talk, every))
    if len(reading.whose) == 1:
        await _keep(talk, reading, reading.whose[0].id)
        return
    search = await searches.remember(talk.store, talk.args, talk.now)
    await talk.reply(choosing.which(talk.words, reading.whose or every, search.id))


async def begin(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A new visit to the organisation of a button, which stays as it is."""
    one = await organisations.one(talk.store, numbers[0]) if len(numbers) == 1 else None
    if one is None:
        await talk.toast(views.gone(talk.words))
    else:
        told = Told(organisation_id=one.id, held_on=talk.today)
        await visits.record(talk.store, told, await writer(talk), DATE)


async def chosen(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Which organisation: of words that were said, of a visit there is, or of a new one."""
    organisation_id, search_id, visit_id = (*numbers, 0, 0, 0)[:3]
    one = await organisations.one(talk.store, organisation_id)
    search = await searches.one(talk.store, search_id) if search_id else None
    if one is None or (search_id and search is None):
        await talk.toast(talk.words.t("Please write it once more: this was long ago."))
        return
    if visit_id:
        changed = {"organisation_id": organisation_id}
        await visits.revise(talk.store, visit_id, changed, await writer(talk))
    elif search is not None:
        await _keep(talk, rules.read(search.words, await known(talk, (one,))), one.id)
    else:
        await begin(talk, (organisation_id,))
    await talk.take_back()


async def show(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A visit of a list, or one that was found."""
    number = numbers[0] if len(numbers) == 1 else 0
    if not await visits.show(talk.store, number, talk.place.id, talk.now):
        await talk.toast(views.gone(talk.words))


async def card(store: Store, studio: Studio, visit_id: int) -> Post | None:
    """How late a promise is depends on the day."""
    found = await visits.one(store, visit_id)
    today = studio.now.astimezone(studio.office.zone).date()
    return views.card(studio.words, found, today) if found else None


async def known(talk: Talk, register: tuple[Organisation, ...]) -> rules.Known:
    staff = await people.staff(talk.store)
    others = [one for one in staff if one.id != talk.asker.person.id]
    return rules.Known(talk.now, talk.zone, register, others)


async def writer(talk: Talk) -> Writer:
    """Who writes now; their reminders keep to the hours that hold."""
    hours = await hours_of(talk.store, talk.office)
    person_id, chat_id = talk.asker.person.id, talk.place.id
    return Writer(person_id, chat_id, talk.now, lambda due, now: next_reminder(hours, due, now))


async def the_visit(talk: Talk, numbers: tuple[int, ...]) -> Visit | None:
    """The visit of a button, the first number in it; else says that there is none."""
    found = await visits.one(talk.store, numbers[0]) if numbers else None
    if found is None or found.deleted_at is not None:
        await talk.say(views.gone(talk.words))
        return None
    return found


async def _keep(talk: Talk, reading: rules.Reading, organisation_id: int) -> None:
    """Where the line said nothing but where, the steps ask for the rest."""
    told = Told(
        organisation_id=organisation_id,
        held_on=reading.held_on or talk.today,
        heard=reading.heard,
        visitors=reading.visitors,
        promises=reading.promises,
    )
    is_bare = reading.held_on is None and not reading.heard and not reading.promises
    await visits.record(talk.store, told, await writer(talk), DATE if is_bare else DONE)
