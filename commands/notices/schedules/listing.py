"""Patterns while they run: listed, skipped, paused, sent once more, changed, stopped."""

from datetime import timedelta

from commands.kit import Post, Talk, hours_of
from commands.notices import leads, rules
from commands.notices.drafts import moments
from commands.notices.drafts.views import no_draft
from commands.notices.schedules import recurrences, views
from storage import deliveries, occurrences, schedules
from storage.notices import PREVIEW


async def scheduled(talk: Talk) -> None:
    """All of them."""
    found = await schedules.listed(talk.store)
    hours = await hours_of(talk.store, talk.office)
    await talk.reply(views.listed(talk.words, found, hours, talk.now))


async def show(talk: Talk, numbers: tuple[int, ...]) -> None:
    """One of them, as a message of its own."""
    post = await _one(talk, rules.two(numbers)[0])
    await (talk.reply(post) if post else talk.toast(no_draft(talk.words)))


async def skip(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The one that the button names, if it is still the next."""
    notice_id, minutes = rules.two(numbers)
    found, shown = await schedules.of(talk.store, notice_id), moments.of_minutes(minutes)
    if found is None or shown is None or found[0].next_at != shown:
        await talk.toast(views.faster(talk.words))
        return
    hours, (schedule, notice) = await hours_of(talk.store, talk.office), found
    coming = recurrences.coming(schedule, notice.weight, hours, talk.now, 2)
    next_at = coming[1].nominal if len(coming) > 1 else None
    is_made = await schedules.skip(talk.store, notice_id, shown, next_at)
    said = views.skipped(talk.words, next_at and coming[1].moment)
    await talk.toast(said if is_made else views.faster(talk.words))
    await _renew(talk, notice_id)


async def pause(talk: Talk, numbers: tuple[int, ...]) -> None:
    notice_id, _ = rules.two(numbers)
    is_made = await schedules.pause(talk.store, notice_id)
    await talk.toast(views.paused(talk.words) if is_made else views.faster(talk.words))
    await _renew(talk, notice_id)


async def go_on(talk: Talk, numbers: tuple[int, ...]) -> None:
    """With the next that is still to come."""
    notice_id, _ = rules.two(numbers)
    found = await schedules.of(talk.store, notice_id)
    hours = await hours_of(talk.store, talk.office)
    coming = recurrences.coming(found[0], found[1].weight, hours, talk.now, 1) if found else ()
    if found is not None and not coming:
        await talk.toast(views.has_passed(talk.words), alert=True)
        return
    is_made = bool(coming) and await schedules.go_on(talk.store, notice_id, coming[0].nominal)
    said = views.went_on(talk.words, coming[0].moment) if is_made else views.faster(talk.words)
    await talk.toast(said)
    await _renew(talk, notice_id)


async def send_one(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Now, besides those that are planned."""
    notice_id, _ = rules.two(numbers)
    found = await schedules.of(talk.store, notice_id)
    within = found[0].answer_within if found else None
    deadline = talk.now + timedelta(minutes=within) if within else None
    reminds = leads.reminds(await hours_of(talk.store, talk.office))
    made = await occurrences.send_one(talk.store, notice_id, deadline, talk.now, reminds)
    await talk.toast(views.faster(talk.words) if made is None else views.sent_one(talk.words))


async def change(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A draft again, previewed here unless the press was on its preview."""
    notice_id, _ = rules.two(numbers)
    shown = await deliveries.shown_by(talk.store, talk.place.id, talk.message.id)
    here = None if shown is not None and shown.kind == PREVIEW else talk.place.id
    is_made = await schedules.change(talk.store, notice_id, here, talk.now)
    await talk.toast(views.changing(talk.words) if is_made else views.faster(talk.words))
    await _renew(talk, notice_id)


async def stop(talk: Talk, numbers: tuple[int, ...]) -> None:
    notice_id, _ = rules.two(numbers)
    is_made = await schedules.stop(talk.store, notice_id, talk.asker.person.id, talk.now)
    await talk.toast(views.stopped(talk.words) if is_made else views.faster(talk.words))
    await _renew(talk, notice_id)


async def _one(talk: Talk, notice_id: int) -> Post | None:
    found = await schedules.of(talk.store, notice_id)
    hours = await hours_of(talk.store, talk.office)
    return views.one(talk.words, hours, *found, talk.now) if found else None


async def _renew(talk: Talk, notice_id: int) -> None:
    """What the press came to, on the message that bears the button; a preview is the outbox's."""
    if await deliveries.shown_by(talk.store, talk.place.id, talk.message.id) is None:
        post = await _one(talk, notice_id)
        if post is not None:
            await talk.edit(post)
