"""A draft while staff change it: by buttons below its preview, and by replies to what it asks."""

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from commands.kit import Post, Role, Talk
from commands.kit.days import NoMomentError
from commands.kit.moments import read_moments
from commands.notices import rules
from commands.notices.answers import replies
from commands.notices.drafts import moments, panels, previews, templates, views
from commands.notices.drafts.panels import (
    DEADLINE,
    MAIN,
    OF_CATEGORY,
    OF_COMMUNITY,
    OF_EVERYBODY,
    OF_NAMED,
    OPTIONS,
    PANELS,
    PLACES,
    WORDING,
)
from commands.notices.drafts.templates import TEMPLATES
from locales import Words
from storage import drafts, organisations
from storage.audiences import ALL, COMMUNITY, EVERYBODY, Audience
from storage.database import Store
from storage.notices import CHOICE, CHOICES, FORMS, SIGN_UP, WEIGHTS, Notice
from storage.organisations import CATEGORIES, Organisation

OPTIONS_LEAST, OPTIONS_MOST = 2, 10
TO_BE_ASKED = (OPTIONS, PLACES, WORDING, DEADLINE)
Changed = Callable[[Notice], dict[str, Any]]


async def compose(talk: Talk) -> None:
    """Keeps a draft; its preview is owed."""
    text = rules.notice_text(talk.args, talk.message.reply_to)
    if not text:
        was_answering = talk.message.reply_to is not None
        how = views.how_to(talk.words, was_answering=was_answering)
        await talk.reply(Post(how, () if was_answering else templates.rows(talk.words)))
        return
    await drafts.draft(
        talk.store,
        text,
        talk.asker.person.id,
        talk.now,
        preview_to=talk.place.id,
        group_id=None if talk.place.is_private else talk.place.id,
        reply_to=None if talk.place.is_private else talk.message.id,
    )


