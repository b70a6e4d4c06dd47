"""The gallery: photos of all activities, month by month, as albums."""

from commands.activities.gallery import turning, views
from commands.kit import Command, Press
from locales import message

COMMANDS = (
    Command(
        name="gallery",
        chinese=("相册",),
        help=message("Photos of all activities, month by month"),
        handle=turning.opened,
        example=message("2016-08"),
    ),
)
PRESSES = (Press(views.TURN, turning.turned),)
