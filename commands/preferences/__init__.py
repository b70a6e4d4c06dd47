"""What the alliance prefers: when its people may be disturbed, and whether a nod is an answer."""

from commands.kit import Command, Feature, Press, Role
from commands.preferences import handlers
from commands.preferences.questions import QUESTIONS
from locales import message

FEATURE = Feature(
    name="preferences",
    title=message("Settings"),
    commands=(
        Command(
            name="settings",
            chinese=("设置",),
            help=message("Quiet hours, days off, the month in pictures, groups where a 👍 counts"),
            handle=handlers.show,
            who=Role.STAFF,
        ),
    ),
    questions=QUESTIONS,
    presses=(
        Press("preferences.quiet", handlers.choose_quiet, who=Role.STAFF),
        Press("preferences.working_days", handlers.choose_working_days, who=Role.STAFF),
        Press("preferences.month", handlers.choose_month, who=Role.STAFF),
        Press("preferences.wishes", handlers.choose_wishes, who=Role.STAFF),
        Press("preferences.show", handlers.show_again, who=Role.STAFF),
        Press("preferences.reactions", handlers.show_reactions, who=Role.STAFF),
        Press("preferences.count", handlers.count_reactions, who=Role.STAFF),
    ),
)
