"""What the alliance prefers: when its people may be disturbed."""

from commands.kit import Command, Feature, Press, Role
from commands.preferences import handlers
from locales import message

FEATURE = Feature(
    name="preferences",
    title=message("Settings"),
    commands=(
        Command(
            name="settings",
            chinese=("设置",),
            help=message("Quiet hours and days off, on which only urgent things come"),
            handle=handlers.show,
            who=Role.STAFF,
        ),
    ),
    presses=(
        Press("preferences.quiet", handlers.choose_quiet, who=Role.STAFF),
        Press("preferences.working_days", handlers.choose_working_days, who=Role.STAFF),
    ),
)
