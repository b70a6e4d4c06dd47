"""That a point still holds, that it is retired, and that it is there again: by its card."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from commands.kit import Talk
from commands.kit.features import PressHandler
from commands.points import cards
from commands.points.keepers import is_kept_by, now_of, the_point
from commands.points.keeping import asking
from storage import points
from storage.database import Store
from storage.points import Point

Change = Callable[[Store, int, int, int, datetime], Awaitable[bool]]
"""Of a point, by its revision, by whom and when; False: it is not what was shown any more."""
AS_SHOWN = 2
"""Numbers of a button: the point, and its revision."""


def changing(change: Change) -> PressHandler:
    """Has a change made by somebody who keeps the point up, if it still is as it was shown."""

    async def handle(talk: Talk, numbers: tuple[int, ...]) -> None:
        point = await _own(talk, numbers)
        if point is not None:
            who = talk.asker.person.id
            done = await change(talk.store, point.id, numbers[1], who, talk.now)
            await _show(talk, point.id, done)

    return handle


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
