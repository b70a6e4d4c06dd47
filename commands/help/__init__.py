"""What one can do here: derived from the features, so that it is never out of date."""

from commands.help import handlers, turning
from commands.help.menus import MENU, OPEN, SHOW
from commands.help.questions import QUESTIONS
from commands.help.tasks import ALL
from commands.help.views import MEANT
from commands.kit import Command, Delivery, Feature, Press, Role
from commands.kit.running import HOME, RUN
from locales import message
from storage.chats import JOINED
from storage.first_steps import FIRST

FEATURE = Feature(
    name="help",
    title=message("Help"),
    commands=(
        Command(
            MENU,
            ("菜单",),
            message("Everything that I can do, by buttons"),
            turning.menu,
        ),
        Command(
            "help",
            ("帮助",),
            message("What I can do, and how one command is typed"),
            handlers.help_,
            example=message("language"),
        ),
        Command(
            "start",
            ("开始",),
            message("Say hello"),
            handlers.start,
            listed=False,
        ),
    ),
    questions=QUESTIONS,
    presses=(
        Press(SHOW, handlers.show),
        Press(MEANT, handlers.meant, who=Role.LIAISON, alone=True),
        Press(ALL, handlers.show_all),
        Press(HOME, turning.home),
        Press(OPEN, turning.room),
        Press(RUN, turning.command),
    ),
    deliveries=(
        Delivery(JOINED, handlers.introduce, title=message("Greeting to a group")),
        Delivery(FIRST, handlers.first_steps_owed, title=message("First steps of a new role")),
    ),
    otherwise=handlers.otherwise,
)
