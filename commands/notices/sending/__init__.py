"""A notice where it went: its cards in groups and topics, and what goes wrong there."""

from commands.kit import Delivery, Urgency
from commands.notices.answers import answering
from commands.notices.reading import enclosing, showing
from commands.notices.sending import hitches
from locales import message
from storage.attachments import DOCUMENTS, PICTURES
from storage.hitches import HITCH
from storage.notices import CARD

DELIVERIES = (
    *(
        Delivery(
            kind,
            render,
            title=message("Files of a notice"),
            number=showing.number_of,
            on_reply=answering.reply,
            urgency=Urgency.BOARD,
            unreached=enclosing.does_not_matter,
            hindered=hitches.hindered,
        )
        for kind, render in (
            (PICTURES, enclosing.pictures),
            (DOCUMENTS, enclosing.documents),
        )
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
        urgency=Urgency.BOARD,
        hindered=hitches.hindered,
    ),
    Delivery(
        HITCH,
        hitches.hitch,
        title=message("Trouble where a notice went"),
        number=showing.number_of,
    ),
)
