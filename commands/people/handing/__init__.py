"""A role is handed over to somebody else, or given back."""

from commands.kit import Command, Delivery, Job, Press, Role, Task
from commands.people.handing import handlers, leaving
from locales import message
from storage.handovers import DESERTED, HANDED
from storage.questions import TAKE_ALONG

COMMANDS = (
    Command(
        "handover",
        ("交接",),
        message("Hand the role of liaison over to somebody else"),
        handlers.handover,
        who=Role.LIAISON,
        personal=True,
        example=message("Xinglong community"),
        tasks=(Task(message("I hand my role over"), Role.LIAISON, Role.LIAISON, is_alone=True),),
    ),
    Command(
        "leave",
        ("退出",),
        message("Be liaison or member of an organisation no longer"),
        leaving.leave,
        personal=True,
    ),
)

PRESSES = (
    Press("people.handover", handlers.choose, who=Role.LIAISON),
    Press("people.handover_to", handlers.choose_rest, who=Role.LIAISON),
    Press("people.handed", handlers.done, who=Role.LIAISON),
    Press("people.leave", leaving.ask),
    Press("people.left", leaving.done),
    Press("people.stay", leaving.stay),
)

DELIVERIES = (
    Delivery(HANDED, handlers.handed, title=message("What became of a handover")),
    Delivery(DESERTED, leaving.deserted, title=message("An organisation without a liaison")),
)

JOBS = (Job(TAKE_ALONG, handlers.take_along),)
