"""Service points are kept up: written step by step, changed, confirmed, retired."""

from functools import partial

from commands.kit import Delivery, Making, Press, Role
from commands.kit.features import PressHandler
from commands.points.keeping import settling, standing, writing
from locales import message
from storage import points
from storage.point_drafts import CARD, QUESTIONS

HANDLERS: dict[str, PressHandler] = {
    "add": writing.add,
    "change": writing.change,
    "step": writing.step,
    "kind": writing.kind,
    "level": writing.level,
    "datum": writing.datum,
    "baidu": writing.baidu,
    "field": writing.field,
    "keep": settling.keep,
    "drop": settling.drop,
    "undo": settling.undo,
    "confirm": standing.changing(points.confirm),
    "retire": standing.changing(points.retire),
    "back": standing.changing(points.bring_back),
}
PRESSES = tuple(
    Press(f"points.{name}", handle, who=Role.LIAISON, alone=True)
    for name, handle in HANDLERS.items()
)
DELIVERIES = (
    Delivery(CARD, Making(writing.card), title=message("A service point that is being written")),
    *(
        Delivery(
            kind,
            partial(writing.question, field=name),
            title=message("Question about a service point"),
            on_reply=partial(writing.answered, field=name),
        )
        for name, kind in QUESTIONS.items()
    ),
)
