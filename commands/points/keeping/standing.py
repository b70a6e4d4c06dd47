"""That a point still holds, that it is retired, and that it is there again: by its card."""

from commands.kit import Talk
from commands.points import cards
from commands.points.keepers import is_kept_by, now_of, the_point
from commands.points.keeping import asking
from storage import points
from storage.points import Point

AS_SHOWN = 2
"""Numbers of a button: the point, and its revision."""


async def confirm(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Somebody who keeps it up has looked."""
    point = await _own(talk, numbers)
    if point is not None:
        who = talk.asker.person.id
        done = await points.confirm(talk.store, point.id, numbers[1], who, talk.now)
        await _show(talk, point.id, done)


async def retire(talk: Talk, numbers: tuple[int, ...]) -> None:
    """It is shown no more; the card lets it come back."""
    point = await _own(talk, numbers)
    if point is not None:
        who = talk.asker.person.id
        done = await points.retire(talk.store, point.id, numbers[1], who, talk.now)
        await _show(talk, point.id, done)


async def bring_back(talk: Talk, numbers: tuple[int, ...]) -> None:
    point = await _own(talk, numbers)
    if point is not None:
        who = talk.asker.person.id
        done = await points.bring_back(talk.store, point.id, numbers[1], who, talk.now)
        await _show(talk, point.id, done)


async def _own(talk: Talk, numbers: tuple[int, ...]) -> Point | None:
    point = await the_point(talk, numbers) if len(numbers) == AS_SHOWN else None
    if point is not None and not is_kept_by(talk, point.organisation_id):
        await talk.toast(asking.not_yours(talk.words), alert=True)
        return None
    if len(numbers) != AS_SHOWN:
        await talk.toast(cards.gone(talk.words))
    return point


async def _show(talk: Talk, point_id: int, done: bool) -> None:  # noqa: FBT001 - what became of it
    """The card as it is now, also when somebody else was faster."""
    if not done:
        await talk.toast(asking.meanwhile(talk.words), alert=True)
    point = await points.one(talk.store, point_id)
    if point is not None:
        await talk.edit(cards.card(talk.words, point, now_of(talk, point)))
