"""The record of changes: who changed what, when, from what to what."""

from commands.kit import Command, Feature, Press, Role
from commands.trail import handlers
from commands.trail.questions import QUESTIONS
from commands.trail.views import SHOW
from locales import message

FEATURE = Feature(
    name="trail",
    title=message("Record of changes"),
    commands=(
        Command(
            "history",
            ("变更记录",),
            message("Who changed what, when, from what to what"),
            handlers.history,
            who=Role.STAFF,
            example=message("notice 12"),
        ),
    ),
    questions=QUESTIONS,
    presses=(Press(SHOW, handlers.show, who=Role.STAFF),),
)
