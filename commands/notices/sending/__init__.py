"""A notice where it went: cards in groups and topics, copies in private chats; what goes wrong."""

from commands.kit import Delivery, Job, Press, Role, Urgency
from commands.notices.answers import answering, reacting
from commands.notices.following import reminders
from commands.notices.reading import enclosing, showing
from commands.notices.sending import broadcasts, copies, hitches
from locales import message
from storage.attachments import COPIED, DOCUMENTS, PICTURES
from storage.broadcasts import PROGRESS, REPORT
from storage.hitches import HITCH
from storage.notices import CARD
from storage.reminders import COPY

PRESSES = (
    Press("notices.broadcast_pause", broadcasts.pause, who=Role.STAFF),
    Press("notices.broadcast_go_on", broadcasts.go_on, who=Role.STAFF),
    Press("notices.broadcast_cancel", broadcasts.cancel, who=Role.STAFF),
    Press("notices.broadcast_stop", broadcasts.stop, who=Role.STAFF),
)
JOBS = (Job(REPORT, broadcasts.report),)
FILES = ((PICTURES, enclosing.pictures), (DOCUMENTS, enclosing.documents))
DELIVERIES = (
    *(
        Delivery(
            kind,
            render,
            title=message("Files of a notice"),
            number=showing.number_of,
            on_reply=answering.reply,
            on_reaction=reacting.react,
            urgency=Urgency.BOARD,
            unreached=enclosing.does_not_matter,
            hindered=hitches.hindered,
        )
        for kind, render in FILES
    ),
    *(
        Delivery(
            COPIED[kind],
            render,
            title=message("Files of a notice"),
            number=showing.number_of,
            on_reply=answering.reply,
            on_reaction=reacting.react,
            urgency=Urgency.BROADCAST,
            unreached=enclosing.does_not_matter,
        )
        for kind, render in FILES
    ),
    Delivery(
        CARD,
        showing.card,
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
        on_reaction=reacting.react,
        urgency=Urgency.BOARD,
        hindered=hitches.hindered,
    ),
    Delivery(
        COPY,
        copies.copy,
        title=message("Notice in private"),
        number=reminders.number_of,
        proof=(
            "notices.copy_received",
            "notices.copy_difficulty",
            "notices.copy_open",
            "notices.copy_come",
            "notices.copy_choose",
            "notices.copy_fill",
        ),
        on_reply=answering.reply_reminded,
        on_reaction=reacting.react_to_reminder,
        urgency=Urgency.BROADCAST,
        unreached=reminders.unreached,
    ),
    Delivery(
        PROGRESS,
        broadcasts.told,
        title=message("Progress of a notice"),
        number=showing.number_of,
        urgency=Urgency.BOARD,
    ),
    Delivery(
        HITCH,
        hitches.hitch,
        title=message("Trouble where a notice went"),
        number=showing.number_of,
    ),
)
