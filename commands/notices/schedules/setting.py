"""When a draft is to go out by itself: chosen by buttons and in words, and begun."""

from datetime import UTC, datetime, time

from markupsafe import Markup

from commands.kit import Hours, Talk, hours_of
from commands.notices import quiet, rules
from commands.notices.drafts import moments, views as drafts
from commands.notices.drafts.panels import FIRST, SCHEDULE, offering
from commands.notices.schedules import panels, recurrences, sayings, views
from storage import schedules
from storage.notices import Notice
from storage.patterns import ONCE, Schedule
from storage.schedules import Plan

MINUTES_OF_DAY = 24 * 60


async def choose_first(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The first moment, by minutes since 1970; it goes out once until a rule is chosen."""
    notice_id, minutes = rules.two(numbers)
    moment = moments.of_minutes(minutes)
    hours = await hours_of(talk.store, talk.office)
    found = await schedules.of(talk.store, notice_id)
    if moment is None or moment <= talk.now:
        await talk.toast(drafts.is_past(talk.words, moment or talk.now), alert=True)
        return
    here = moment.astimezone(talk.zone)
    rule = found[0].rule if found else ONCE
    kept = panels.rules_of(here.date())[views.place_of(rule)]
    await _keep(talk, notice_id, kept, here, hours)


async def repeat(talk: Talk, numbers: tuple[int, ...]) -> None:
    """How often, by the place of its button."""
    notice_id, place = rules.two(numbers)
    found = await schedules.of(talk.store, notice_id)
    if found is None or found[0].next_at is None:
        await talk.toast(drafts.no_draft(talk.words))
        return
    here = found[0].next_at.astimezone(talk.zone)
    offered = panels.rules_of(here.date())
    rule = offered[place] if 0 <= place < len(offered) else ONCE
    begins = datetime.combine(here.date(), found[0].hour, talk.zone)
    await _keep(talk, notice_id, rule, begins, await hours_of(talk.store, talk.office))


async def choose_hour(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The time of day, by its minutes."""
    notice_id, minutes = rules.two(numbers)
    found = await schedules.of(talk.store, notice_id)
    if found is None or found[0].next_at is None or not 0 <= minutes < MINUTES_OF_DAY:
        await talk.toast(drafts.no_draft(talk.words))
        return
    here = found[0].next_at.astimezone(talk.zone)
    begins = datetime.combine(here.date(), time(*divmod(minutes, 60)), talk.zone)
    await _keep(talk, notice_id, found[0].rule, begins, await hours_of(talk.store, talk.office))


async def choose_within(talk: Talk, numbers: tuple[int, ...]) -> None:
    """How long each occurrence takes answers; 0 is without a deadline."""
    notice_id, minutes = rules.two(numbers)
    within = minutes if minutes in panels.SPANS else None
    notice = await schedules.answer_within(talk.store, notice_id, within, SCHEDULE)
    await talk.toast(drafts.no_draft(talk.words) if notice is None else Markup())


async def drop(talk: Talk, numbers: tuple[int, ...]) -> None:
    """It goes out when it is sent, as others do."""
    notice = await schedules.drop(talk.store, rules.two(numbers)[0])
    await talk.toast(drafts.no_draft(talk.words) if notice is None else Markup())


async def hear(talk: Talk, notice_id: int, text: str) -> None:
    """The reply that says when; what may be two moments is offered as buttons."""
    said = sayings.read(text, talk.now, talk.zone)
    if said is None:
        await talk.say(views.not_understood(talk.words))
    elif said.rule == ONCE and len(said.moments) > 1:
        notice = await schedules.offer(talk.store, notice_id, offering(FIRST, said.moments))
        await talk.say(drafts.which_moment(talk.words) if notice else drafts.no_draft(talk.words))
    elif said.rule == ONCE and said.moments[0] <= talk.now:
        await talk.say(drafts.is_past(talk.words, said.moments[0]))
    else:
        hours = await hours_of(talk.store, talk.office)
        here = said.moments[0].astimezone(talk.zone)
        begins = here if said.rule == ONCE else datetime.combine(talk.today, here.time(), talk.zone)
        await _keep(talk, notice_id, said.rule, begins, hours)


async def begin(talk: Talk, schedule: Schedule, notice: Notice, chat_id: int) -> None:
    """The draft that has a schedule goes out by it from now on."""
    hours = await hours_of(talk.store, talk.office)
    first = next(iter(recurrences.coming(schedule, notice.weight, hours, talk.now, 1)), None)
    if first is None:
        await talk.toast(views.has_passed(talk.words), alert=True)
        return
    within = schedule.answer_within
    if notice.deadline is not None:
        within = round((notice.deadline - first.moment).total_seconds() / 60)
    if within is not None and within <= 0:
        await talk.toast(quiet.too_late(talk.words, first.moment, talk.now), alert=True)
        return
    when = first.nominal, within, talk.asker.person.id, talk.now
    decision = await schedules.begin(talk.store, notice.id, chat_id or None, *when)
    await talk.toast(views.begun(talk.words, decision, first.moment, talk.now))


async def _keep(talk: Talk, notice_id: int, rule: str, begins: datetime, hours: Hours) -> None:
    """From that day on, at that time of day."""
    first = recurrences.first(rule, begins.time(), begins.date(), hours, talk.now)
    if first is None:
        said = drafts.is_past(talk.words, begins.astimezone(UTC))
        await (talk.toast(said, alert=True) if talk.query_id else talk.say(said))
        return
    plan = Plan(rule, f"{begins:%H:%M}", first)
    who = talk.asker.person.id, talk.now
    notice = await schedules.keep(talk.store, notice_id, plan, *who, panel=SCHEDULE)
    if notice is None:
        await talk.say(drafts.no_draft(talk.words))
    elif talk.query_id:
        await talk.toast(Markup())
    else:
        await talk.say(drafts.noted(talk.words))
