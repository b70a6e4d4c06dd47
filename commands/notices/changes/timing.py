"""Another deadline and other reminders for a notice that was sent."""

from datetime import datetime

from commands.kit import Post, Role, Talk, hours_of
from commands.kit.days import NoMomentError
from commands.kit.moments import read_moments
from commands.notices import leads, rules
from commands.notices.changes import timings as views
from commands.notices.drafts import moments, views as drafts
from commands.notices.drafts.panels import DEADLINE
from commands.notices.reading import showing
from commands.notices.views import unchangeable
from locales import Words
from storage import amendments, boards, deadlines, notices
from storage.database import Store
from storage.notices import OPEN


async def offer_deadlines(talk: Talk, numbers: tuple[int, ...]) -> None:
    """In the place of the notice."""
    notice = await notices.by_id(talk.store, rules.two(numbers)[0])
    if notice is None or notice.state != OPEN:
        await talk.toast(unchangeable(talk.words, notice))
        return
    await talk.stop_spinner()
    offered = moments.suggested(talk.now, talk.zone)
    await talk.edit(views.offered(talk.words, notice, offered, talk.office.calendar))


async def move_deadline(talk: Talk, numbers: tuple[int, ...]) -> None:
    """By minutes since 1970; 0 is none."""
    notice_id, minutes = rules.two(numbers)
    moment = moments.of_minutes(minutes)
    if moment is not None and moment <= talk.now:
        await talk.toast(drafts.is_past(talk.words, moment), alert=True)
        return
    await _move(talk, notice_id, moment)
    await showing.renew(talk, notice_id)


async def ask_for_deadline(talk: Talk, numbers: tuple[int, ...]) -> None:
    """To be answered in words, in private."""
    notice_id, _ = rules.two(numbers)
    change = await amendments.ask_until(talk.store, notice_id, talk.asker.person.id, talk.now)
    await talk.toast(views.asked(talk.words, change))


async def question(store: Store, words: Words, notice_id: int) -> Post | None:
    board = await boards.board(store, notice_id)
    return views.question(words, board.notice) if board else None


async def hear_deadline(talk: Talk, notice_id: int) -> bool:
    """The reply with the new deadline; what may be two is offered as buttons."""
    if talk.asker.role < Role.STAFF or talk.message.photo:
        return False
    try:
        found = read_moments(talk.message.text, talk.now, talk.zone)
    except NoMomentError:
        found = ()
    if len(found) > 1:
        board = await boards.board(talk.store, notice_id)
        if board is not None:
            offered = views.offered(talk.words, board.notice, found, talk.office.calendar)
            await talk.reply(offered)
    elif not found:
        await talk.say(drafts.not_understood(talk.words, DEADLINE))
    elif found[0] <= talk.now:
        await talk.say(drafts.is_past(talk.words, found[0]))
    else:
        await _move(talk, notice_id, found[0])
    return True


async def offer_leads(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The reminders, in the place of the notice."""
    notice = await notices.by_id(talk.store, rules.two(numbers)[0])
    if notice is None or notice.state != OPEN:
        await talk.toast(unchangeable(talk.words, notice))
    elif notice.deadline is None:
        await talk.toast(views.has_none(talk.words, notice))
    else:
        await talk.stop_spinner()
        await talk.edit(views.leads_of(talk.words, notice))


async def turn_lead(talk: Talk, numbers: tuple[int, ...]) -> None:
    """By the minutes before the deadline; other numbers are no reminder."""
    notice_id, minutes = rules.two(numbers)
    hours = await hours_of(talk.store, talk.office)
    change = await deadlines.remind_before(
        talk.store,
        notice_id,
        lambda before: leads.toggled(before, minutes),
        talk.now,
        leads.reminds(hours),
    )
    if change.notice is None or not change.is_made:
        await talk.toast(unchangeable(talk.words, change.notice))
        return
    await talk.toast(leads.said(talk.words, change.notice))
    await talk.edit(views.leads_of(talk.words, change.notice))


async def _move(talk: Talk, notice_id: int, moment: datetime | None) -> None:
    """Everybody sees it on the card; who has not answered is reminded by the new one."""
    hours = await hours_of(talk.store, talk.office)
    reminds = leads.reminds(hours)
    by = talk.asker.person.id
    change = await deadlines.move(talk.store, notice_id, moment, talk.now, reminds, by)
    await talk.say(views.moved(talk.words, change, talk.office.calendar))