async def from_template(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A draft with blanks, and the question for the filled-in text."""
    place, _ = rules.two(numbers)
    template = TEMPLATES[place if 0 <= place < len(TEMPLATES) else 0]
    await drafts.draft(
        talk.store,
        str(talk.words.t(template.text)),
        talk.asker.person.id,
        talk.now,
        preview_to=talk.place.id,
        group_id=None if talk.place.is_private else talk.place.id,
        reply_to=None,
        form=template.form,
        panel=WORDING,
    )
    await talk.toast(views.fill_in(talk.words))


async def send(talk: Talk, numbers: tuple[int, ...]) -> None:
    notice_id, chat_id = rules.two(numbers)
    person_id = talk.asker.person.id
    decision = await drafts.send(talk.store, notice_id, chat_id, person_id, talk.now, previews.HOLD)
    await talk.toast(views.decided(talk.words, decision))


async def undo(talk: Talk, numbers: tuple[int, ...]) -> None:
    decision = await drafts.undo(talk.store, rules.two(numbers)[0], talk.now)
    await talk.toast(views.undone(talk.words, decision))


async def discard(talk: Talk, numbers: tuple[int, ...]) -> None:
    notice_id, _ = rules.two(numbers)
    decision = await drafts.discard(talk.store, notice_id, talk.asker.person.id, talk.now)
    await talk.toast(views.decided(talk.words, decision))


async def open_panel(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Opens a choice, another page of it, or goes back to the preview."""
    notice_id, place, page = (*numbers, 0, 0, 0)[:3]
    name = PANELS[place] if 0 <= place < len(PANELS) else MAIN
    shown = str(max(page, 1))
    if name == DEADLINE:
        offered = moments.suggested(talk.now, talk.zone)
        shown = ",".join(str(moments.minutes_of(one)) for one in offered)
    await _change(talk, notice_id, lambda _notice: {"panel": f"{name}:{shown}" if name else MAIN})


async def choose_audience(talk: Talk, numbers: tuple[int, ...]) -> None:
    notice_id, kind, which = (*numbers, 0, 0, 0)[:3]
    register = {one.id: one for one in await organisations.every(talk.store)}

    def changed(notice: Notice) -> dict[str, Any]:
        return {"audience": str(_audience(notice.whom, kind, which, register.get(which)))}

    await _change(talk, notice_id, changed)


async def choose_form(talk: Talk, numbers: tuple[int, ...]) -> None:
    """What it wants to hear; a choice needs its options, a sign-up its places."""
    notice_id, place = rules.two(numbers)
    form = FORMS[place] if 0 <= place < len(FORMS) else FORMS[0]
    panel = {CHOICE: OPTIONS, CHOICES: OPTIONS, SIGN_UP: PLACES}.get(form, MAIN)
    await _change(talk, notice_id, lambda _notice: {"form": form, "panel": panel})


async def choose_deadline(talk: Talk, numbers: tuple[int, ...]) -> None:
    """By minutes since 1970; 0 is none."""
    notice_id, minutes = rules.two(numbers)
    moment = moments.of_minutes(minutes)
    if moment is not None and moment <= talk.now:
        await talk.toast(views.is_past(talk.words, moment), alert=True)
        return
    await _change(talk, notice_id, lambda _notice: {"deadline": moment, "panel": MAIN})


async def choose_places(talk: Talk, numbers: tuple[int, ...]) -> None:
    notice_id, places = rules.two(numbers)
    await _change(
        talk, notice_id, lambda _notice: {"places": max(places, 0) or None, "panel": MAIN}
    )


async def choose_weight(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The next weight: normal, important, urgent, and normal again."""

    def changed(notice: Notice) -> dict[str, Any]:
        place = WEIGHTS.index(notice.weight) if notice.weight in WEIGHTS else -1
        return {"weight": WEIGHTS[(place + 1) % len(WEIGHTS)]}

    await _change(talk, rules.two(numbers)[0], changed)


async def reply(talk: Talk, notice_id: int) -> bool:
    """A reply to the preview or to what it asked: options, places, a deadline, another text."""
    proposal = await drafts.proposal(talk.store, notice_id)
    panel = proposal.notice.panel.partition(":")[0] if proposal else MAIN
    if talk.asker.role < Role.STAFF or panel not in TO_BE_ASKED or talk.message.photo:
        return False
    changed = _deadline(talk) if panel == DEADLINE else _read(talk, panel)
    if changed is None:
        await talk.say(views.not_understood(talk.words, panel))
        return True
    moment = changed.get("deadline")
    if moment is not None and moment <= talk.now:
        await talk.say(views.is_past(talk.words, moment))
        return True
    if await drafts.revise(talk.store, notice_id, lambda _notice: changed) is None:
        await talk.say(views.no_draft(talk.words))
    else:
        is_settled = changed["panel"] == MAIN
        await talk.say(views.noted(talk.words) if is_settled else views.which_moment(talk.words))
    return True


async def preview(store: Store, words: Words, notice_id: int) -> Post | None:
    proposal = await drafts.proposal(store, notice_id)
    return previews.preview(words, proposal) if proposal else None


async def question(store: Store, words: Words, notice_id: int) -> Post | None:
    """What the open panel wants to be told by a reply."""
    proposal = await drafts.proposal(store, notice_id)
    return panels.question(words, proposal.notice) if proposal else None


async def _change(talk: Talk, notice_id: int, changed: Changed) -> None:
    """Changes the draft; what the panel that it opens has to ask is asked at once."""

    def asks(notice: Notice) -> bool:
        return changed(notice).get("panel", "").partition(":")[0] in TO_BE_ASKED

    where = talk.place.id, talk.now
    notice = await drafts.revise(talk.store, notice_id, changed, ask=where, asks=asks)
    await talk.toast(views.no_draft(talk.words) if notice is None else Markup())


def _audience(whom: Audience, kind: int, which: int, organisation: Organisation | None) -> Audience:
    """Another audience by what the button names; a forged one asks all."""
    if kind == OF_EVERYBODY:
        return Audience(kind=EVERYBODY)
    if kind == OF_CATEGORY and 0 <= which < len(CATEGORIES):
        return whom.with_category(CATEGORIES[which])
    if kind == OF_COMMUNITY and organisation and organisation.community:
        return Audience(kind=COMMUNITY, which=(organisation.community,))
    if kind == OF_NAMED and organisation:
        return whom.with_organisation(organisation.id)
    return Audience(kind=ALL)


def _deadline(talk: Talk) -> dict[str, Any] | None:
    """A moment in words; one that may be two is offered as buttons."""
    try:
        found = read_moments(talk.message.text, talk.now, talk.zone)
    except NoMomentError:
        return None
    if len(found) == 1:
        return {"deadline": found[0], "panel": MAIN}
    offered = ",".join(str(moments.minutes_of(one)) for one in found)
    return {"panel": f"{DEADLINE}:{offered}"} if found else None


def _read(talk: Talk, panel: str) -> dict[str, Any] | None:
    """The columns that a reply changes; None when it could not be read."""
    text = talk.message.text
    if panel == OPTIONS:
        options = rules.options(text)
        fits = OPTIONS_LEAST <= len(options) <= OPTIONS_MOST
        return {"options": "\n".join(options), "panel": MAIN} if fits else None
    if panel == PLACES:
        places = replies.number_in(text)
        return {"places": places, "panel": MAIN} if places else None
    wording = rules.notice_text(text, None)
    return {"text": wording, "panel": MAIN} if wording else None
