"""Review: staff approve reports one after the other, ask back, feature, or delete with a reason."""

from commands.activities.looking.standings import RESTORE
from commands.activities.numbers import itself
from commands.activities.reporting.panels import DELETE
from commands.activities.reviewing import (
    answers,
    asking_back,
    cards,
    removals,
    removing,
    reviewing,
)
from commands.kit import Command, Delivery, Press, Role, Task
from locales import message
from storage.queries import ANSWER, QUERY

COMMANDS = (
    Command(
        name="review",
        chinese=("审核",),
        help=message("Reports that wait to be looked over, one after the other"),
        handle=reviewing.review,
        who=Role.STAFF,
        example=message("3"),
        tasks=(Task(message("What waits for review?"), Role.STAFF, is_alone=True),),
    ),
)
PRESSES = (
    Press(cards.REVIEW, reviewing.opened, Role.STAFF),
    Press(cards.NEXT, reviewing.turned, Role.STAFF),
    Press(cards.APPROVE, reviewing.approve, Role.STAFF),
    Press(cards.REOPEN, reviewing.reopen, Role.STAFF),
    Press(cards.ASK, asking_back.ask, Role.STAFF),
    Press(answers.ADOPT, asking_back.adopt),
    Press(DELETE, removing.ask),
    Press(removals.LEAVE, removing.leave),
    Press(removals.DELETE_FOR, removing.delete),
    Press(removals.OTHER, removing.ask_why),
    Press(RESTORE, removing.restore),
)
DELIVERIES = (
    Delivery(
        asking_back.ASK,
        asking_back.which_question,
        title=message("Question about an activity"),
        number=itself,
        on_reply=asking_back.asked,
    ),
    Delivery(
        QUERY,
        asking_back.question,
        title=message("Question of staff about a report"),
        number=asking_back.number_of,
        on_reply=asking_back.answered,
        unreached=asking_back.unreached,
    ),
    Delivery(
        ANSWER,
        asking_back.answer,
        title=message("Answer about a report"),
        number=asking_back.number_of,
    ),
    Delivery(
        removing.WHY,
        removing.which_words,
        title=message("Question about an activity"),
        number=itself,
        on_reply=removing.said_why,
    ),
)
