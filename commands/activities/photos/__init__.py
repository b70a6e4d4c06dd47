"""Photos of activities: how they stand on the receipt, one by one, hidden and taken down."""

from commands.activities.photos import objecting, pages, viewing
from commands.kit import Command, Delivery, Press, Role
from locales import message
from storage.objections import ANSWER, OBJECTION

COMMANDS = (
    Command(
        name="photos",
        chinese=("照片",),
        help=message("The photos of an activity one by one: hide them, or ask for it"),
        handle=viewing.one_by_one,
        example=message("3"),
    ),
)
PRESSES = (
    Press(pages.TURN, viewing.turned),
    Press(pages.HIDE, viewing.hide),
    Press(pages.SHOW, viewing.show),
    Press(pages.ASK_WHY, viewing.ask_why),
    Press(pages.TAKE_DOWN, viewing.take_down),
    Press(pages.OBJECT, objecting.object_to),
    Press(pages.DECIDE, objecting.decide, Role.STAFF),
)
DELIVERIES = (
    Delivery(
        OBJECTION,
        objecting.objection,
        title=message("Somebody's wish that a photo goes"),
        number=objecting.number_of,
    ),
    Delivery(
        ANSWER,
        objecting.answer,
        title=message("Word about a photo that somebody objected to"),
        number=objecting.number_of,
    ),
)
