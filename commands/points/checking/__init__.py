"""Whether points still hold: twice a year its keepers are asked, and anybody may say otherwise."""

from commands.kit import Delivery, Job, Making, Press, Role
from commands.points.checking import complaining, rounds
from commands.points.keeping.writing import alone
from locales import message
from storage.point_checks import ROUND
from storage.point_complaints import ASK_WRONG, THANKS, TOLD
from storage.points import CHECK

PRESSES = (
    Press("points.all_right", alone(rounds.all_right), who=Role.LIAISON),
    Press("points.overdue", alone(rounds.overdue), who=Role.STAFF),
    Press("points.wrong", complaining.wrong),
    Press("points.settle", alone(complaining.settle), who=Role.LIAISON),
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
