"""Exports: files that people take along, whichever feature makes them."""

from commands.exports import handlers
from commands.exports.questions import QUESTIONS
from commands.kit import Command, Feature, Role, Task
from locales import message

FEATURE = Feature(
    name="exports",
    title=message("Files to take along"),
    commands=(
        Command(
            name="export",
            chinese=("导出",),
            help=message("Take along: an Excel sheet, a picture, photos"),
            handle=handlers.export,
            who=Role.LIAISON,
            example=message("notice 12"),
            personal=True,
            tasks=(
                Task(message("I want an Excel sheet or the photos"), Role.LIAISON, is_alone=True),
            ),
        ),
    ),
    questions=QUESTIONS,
)
