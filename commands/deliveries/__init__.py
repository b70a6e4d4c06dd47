"""Deliveries: what perhaps did not arrive, and what staff make of it."""

from commands.deliveries import handlers
from commands.deliveries.questions import QUESTIONS
from commands.kit import Command, Delivery, Feature, Press, Role
from locales import message
from storage.doubts import NEWS, SETTLED
from storage.pulses import AWAY

FEATURE = Feature(
    name="deliveries",
    title=message("Deliveries"),
    commands=(
        Command(
            name="deliveries",
            chinese=("送达", "未送到"),
            help=message("What may not have arrived, and whom I cannot reach"),
            handle=handlers.listed,
            who=Role.STAFF,
        ),
    ),
    questions=QUESTIONS,
    presses=(
        Press("deliveries.show", handlers.show, who=Role.STAFF),
        Press("deliveries.again", handlers.again, who=Role.STAFF),
        Press("deliveries.arrived", handlers.arrived, who=Role.STAFF),
        Press("deliveries.drop", handlers.drop, who=Role.STAFF),
        Press("deliveries.retry", handlers.retry, who=Role.STAFF),
        Press("deliveries.forget", handlers.forget, who=Role.STAFF),
    ),
    deliveries=(
        Delivery(NEWS, handlers.news, title=message("News of doubtful messages")),
        Delivery(SETTLED, handlers.settled, title=message("News that all is settled")),
        Delivery(AWAY, handlers.away, title=message("News of a long silence")),
    ),
)
