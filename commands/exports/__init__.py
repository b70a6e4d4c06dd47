"""Exports: files that staff take along, whichever feature makes them."""

from commands.exports import handlers
from commands.kit import Command, Feature, Role
from locales import message

FEATURE = Feature(
    name="exports",
    title=message("Files to take along"),
    commands=(
        Command(
            name="export",
            chinese=("导出",),
            help=message("An Excel sheet or a picture, to keep or to show"),
            handle=handlers.export,
            who=Role.STAFF,
            example=message("notice 12"),
            personal=True,
        ),
    ),
)
