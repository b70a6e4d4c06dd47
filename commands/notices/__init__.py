"""Notices: what the street office tells the alliance, and who has answered.

A folder for each part of a notice's life; each says in its `__init__` what buttons, messages and
jobs it brings.
"""

from commands.kit import Command, Feature, Overheard, Press, Role, Task
from commands.notices import (
    answers,
    calling,
    changes,
    drafts,
    figures,
    files,
    following,
    handlers,
    overhearing,
    reading,
    records,
    schedules,
    sending,
    templates,
)
from commands.notices.answers import typed
from commands.notices.drafts import composing
from commands.notices.figures import showing as showing_figures
from commands.notices.questions import QUESTIONS
from commands.notices.reading import showing
from locales import message

FEATURE = Feature(
    name="notices",
    title=message("Notices"),
    commands=(
        Command(
            name="notice",
            chinese=("通知",),
            help=message("Write a notice; a number shows one"),
            handle=composing.compose,
            who=Role.STAFF,
            example=message("Meeting on 24 August at 3 pm in the community hall, please confirm"),
            bare=True,
            by_number=showing.show,
            tasks=(Task(message("I want to send a notice"), Role.STAFF),),
        ),
        Command(
            name="pending",
            chinese=("未反馈",),
            help=message("Who has not answered yet; for liaisons, what they have to answer"),
            handle=handlers.pending,
            who=Role.LIAISON,
            example=message("1"),
            tasks=(
                Task(message("Who has not answered yet?"), Role.STAFF, is_alone=True),
                Task(
                    message("What do I have to answer?"), Role.LIAISON, Role.LIAISON, is_alone=True
                ),
            ),
        ),
        Command(
            name="notices",
            chinese=("通知列表",),
            help=message("All notices, newest first"),
            handle=handlers.listed,
            tasks=(Task(message("Which notices are there?"), until=Role.LIAISON),),
        ),
        schedules.COMMAND,
        Command(
            name="numbers",
            chinese=("数据",),
            help=message("How fast notices are answered, and what helps"),
            handle=showing_figures.numbers,
            who=Role.STAFF,
        ),
    ),
    questions=QUESTIONS,
    overheard=Overheard(typed.means_received, overhearing.heard),
    presses=(
        *drafts.PRESSES,
        *answers.PRESSES,
        *reading.PRESSES,
        *following.PRESSES,
        *calling.PRESSES,
        *records.PRESSES,
        *figures.PRESSES,
        *changes.PRESSES,
        *schedules.PRESSES,
        *templates.PRESSES,
        *files.PRESSES,
        *sending.PRESSES,
        Press("notices.pending", handlers.pending_pressed, who=Role.STAFF),
        Press("notices.page", handlers.turned),
    ),
    deliveries=(
        *drafts.DELIVERIES,
        *answers.DELIVERIES,
        *sending.DELIVERIES,
        *following.DELIVERIES,
        *calling.DELIVERIES,
        *changes.DELIVERIES,
        *schedules.DELIVERIES,
        *templates.DELIVERIES,
        *files.DELIVERIES,
    ),
    exports=files.EXPORTS,
    findables=(reading.FINDABLE,),
    jobs=(*following.JOBS, *schedules.JOBS, *sending.JOBS),
)
