"""Whom the bot cannot write to in private: why, and what staff can do about each."""

from commands.kit import Command, Delivery, Feature, Press, Role, Task
from commands.unreachable import handlers
from locales import message
from storage.unreached import CAME_THROUGH, HELLO

FEATURE = Feature(
    name="unreachable",
    title=message("Out of reach"),
    commands=(
        Command(
            "unreachable",
            ("联系不上",),
            message("Who of those with a role cannot be written to, and what helps"),
            handlers.listed,
            who=Role.STAFF,
            tasks=(Task(message("Somebody gets no messages"), Role.STAFF, is_alone=True),),
        ),
    ),
    presses=(
        Press("unreachable.show", handlers.show, who=Role.STAFF),
        Press("unreachable.again", handlers.again, who=Role.STAFF),
        Press("unreachable.forward", handlers.forward, who=Role.STAFF),
        Press("unreachable.call", handlers.call, who=Role.STAFF),
    ),
    deliveries=(
        Delivery(
            HELLO,
            handlers.hello,
            title=message("A greeting to who was out of reach"),
            unreached=handlers.still_out_of_reach,
            reached=handlers.came_through,
        ),
        Delivery(CAME_THROUGH, handlers.result, title=message("Whether somebody was reached")),
    ),
)
