"""Coverage (全覆盖): which organisations the street office does not reach yet."""

from commands.coverage import handlers
from commands.coverage.questions import QUESTIONS
from commands.kit import Command, Delivery, Feature, Making, Press, Role
from locales import message
from storage.nudges import NUDGE

FEATURE = Feature(
    name="coverage",
    title=message("Coverage"),
    commands=(
        Command(
            "coverage",
            ("全覆盖",),
            message("Who has no liaison, no activity, no pair, no visit, and how to mend it"),
            handlers.show,
            who=Role.STAFF,
            personal=True,
        ),
    ),
    questions=QUESTIONS,
    presses=(
        Press("coverage.home", handlers.home, who=Role.STAFF, alone=True),
        Press("coverage.gap", handlers.gap, who=Role.STAFF, alone=True),
        Press("coverage.who", handlers.who, who=Role.STAFF, alone=True),
        Press("coverage.pair", handlers.pair, who=Role.STAFF, alone=True),
        Press("coverage.nudge", handlers.nudge, who=Role.STAFF, alone=True),
        Press("coverage.undo", handlers.undo, who=Role.STAFF, alone=True),
    ),
    deliveries=(
        Delivery(
            NUDGE,
            Making(handlers.question),
            title=message("Question to an organisation without an activity"),
        ),
    ),
)
