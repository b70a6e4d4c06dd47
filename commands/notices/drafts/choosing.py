"""A draft is changed by the buttons of its panels, by whoever of the staff presses."""

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from commands.kit import Talk
from commands.notices import days_off, leads, rules
from commands.notices.drafts import audiences, contents, moments, steps, views, weights
from commands.notices.drafts.destinations import ALONE
from commands.notices.drafts.forms import NEEDS
from commands.notices.drafts.openings import opening
from commands.notices.drafts.panels import MAIN, PANELS
from commands.notices.drafts.rosters import OF_ROSTER, is_gone
from storage import attachments, destinations, drafts, organisations, rosters
from storage.drafts import Asking
from storage.notices import FORMS, Notice

Changed = Callable[[Notice], dict[str, Any]]


async def open_panel(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Opens a choice, another page of it, or goes back to the preview."""
    notice_id, place, page = (*numbers, 0, 0, 0)[:3]
    name = PANELS[place] if 0 <= place < len(PANELS) else MAIN
    leaves = {} if name else {"steps": ""}

    def changed(notice: Notice) -> dict[str, Any]:
        return {"panel": opening(name, notice, talk.now, talk.zone, page), **leaves}

    await change(talk, notice_id, changed)


async def step(talk: Talk, numbers: tuple[int, ...]) -> None:
    """To one of the steps in which a notice is written; behind the last one it is the preview."""
    notice_id, place = rules.two(numbers)

    def changed(notice: Notice) -> dict[str, Any]:
        return steps.at(place, notice, talk.now, talk.zone) if notice.steps else {}

    await change(talk, notice_id, changed)


async def choose_audience(talk: Talk, numbers: tuple[int, ...]) -> None:
    """All, everybody, categories, communities, single ones, or a list as it is kept now."""
    notice_id, kind, which = (*numbers, 0, 0, 0)[:3]
    roster = await rosters.one(talk.store, which) if kind == OF_ROSTER else None
    if roster is not None:
        whom = roster.audience
        await change(talk, notice_id, lambda _notice: {"audience": whom})
        return
    if kind == OF_ROSTER:
        await talk.toast(is_gone(talk.words))
        return
    register = {one.id: one for one in await organisations.every(talk.store)}

    def changed(notice: Notice) -> dict[str, Any]:
        return {"audience": str(audiences.chosen(notice.whom, kind, which, register.get(which)))}

    await change(talk, notice_id, changed)


async def choose_form(talk: Talk, numbers: tuple[int, ...]) -> None:
    """What it wants to hear; a choice needs its options, a sign-up its places."""
    notice_id, place = rules.two(numbers)
    form = FORMS[place] if 0 <= place < len(FORMS) else FORMS[0]
    panel = NEEDS.get(form, MAIN)
    await change(talk, notice_id, lambda _notice: {"form": form, "panel": panel})


async def choose_deadline(talk: Talk, numbers: tuple[int, ...]) -> None:
    """By minutes since 1970; 0 is none."""
    notice_id, minutes = rules.two(numbers)
    moment = moments.of_minutes(minutes)
    if moment is not None and moment <= talk.now:
        await talk.toast(views.is_past(talk.words, moment), alert=True)
        return
    said = days_off.warning(talk.words, talk.office.calendar, moment) if moment else None
    await change(talk, notice_id, lambda _notice: {"deadline": moment, "panel": MAIN}, said)


async def choose_places(talk: Talk, numbers: tuple[int, ...]) -> None:
    notice_id, number = rules.two(numbers)
    places = max(number, 0) or None
    await change(talk, notice_id, lambda _notice: {"places": places, "panel": MAIN})


async def choose_weight(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The one that the button names, or the next: normal, important, urgent, and normal again."""
    notice_id, which = rules.two(numbers)
    named = {"panel": MAIN} if which else {}
    await change(talk, notice_id, lambda notice: {"weight": weights.chosen(notice, which), **named})


async def take_off(talk: Talk, numbers: tuple[int, ...]) -> None:
    """One of the files does not go along, or (0) none of them."""
    notice_id, place = rules.two(numbers)
    done = await attachments.take_off(talk.store, notice_id, max(place, 0))
    await talk.toast(Markup() if done else views.no_draft(talk.words))


async def choose_place(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A group (topic 0 is its general part), or a topic of it: chosen, or not any more."""
    notice_id, chat_id, topic_id = (*numbers, 0, 0, 0)[:3]
    notice = await destinations.choose(talk.store, notice_id, chat_id, topic_id)
    await talk.toast(views.no_draft(talk.words) if notice is None else Markup())


async def choose_private(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Private chats as well, or alone."""
    notice_id, which = rules.two(numbers)
    notice = await destinations.go_private(talk.store, notice_id, alone=which == ALONE)
    await talk.toast(views.no_draft(talk.words) if notice is None else Markup())


async def choose_lead(talk: Talk, numbers: tuple[int, ...]) -> None:
    """By the minutes before the deadline: turned on or off; other numbers are no reminder."""
    notice_id, minutes = rules.two(numbers)

    def changed(notice: Notice) -> dict[str, Any]:
        return {"remind_before": leads.toggled(notice.remind_before, minutes)}

    await change(talk, notice_id, changed)


async def change(talk: Talk, notice_id: int, changed: Changed, said: Markup | None = None) -> None:
    """Changes the draft; what the panel that it opens has to ask is asked at once."""

    def whole(notice: Notice) -> dict[str, Any]:
        return steps.onward(notice, changed(notice), talk.now, talk.zone)

    ask = Asking(talk.place.id, talk.place.topic_id, talk.now, contents.asks)
    notice = await drafts.revise(talk.store, notice_id, whole, ask=ask)
    await talk.toast(views.no_draft(talk.words) if notice is None else said or Markup())
