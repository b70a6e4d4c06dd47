"""What became of a promise: kept, put off, not kept with a reason; and who promised is reminded."""

from markupsafe import Markup

from commands.kit import Due, Post, Role, Studio, Talk, hours_of
from commands.kit.reminding import next_reminder
from commands.visits import asking, reminders, rules, views
from commands.visits.handlers import writer
from locales import Words
from storage import promises, visits
from storage.database import Store
from storage.promises import ASK_DUE, ASK_WHY, BROKEN, KEPT, OPEN, VOID, Owed


async def kept(talk: Talk, numbers: tuple[int, ...]) -> None:
    await _settle(talk, numbers, KEPT)


async def void(talk: Talk, numbers: tuple[int, ...]) -> None:
    """It was no promise."""
    await _settle(talk, numbers, VOID)
    await talk.take_back()


async def broken(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The reason is asked for."""
    owed = await _open(talk, numbers)
    if owed is not None:
        await visits.ask(talk.store, ASK_WHY, owed.promise.id, talk.place.id, talk.now)
        await talk.toast(talk.words.t("Please reply to the message that comes now."))


async def later(talk: Talk, numbers: tuple[int, ...]) -> None:
    """By when instead."""
    owed = await _open(talk, numbers)
    if owed is not None:
        await talk.reply(asking.offer_days(talk.words, owed, talk.today))


async def due(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The day of a button, none, or another, which is asked for."""
    owed = await _open(talk, numbers[:1])
    ordinal = numbers[1] if owed and len(numbers) > 1 else views.ASKED
    if owed is None:
        return
    if ordinal == views.ASKED:
        await visits.ask(talk.store, ASK_DUE, owed.promise.id, talk.place.id, talk.now)
        await talk.toast(talk.words.t("Please reply to the message that comes now."))
        return
    day = None if ordinal == asking.NO_DAY else rules.day_of(ordinal)
    if ordinal != asking.NO_DAY and (day is None or day < talk.today):
        await talk.toast(talk.words.t("That day is over."))
        return
    made = await writer(talk)
    await promises.put_off(talk.store, owed.promise.id, day, talk.now, made.reminds)
    await talk.toast(talk.words.t("✅ Noted."))
    await talk.take_back()


async def reopen(talk: Talk, numbers: tuple[int, ...]) -> None:
    """What became of it is taken back."""
    made = await writer(talk)
    number = numbers[0] if len(numbers) == 1 else 0
    if await promises.reopen(talk.store, number, talk.now, made.reminds):
        await talk.toast(talk.words.t("↩️ Open again."))
    else:
        await talk.toast(_settled(talk))
    await talk.take_back()


async def due_question(store: Store, words: Words, promise_id: int) -> Post | None:
    owed = await promises.one(store, promise_id)
    return asking.which_due(words, owed) if owed else None


async def why_question(store: Store, words: Words, promise_id: int) -> Post | None:
    owed = await promises.one(store, promise_id)
    return asking.why_not(words, owed) if owed else None


async def due_answered(talk: Talk, promise_id: int) -> bool | None:
    owed = await _answered(talk, promise_id)
    if owed is None:
        return True
    day = rules.read_due(talk.message.text, talk.now, talk.zone)
    if day is None:
        await talk.say(
            talk.words.t("I do not see a day that is to come. For example: 15 September.")
        )
        return True
    made = await writer(talk)
    await promises.put_off(talk.store, promise_id, day, talk.now, made.reminds)
    shown = talk.words.day(day, talk.today)
    await talk.say(talk.words.t("✅ Noted: by {day}. I remind of it in time.", day=shown))
    return True


async def why_answered(talk: Talk, promise_id: int) -> bool | None:
    owed = await _answered(talk, promise_id)
    reason = rules.reason(talk.message.text)
    if owed is None:
        return True
    if not reason:
        await talk.say(talk.words.t("Please write it in words."))
        return True
    person_id, now = talk.asker.person.id, talk.now
    await promises.settle(talk.store, promise_id, BROKEN, person_id, now, reason)
    await talk.say(talk.words.t("✅ Noted."))
    return True


async def remind(store: Store, job: Due) -> None:
    """The job; in quiet hours that were chosen since, it comes after them."""
    owed = await promises.one(store, job.subject_id)
    if owed is None or owed.promise.due_on is None:
        return
    hours = await hours_of(store, job.office)
    if not hours.is_open(job.now):
        await promises.wait(store, job.subject_id, hours.next_open(job.now))
        return
    next_at = next_reminder(hours, owed.promise.due_on, job.now)
    await promises.remind(store, job.subject_id, job.now, next_at)


async def reminder(store: Store, studio: Studio, promise_id: int) -> Post | None:
    owed = await promises.one(store, promise_id)
    today = studio.now.astimezone(studio.office.zone).date()
    return reminders.reminder(studio.words, owed, today) if owed else None


async def _settle(talk: Talk, numbers: tuple[int, ...], state: str) -> None:
    owed = await _open(talk, numbers)
    if owed is not None:
        person_id = talk.asker.person.id
        await promises.settle(talk.store, owed.promise.id, state, person_id, talk.now)
        await talk.toast(talk.words.t("✅ Noted."))


async def _open(talk: Talk, numbers: tuple[int, ...]) -> Owed | None:
    """The promise of a button while it is open; else says how it is."""
    owed = await promises.one(talk.store, numbers[0]) if len(numbers) == 1 else None
    if owed is None or owed.is_deleted:
        await talk.say(views.gone(talk.words))
        return None
    if owed.promise.state != OPEN:
        await talk.say(_settled(talk))
        return None
    return owed


async def _answered(talk: Talk, promise_id: int) -> Owed | None:
    if talk.asker.role < Role.STAFF or not talk.place.is_private:
        await talk.say(talk.words.t("Only staff of the street office note visits."))
        return None
    return await _open(talk, (promise_id,))


def _settled(talk: Talk) -> Markup:
    return talk.words.t("This was settled meanwhile; the card of the visit shows how.")
