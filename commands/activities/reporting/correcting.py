"""The panel behind ✏️, pressed: pages of it, kinds, tags and partners; its message is its memory."""

from commands.activities.reporting import histories, panels, questions
from commands.activities.reporting.corrections import correctable
from commands.kit import Post, Talk
from storage import activities, activity_history, corrections, organisations, queries, tags
from storage.activities import Activity
from storage.corrections import Correction
from storage.partners import Named
from storage.tags import LINKAGES

FIRST = 1


async def opened(talk: Talk, numbers: tuple[int, ...]) -> None:
    """✏️ below a receipt opens the panel in a message of its own."""
    activity = await correctable(talk, numbers)
    if activity is not None:
        await talk.reply(panels.panel(talk.words, activity))


async def back(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The panel in place of one of its pages."""
    activity = await correctable(talk, numbers)
    if activity is not None:
        await _turn(talk, panels.panel(talk.words, activity))


async def done(talk: Talk, numbers: tuple[int, ...]) -> None:
    activity = await correctable(talk, numbers)
    if activity is not None:
        await _turn(talk, panels.done(talk.words, activity))


async def kinds(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The five kinds, and the tags of the one that is chosen."""
    activity = await correctable(talk, numbers)
    if activity is not None:
        await _turn(talk, await _kinds(talk, activity))


async def set_kind(talk: Talk, numbers: tuple[int, ...]) -> None:
    """One of the five."""
    activity = await correctable(talk, numbers[:1])
    if activity is None:
        return
    if len(numbers) != len(("activity", "kind")) or not 0 <= numbers[1] < len(LINKAGES):
        await talk.toast(questions.answered_before(talk.words))
        return
    change = Correction(linkage=LINKAGES[numbers[1]])
    await corrections.correct(talk.store, activity.id, change, talk.asker.person.id, talk.now)
    await _show_kinds(talk, activity)


async def toggle_tag(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A tag on or off."""
    activity = await correctable(talk, numbers[:1])
    if activity is None:
        return
    known = {tag.id for tag in await tags.every(talk.store)}
    if len(numbers) != len(("activity", "tag")) or numbers[1] not in known:
        await talk.toast(questions.answered_before(talk.words))
        return
    person = talk.asker.person.id
    await corrections.tag(talk.store, activity.id, numbers[1], person, talk.now)
    await _show_kinds(talk, activity)


async def partners(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A page of the other organisations."""
    activity = await correctable(talk, numbers[:1])
    if activity is not None:
        page = numbers[1] if len(numbers) > 1 else FIRST
        await _turn(talk, await _partners(talk, activity, page))


async def toggle_partner(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Held it too, then helped, then neither."""
    activity = await correctable(talk, numbers[:1])
    if activity is None:
        return
    register = {one.id for one in await organisations.every(talk.store)}
    organisation_id, page = (*numbers[1:], 0, FIRST)[:2]
    if organisation_id not in register - {activity.organisation_id}:
        await talk.toast(questions.answered_before(talk.words))
        return
    await _name(talk, activity, organisation_id, _next(activity, organisation_id))
    changed = await activities.one(talk.store, activity.id)
    await _turn(talk, await _partners(talk, changed or activity, page))


async def also(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Who is named in the caption held it too: a candidate's button below the receipt."""
    activity = await correctable(talk, numbers[:1])
    if activity is None:
        return
    offered = activity.unsure.get("partners")
    if offered is None or tuple(map(str, numbers[1:])) not in {(one,) for one in offered.may_be}:
        await talk.toast(questions.answered_before(talk.words))
        return
    await _name(talk, activity, numbers[1], Named(organisation_id=numbers[1]))
    await talk.toast(questions.kept(talk.words))


async def history(talk: Talk, numbers: tuple[int, ...]) -> None:
    """What was changed, by whom."""
    activity = await correctable(talk, numbers)
    if activity is not None:
        changes = await activity_history.history(talk.store, activity.id)
        asked = await queries.of(talk.store, activity.id)
        await _turn(talk, histories.history(talk.words, activity, changes, asked))


async def _turn(talk: Talk, post: Post) -> None:
    """The button rests at once; in a group the panel may have to wait for the chat's pace."""
    await talk.stop_spinner()
    await talk.edit(post)


def _next(activity: Activity, organisation_id: int) -> Named | None:
    known = next((o for o in activity.partners if o.organisation_id == organisation_id), None)
    if known is None:
        return Named(organisation_id=organisation_id)
    return Named(organisation_id=organisation_id, is_host=False) if known.is_host else None


async def _name(talk: Talk, activity: Activity, organisation_id: int, named: Named | None) -> None:
    person = talk.asker.person.id
    await corrections.partner(talk.store, activity.id, organisation_id, named, person, talk.now)


async def _show_kinds(talk: Talk, activity: Activity) -> None:
    changed = await activities.one(talk.store, activity.id)
    await _turn(talk, await _kinds(talk, changed or activity))


async def _kinds(talk: Talk, activity: Activity) -> Post:
    return panels.kinds(talk.words, activity, await tags.every(talk.store))


async def _partners(talk: Talk, activity: Activity, page: int) -> Post:
    register = await organisations.every(talk.store)
    return panels.partners(talk.words, activity, register, page)
