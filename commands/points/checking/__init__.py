"""Whether points still hold: twice a year its keepers are asked, and anybody may say otherwise."""

from commands.kit import Delivery, Job, Making, Press, Role
from commands.points.checking import complaining, rounds
from locales import message
from storage.point_checks import ROUND
from storage.point_complaints import ASK_WRONG, THANKS, TOLD
from storage.points import CHECK

PRESSES = (
    Press("points.all_right", rounds.all_right, who=Role.LIAISON, alone=True),
    Press("points.overdue", rounds.overdue, who=Role.STAFF, alone=True),
    Press("points.wrong", complaining.wrong),
    Press("points.settle", complaining.settle, who=Role.LIAISON, alone=True),
)
DELIVERIES = (
    Delivery(
        CHECK,
        Making(rounds.check),
        title=message("Question whether service points still hold"),
    ),
    Delivery(
        ASK_WRONG,
        complaining.question,
        title=message("Question what is wrong with a service point"),
        on_reply=complaining.explained,
    ),
    Delivery(TOLD, complaining.told, title=message("That a service point may be wrong")),
    Delivery(THANKS, complaining.thanks, title=message("That a service point was looked after")),
)
JOBS = (Job(ROUND, rounds.ask),)
HOURLY = (rounds.look_ahead,)
