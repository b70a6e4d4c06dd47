"""A draft is shown, and decided: sent, taken back within seconds, or discarded."""

from commands.kit import Post, Studio, Talk, hours_of
from commands.notices import leads, quiet, rules
from commands.notices.drafts import contents, previews, views
from commands.notices.drafts.decisions import HOLD
from commands.notices.drafts.panels import Panel
from commands.notices.schedules import setting
from locales import Words
from storage import drafts, notices, schedules, sendings
from storage.database import Store


async def send(talk: Talk, numbers: tuple[int, ...]) -> None:
    """To the group that the button names, or (0) where staff chose; when people may be disturbed.

    Not when it would come after its own deadline; by its schedule if it has one.
    """
    notice_id, chat_id = rules.two(numbers)
    planned = await schedules.of(talk.store, notice_id)
    if planned is not None:
        await setting.begin(talk, *planned, chat_id)
        return
    notice = await notices.by_id(talk.store, notice_id)
    hours = await hours_of(talk.store, talk.office)
    leaves_at = max(talk.now + HOLD, leads.waits_until(hours, notice, talk.now))
    if notice is not None and notice.deadline is not None and notice.deadline <= leaves_at:
        await talk.toast(quiet.too_late(talk.words, leaves_at, talk.now), alert=True)
        return
    when = talk.now, leaves_at - talk.now, leads.reminds(hours)
    person_id = talk.asker.person.id
    decision = await sendings.send(talk.store, notice_id, chat_id or None, person_id, *when)
    if decision.is_made and decision.notice is not None and leaves_at > talk.now + HOLD:
        what = decision.notice, leaves_at, talk.now
        await talk.toast(quiet.waits(talk.words, hours, *what))
    else:
        await talk.toast(views.decided(talk.words, decision))


async def send_now(talk: Talk, numbers: tuple[int, ...]) -> None:
    """What waits for the end of quiet hours goes out all the same."""
    reminds = leads.reminds(await hours_of(talk.store, talk.office))
    decision = await sendings.hurry(talk.store, rules.two(numbers)[0], talk.now, reminds)
    await talk.toast(views.hurried(talk.words, decision))


async def undo(talk: Talk, numbers: tuple[int, ...]) -> None:
    decision = await sendings.undo(talk.store, rules.two(numbers)[0], talk.now)
    await talk.toast(views.undone(talk.words, decision))


async def discard(talk: Talk, numbers: tuple[int, ...]) -> None:
    notice_id, _ = rules.two(numbers)
    decision = await sendings.discard(talk.store, notice_id, talk.asker.person.id, talk.now)
    await talk.toast(views.decided(talk.words, decision))


async def preview(store: Store, studio: Studio, notice_id: int) -> Post | None:
    proposal = await drafts.proposal(store, notice_id)
    hours = await hours_of(store, studio.office)
    return previews.preview(studio, hours, proposal) if proposal else None


async def question(panel: Panel, store: Store, words: Words, notice_id: int) -> Post | None:
    """What a panel wants to be told by a reply."""
    proposal = await drafts.proposal(store, notice_id)
    return contents.question(words, proposal.notice, panel) if proposal else None
