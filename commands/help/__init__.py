"""What one can do here: derived from the features, so that it is never out of date."""

from commands.help import handlers
from commands.kit import Command, Delivery, Feature, Press
from locales import message
from storage.chats import JOINED

FEATURE = Feature(
    name="help",
    title=message("Help"),
    commands=(
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
    presses=(Press("help.show", handlers.show),),
    deliveries=(Delivery(JOINED, handlers.introduce, title=message("Greeting to a group")),),
    otherwise=handlers.otherwise,
)
