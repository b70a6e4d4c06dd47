"""The month in pictures (月报): on the first working day, to staff first and then to the group."""

from commands.activities.monthly import asking, planning, showing, views
from commands.kit import Command, Delivery, Job, Making, Press, Role, Urgency
from locales import message
from storage.month_posts import ASKED, POST, POSTER, PREPARE, PREVIEW, SEND

COMMANDS = (
    Command(
        name="monthly",
        chinese=("月报",),
        help=message("A month in pictures: see it, and send it to the group"),
        handle=asking.monthly,
        who=Role.STAFF,
        example=message("2016-08"),
        personal=True,
    ),
)
PRESSES = (
    Press(views.SEND, asking.send, Role.STAFF),
    Press(views.FILE, asking.as_file, Role.STAFF),
    Press(views.SKIP, asking.skip, Role.STAFF),
)
DELIVERIES = (
    *(
        Delivery(kind, Making(showing.preview), title=message("Preview of the month in pictures"))
        for kind in (PREVIEW, ASKED)
    ),
    Delivery(POST, showing.post, title=message("The month in pictures"), urgency=Urgency.BOARD),
    Delivery(
        POSTER,
        Making(showing.poster),
        title=message("The month as one long picture"),
        urgency=Urgency.BOARD,
    ),
)
JOBS = (Job(PREPARE, planning.prepare), Job(SEND, planning.send))
HOURLY = (planning.look_ahead,)
