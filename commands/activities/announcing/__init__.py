"""Announced activities (预告): a card before, and the day after a kind question for photos."""

from commands.activities.announcing import announcing, asking, coming, views
from commands.activities.announcing.announcing import ASK_PLAN
from commands.kit import Command, Delivery, Job, Press, Role, Task
from locales import message
from storage.follow_ups import DAY_AFTER
from storage.matches import ASK, MATCH

COMMANDS = (
    Command(
        name="announce",
        chinese=("预告",),
        help=message("Announce an activity or a meeting, once or again and again, with places"),
        handle=announcing.announce,
        who=Role.LIAISON,
        example=message("25 August 3 pm free clinic in the community hall, 30 places"),
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
    Press(views.MATCH, asking.matched),
)
DELIVERIES = (
    Delivery(
        ASK_PLAN,
        announcing.plan_question,
        title=message("Question what is announced"),
        on_reply=announcing.plan_answered,
    ),
    Delivery(MATCH, asking.which, title=message("Question of which announcement a report is")),
    Delivery(
        ASK,
        asking.question,
        title=message("Question for photos of an announced activity"),
        on_reply=asking.answered,
        unreached=asking.unreached,
    ),
)
JOBS = (Job(DAY_AFTER, asking.day_after),)
