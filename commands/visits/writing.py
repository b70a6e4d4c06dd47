"""A visit is written on and corrected: by buttons of its card, and by replies to what it asks."""

from commands.kit import Post, Role, Talk
from commands.visits import asking, choosing, rules, views
from commands.visits.handlers import known, the_visit, writer
from locales import Words
from storage import organisations, people, promises, visits
from storage.database import Store
from storage.promises import Promised
from storage.visits import DATE, HEARD, PROMISE, QUESTIONS, STEPS, Visit


async def step(talk: Talk, numbers: tuple[int, ...]) -> None:
    """On to a step, or back; what it asks stays as it is."""
    found = await the_visit(talk, numbers[:1])
    if found is not None:
        place = numbers[1] if len(numbers) > 1 and 0 <= numbers[1] < len(STEPS) else len(STEPS) - 1
        await visits.revise(talk.store, found.id, {"step": STEPS[place]}, await writer(talk))


async def date(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The day that a button names, or another, which is asked for."""
    found = await the_visit(talk, numbers[:1])
    day = rules.day_of(numbers[1]) if found and len(numbers) > 1 else None
    if found is None:
        return
    if day is None:
        await _ask(talk, DATE, found)
    elif day > talk.today:
        await talk.toast(talk.words.t("That day is still to come."))
    else:
        await _settle(talk, found, DATE, {"held_on": day})


async def ask_heard(talk: Talk, numbers: tuple[int, ...]) -> None:
    found = await the_visit(talk, numbers)
    if found is not None:
        await _ask(talk, HEARD, found)


async def ask_promise(talk: Talk, numbers: tuple[int, ...]) -> None:
    found = await the_visit(talk, numbers)
    if found is not None:
        await _ask(talk, PROMISE, found)


async def edit(talk: Talk, numbers: tuple[int, ...]) -> None:
    """What of it shall be changed."""
    found = await the_visit(talk, numbers)
    if found is not None:
        await talk.reply(asking.which_change(talk.words, found))


async def redate(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Another day for a visit that is written."""
    found = await the_visit(talk, numbers)
    if found is not None:
        rows = views.day_rows(talk.words, found.id, talk.today, found.held_on)
        await talk.edit(Post(asking.which_day(talk.words, found).text, rows))


async def who(talk: Talk, numbers: tuple[int, ...]) -> None:
    """All of staff; a press on one takes them in, or out again."""
    found = await the_visit(talk, numbers[:1])
    if found is None:
        return
    staff = await people.staff(talk.store)
    chosen = next((one for one in staff if one.id in numbers[1:]), None)
    if chosen is not None:
        there = {one.id for one in found.visitors}
        if there == {chosen.id}:
            await talk.toast(talk.words.t("Somebody has to have been there."))
            return
        is_there = chosen.id not in there
        await visits.went(talk.store, found.id, chosen.id, is_there=is_there)
        found = await visits.one(talk.store, found.id) or found
    await talk.edit(asking.who_went(talk.words, found, staff))


async def move(talk: Talk, numbers: tuple[int, ...]) -> None:
    """It was at another organisation."""
    found = await the_visit(talk, numbers)
    if found is not None:
        every = await organisations.every(talk.store)
        await talk.edit(choosing.which(talk.words, every, choosing.NONE, found.id))


async def close(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """The menu goes."""
    await talk.take_back()
    await talk.stop_spinner()


async def delete(talk: Talk, numbers: tuple[int, ...]) -> None:
    found = await the_visit(talk, numbers)
    if found is not None:
        await visits.remove(talk.store, found.id, talk.asker.person.id, talk.now)
        await talk.toast(talk.words.t("🗑 Deleted; the card lets you take it back."))


async def restore(talk: Talk, numbers: tuple[int, ...]) -> None:
    made = await writer(talk)
    number = numbers[0] if numbers else 0
    is_back = await visits.restore(talk.store, number, talk.now, made.reminds)
    await talk.toast(talk.words.t("✅ It is there again.") if is_back else views.gone(talk.words))


async def date_question(store: Store, words: Words, visit_id: int) -> Post | None:
    found = await visits.one(store, visit_id)
    return asking.which_day(words, found) if found else None


async def heard_question(store: Store, words: Words, visit_id: int) -> Post | None:
    found = await visits.one(store, visit_id)
    return asking.which_heard(words, found) if found else None


async def promise_question(store: Store, words: Words, visit_id: int) -> Post | None:
    found = await visits.one(store, visit_id)
    return asking.which_promise(words, found) if found else None


async def date_answered(talk: Talk, visit_id: int) -> bool | None:
    found = await _answered(talk, visit_id)
    if found is None:
        return True
    day = rules.read_day(talk.message.text, talk.today)
    if day is None:
        await talk.say(
            talk.words.t("I do not see a day that is past. For example: 20 August, or yesterday.")
        )
    else:
        await _settle(talk, found, DATE, {"held_on": day})
    return True


async def heard_answered(talk: Talk, visit_id: int) -> bool | None:
    """What was heard; a promise in the same words is one."""
    found = await _answered(talk, visit_id)
    if found is None:
        return True
    said = talk.message.spelt_out()
    heard, made = rules.read_said(said, await known(talk, ()))
    if not said.strip():
        await talk.say(talk.words.t("Please write it in words."))
    elif rules.says_nothing(said):
        await _settle(talk, found, HEARD, {})
    else:
        await _settle(talk, found, HEARD, {"heard": heard or found.heard}, made)
    return True


async def promise_answered(talk: Talk, visit_id: int) -> bool | None:
    """A line for each promise; those without a day are asked for it."""
    found = await _answered(talk, visit_id)
    if found is None:
        return True
    said = talk.message.spelt_out()
    made = rules.read_promises(said, talk.now, talk.zone)
    if rules.says_nothing(said):
        await _settle(talk, found, PROMISE, {})
    elif not made:
        await talk.say(talk.words.t("Please write it in words."))
    else:
        await _settle(talk, found, PROMISE, {}, made)
    return True


async def added(talk: Talk, visit_id: int) -> bool | None:
    """A reply to the card: more of what was heard, and more promises."""
    found = await _answered(talk, visit_id)
    if found is None:
        return True
    said, made = rules.read_said(talk.message.spelt_out(), await known(talk, ()))
    heard = rules.joined(found.heard, said)
    await _settle(talk, found, "", {"heard": heard}, made)
    return True


async def _settle(
    talk: Talk,
    found: Visit,
    asked: str,
    values: dict[str, object],
    made: tuple[Promised, ...] = (),
) -> None:
    """Keeps what was said; who writes step by step is asked the next, once this one is settled."""
    if found.step and found.step == asked:
        values = values | {"step": rules.step_after(asked)}
    room = rules.room(found)
    ids = await visits.revise(talk.store, found.id, values, await writer(talk), made[:room])
    if ids is None:
        await talk.say(views.gone(talk.words))
        return
    if talk.query_id:
        await talk.toast(talk.words.t("✅ Noted."))
        await talk.take_back()
        return
    await talk.say(talk.words.t("✅ Noted."))
    for promise_id, one in zip(ids, made, strict=False):
        owed = await promises.one(talk.store, promise_id) if one.due_on is None else None
        if owed is not None:
            await talk.reply(asking.offer_days(talk.words, owed, talk.today))


async def _ask(talk: Talk, asked: str, found: Visit) -> None:
    await visits.ask(talk.store, QUESTIONS[asked], found.id, talk.place.id, talk.now)
    await talk.toast(talk.words.t("Please reply to the message that comes now."))


async def _answered(talk: Talk, visit_id: int) -> Visit | None:
    """The visit that a reply is about; only staff's replies count."""
    if talk.asker.role < Role.STAFF or not talk.place.is_private:
        await talk.say(talk.words.t("Only staff of the street office note visits."))
        return None
    return await the_visit(talk, (visit_id,))
