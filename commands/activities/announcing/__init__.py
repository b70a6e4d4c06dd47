"""Announced activities (预告): a card before, and the day after a kind question for photos."""

from commands.activities.announcing import announcing, asking, coming, views
from commands.kit import Command, Delivery, Job, Press, Role, Task
from locales import message
from storage.announcements import ASK, CARD, DAY_AFTER

COMMANDS = (
    Command(
        name="announce",
        chinese=("预告",),
        help=message("Announce an activity; the day after I ask for photos"),
        handle=announcing.announce,
        who=Role.LIAISON,
        example=message("25 August free clinic in the community hall"),
        tasks=(Task(message("I want to announce an activity"), Role.LIAISON),),
    ),
    Command(
        name="upcoming",
        chinese=("近期活动",),
        help=message("What is announced, or was done: on some days, by whom, with a word"),
        handle=coming.coming,
        example=message("this week"),
        tasks=(Task(message("What is coming up?")),),
    ),
)
PRESSES = (
    Press(views.MAKE, announcing.chosen, Role.LIAISON),
    Press(views.CALL_OFF, announcing.call_off),
    Press(views.DONE, asking.reported),
)
DELIVERIES = (
    Delivery(
        CARD,
        announcing.card,
        title=message("Card of an announced activity"),
    ),
    Delivery(
        ASK,
        asking.question,
        title=message("Question for photos of an announced activity"),
        on_reply=asking.answered,
        unreached=asking.unreached,
    ),
)
JOBS = (Job(DAY_AFTER, asking.day_after),)
