"""Notices: what the street office tells the alliance, and who has answered.

A folder for each part of a notice's life; each says in its `__init__` what buttons, messages and
jobs it brings.
"""

from commands.kit import Command, Delivery, Feature, Press, Role, Urgency
from commands.notices import answers, changes, drafts, files, following, handlers, reading
from commands.notices.answers import answering
from commands.notices.drafts import composing
from commands.notices.reading import enclosing, showing
from locales import message
from storage.attachments import DOCUMENTS, PICTURES
from storage.notices import CARD

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
        ),
        Command(
            name="pending",
            chinese=("未反馈",),
            help=message("Who has not answered yet; for liaisons, what they have to answer"),
            handle=handlers.pending,
            who=Role.LIAISON,
            example=message("1"),
        ),
        Command(
            name="notices",
            chinese=("通知列表",),
            help=message("All notices, newest first"),
            handle=handlers.listed,
        ),
    ),
    presses=(
        *drafts.PRESSES,
        *answers.PRESSES,
        *reading.PRESSES,
        *following.PRESSES,
        *changes.PRESSES,
        *files.PRESSES,
        Press("notices.pending", handlers.pending_pressed, who=Role.STAFF),
        Press("notices.page", handlers.turned),
    ),
    deliveries=(
        *drafts.DELIVERIES,
        *answers.DELIVERIES,
        Delivery(
            CARD,
            handlers.card,
            title=message("Notice card"),
            number=showing.number_of,
            proof=(
                "notices.received",
                "notices.difficulty",
                "notices.come",
                "notices.choose",
                "notices.fill",
            ),
            on_reply=answering.reply,
            urgency=Urgency.BOARD,
        ),
        *(
            Delivery(
                kind,
                render,
                title=message("Files of a notice"),
                number=showing.number_of,
                on_reply=answering.reply,
                urgency=Urgency.BOARD,
                unreached=enclosing.does_not_matter,
            )
            for kind, render in (
                (PICTURES, enclosing.pictures),
                (DOCUMENTS, enclosing.documents),
            )
        ),
        *following.DELIVERIES,
        *changes.DELIVERIES,
        *files.DELIVERIES,
    ),
    exports=files.EXPORTS,
    jobs=following.JOBS,
)
