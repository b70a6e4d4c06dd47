"""A service point is written: buttons of its card, and replies to what it asks."""

from datetime import timedelta
from typing import Any

from commands.kit import Post, Role, Studio, Talk
from commands.kit.faults import Problem
from commands.points import cards, facts
from commands.points.keepers import is_kept_by, the_point
from commands.points.keeping import asking, previews, steps
from commands.points.kinds import kind_at, level_at
from locales import Words
from storage import organisations, point_drafts, points
from storage.database import Store
from storage.datums import DATUMS, WGS84
from storage.point_drafts import DATUM, HOURS, NAME, OPEN, PLACE, STEPS, Draft

FRESH = timedelta(hours=1)
"""What was begun longer ago is gone on with by replies alone."""


async def add(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A new point of an organisation; which one is asked of who keeps several."""
    every = await organisations.every(talk.store)
    own = [one for one in every if is_kept_by(talk, one.id)]
    number, page = (*numbers, 0, 1)[:2] if len(numbers) != 1 else (numbers[0], 1)
    chosen = [one for one in own if one.id == number] if number else own
    if len(chosen) == 1:
        who = talk.asker.person.id
        await point_drafts.begin(talk.store, chosen[0].id, who, talk.place.id, talk.now)
    elif chosen:
        show = talk.edit if len(numbers) > 1 else talk.reply
        await show(asking.whose(talk.words, chosen, page))
    else:
        await talk.toast(asking.not_yours(talk.words), alert=True)


async def change(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The card's button."""
    point = await the_point(talk, numbers)
    if point is None:
        return
    if not is_kept_by(talk, point.organisation_id):
        await talk.toast(asking.not_yours(talk.words), alert=True)
        return
    who = talk.asker.person.id, talk.place.id
    whose = point.organisation_id
    if not await point_drafts.begin(talk.store, whose, *who, talk.now, point.id):
        await talk.toast(cards.gone(talk.words))


async def step(talk: Talk, numbers: tuple[int, ...]) -> None:
    """On to a step, or back; what it asks stays as it is."""
    draft = await the_draft(talk, numbers)
    if draft is not None and len(numbers) > 1 and 0 <= numbers[1] < len(STEPS):
        await point_drafts.revise(talk.store, draft.id, {}, STEPS[numbers[1]], talk.now)


async def kind(talk: Talk, numbers: tuple[int, ...]) -> None:
    draft = await the_draft(talk, numbers)
    chosen = kind_at(numbers[1]) if len(numbers) > 1 else ""
    if draft is not None and chosen:
        await _settle(talk, draft, point_drafts.KIND, {"kind": chosen})


async def level(talk: Talk, numbers: tuple[int, ...]) -> None:
    draft = await the_draft(talk, numbers)
    chosen = level_at(numbers[1]) if len(numbers) > 1 else None
    if draft is not None and chosen is not None:
        await _settle(talk, draft, point_drafts.LEVEL, {"level": chosen})


async def datum(talk: Talk, numbers: tuple[int, ...]) -> None:
    """From which map the numbers are."""
    draft = await the_draft(talk, numbers)
    if draft is not None and len(numbers) > 1 and 0 <= numbers[1] < len(DATUMS):
        await _settle(talk, draft, DATUM, {"datum": DATUMS[numbers[1]]})


async def baidu(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """Baidu shifts once more, by a formula of its own: its numbers are not taken."""
    await talk.toast(asking.no_baidu(talk.words), alert=True)


async def field(talk: Talk, numbers: tuple[int, ...]) -> None:
    """What shall be changed: by buttons of the card, or by a reply."""
    draft = await the_draft(talk, numbers)
    if draft is None or len(numbers) <= 1 or not 0 <= numbers[1] < len(STEPS):
        return
    chosen = STEPS[numbers[1]]
    if chosen in point_drafts.QUESTIONS:
        await point_drafts.ask(talk.store, draft.id, chosen, talk.now)
    else:
        await point_drafts.revise(talk.store, draft.id, {}, chosen, talk.now)


async def answered(talk: Talk, draft_id: int, *, field: str) -> bool | None:
    """A reply to a question; one that cannot be read is asked for again."""
    draft = await the_draft(talk, (draft_id,))
    if draft is None:
        return True
    said = _read(talk, field)
    if isinstance(said, Problem):
        await talk.reply(Post(talk.words.t(said.sentence, **said.values)))
        await point_drafts.ask(talk.store, draft.id, field, talk.now)
        return True
    await _settle(talk, draft, field, said)
    return True


async def written(talk: Talk) -> bool:
    """Words, or a place, that answer the step at which a new point waits, without being a reply."""
    if talk.asker.role < Role.LIAISON or not (talk.message.text or talk.message.spot):
        return False
    since = talk.now - FRESH
    draft = await point_drafts.unanswered(talk.store, talk.asker.person.id, since)
    if draft is None or (talk.message.spot is not None and draft.step != PLACE):
        return False
    await answered(talk, draft.id, field=draft.step)
    return True


async def question(store: Store, words: Words, draft_id: int, *, field: str) -> Post | None:
    """What is asked, with what stands there until now."""
    draft = await point_drafts.one(store, draft_id)
    return asking.question(words, draft, field) if draft and draft.state == OPEN else None


async def card(store: Store, studio: Studio, draft_id: int) -> Post | None:
    """The preview; days are told from the office's today."""
    draft = await point_drafts.one(store, draft_id)
    if draft is None:
        return None
    point = await points.one(store, draft.point_id) if draft.point_id else None
    today = studio.now.astimezone(studio.office.zone).date()
    is_newest = point is not None and point.revision == draft.revision
    return previews.card(studio.words, draft, today, can_undo=is_newest)


async def the_draft(talk: Talk, numbers: tuple[int, ...]) -> Draft | None:
    """The draft of a button or reply, if it is this person's and still to be settled."""
    draft = await point_drafts.one(talk.store, numbers[0]) if numbers else None
    is_own = draft is not None and draft.person_id == talk.asker.person.id
    if draft is None or not is_own or not is_kept_by(talk, draft.organisation_id):
        await talk.say(asking.not_yours(talk.words))
    elif draft.state != OPEN:
        await talk.say(asking.settled(talk.words))
    else:
        return draft
    return None


def _read(talk: Talk, field: str) -> dict[str, Any] | Problem:
    """What a reply says of a field."""
    text, spot = talk.message.text, talk.message.spot
    if field == PLACE and spot is not None:
        return steps.located(spot.latitude, spot.longitude, WGS84)
    if not text.strip():
        return Problem(facts.EMPTY)
    if field == PLACE:
        place = facts.read_place(text)
        return place if isinstance(place, Problem) else steps.located(*place, "")
    is_hours = field == HOURS
    said = facts.read_rule(text, talk.today) if is_hours else facts.read_words(field, text)
    if field == NAME and not said:
        return Problem(facts.EMPTY)
    return said if isinstance(said, Problem) else {field: said}


async def _settle(talk: Talk, draft: Draft, field: str, said: dict[str, Any]) -> None:
    """Who writes step by step is asked the next; who changes a field gets the card."""
    step = steps.after(draft, field, said)
    await point_drafts.revise(talk.store, draft.id, said, step, talk.now)
