"""A draft is changed by the buttons of its panels, by whoever of the staff presses."""

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from commands.kit import Talk
from commands.notices import rules
from commands.notices.drafts import audiences, contents, deadlines, moments, views
from commands.notices.drafts.forms import NEEDS
from commands.notices.drafts.panels import DEADLINE, MAIN, PANELS
from storage import attachments, drafts, organisations
from storage.drafts import Asking
from storage.notices import FORMS, WEIGHTS, Notice

Changed = Callable[[Notice], dict[str, Any]]


async def open_panel(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Opens a choice, another page of it, or goes back to the preview."""
    notice_id, place, page = (*numbers, 0, 0, 0)[:3]
    name = PANELS[place] if 0 <= place < len(PANELS) else MAIN
    panel = f"{name}:{max(page, 1)}" if name else MAIN
    if name == DEADLINE:
        panel = deadlines.offering(moments.suggested(talk.now, talk.zone))
    await change(talk, notice_id, lambda _notice: {"panel": panel})


async def choose_audience(talk: Talk, numbers: tuple[int, ...]) -> None:
    notice_id, kind, which = (*numbers, 0, 0, 0)[:3]
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
    await change(talk, notice_id, lambda _notice: {"deadline": moment, "panel": MAIN})


async def choose_places(talk: Talk, numbers: tuple[int, ...]) -> None:
    notice_id, number = rules.two(numbers)
    places = max(number, 0) or None
    await change(talk, notice_id, lambda _notice: {"places": places, "panel": MAIN})


async def choose_weight(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The next weight: normal, important, urgent, and normal again."""

    def changed(notice: Notice) -> dict[str, Any]:
        place = WEIGHTS.index(notice.weight) if notice.weight in WEIGHTS else -1
        return {"weight": WEIGHTS[(place + 1) % len(WEIGHTS)]}

    await change(talk, rules.two(numbers)[0], changed)


async def take_off(talk: Talk, numbers: tuple[int, ...]) -> None:
    """One of the files does not go along, or (0) none of them."""
    notice_id, place = rules.two(numbers)
    done = await attachments.take_off(talk.store, notice_id, max(place, 0))
    await talk.toast(Markup() if done else views.no_draft(talk.words))


async def change(talk: Talk, notice_id: int, changed: Changed) -> None:
    """Changes the draft; what the panel that it opens has to ask is asked at once."""
    ask = Asking(talk.place.id, talk.now, contents.asks)
    notice = await drafts.revise(talk.store, notice_id, changed, ask=ask)
    await talk.toast(views.no_draft(talk.words) if notice is None else Markup())
