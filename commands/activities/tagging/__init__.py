"""The tags below the five kinds, which staff add, rename and retire."""

from commands.activities.tagging import tagging, views
from commands.kit import Command, Delivery, Press, Role
from locales import message

COMMAND = Command(
    name="tags",
    chinese=("标签",),
    help=message("Tags of activities: add, rename, retire"),
    handle=tagging.listed,
    who=Role.STAFF,
)
PRESSES = (
    Press(views.ALL, tagging.back, who=Role.STAFF),
    Press(views.OF_KIND, tagging.of_kind, who=Role.STAFF),
    Press(views.SHOW, tagging.shown, who=Role.STAFF),
    Press(views.OFFER, tagging.offered, who=Role.STAFF),
    Press(views.ADD, tagging.ask_new, who=Role.STAFF),
    Press(views.RENAME, tagging.ask_name, who=Role.STAFF),
)
DELIVERIES = (
    Delivery(
        views.ADD,
        tagging.new_question,
        title=message("Question about a tag"),
        on_reply=tagging.new_answered,
    ),
    Delivery(
        views.RENAME,
        tagging.name_question,
        title=message("Question about a tag"),
        on_reply=tagging.name_answered,
    ),
)
