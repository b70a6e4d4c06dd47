"""The gallery: photos of all activities, month by month, as albums."""

from commands.activities.gallery import turning, views
from commands.kit import Command, Press, Role, Task
from locales import message

COMMANDS = (
    Command(
        name="gallery",
        chinese=("相册",),
        help=message("Photos of all activities, month by month"),
        handle=turning.opened,
        example=message("2016-08"),
        tasks=(Task(message("I want to see the photos"), until=Role.LIAISON, is_alone=True),),
    ),
)
PRESSES = (Press(views.TURN, turning.turned),)
