"""Who belongs to the alliance: the register, by category and by part of a name."""

from commands.kit import Command, Feature, Findable, Press, Role, Task
from commands.organisations import editing, handlers, hits, pairing
from commands.organisations.importing import receiving, room
from commands.organisations.questions import QUESTIONS
from locales import message
from storage.sources import ORGANISATION

STAFF = Role.STAFF
FEATURE = Feature(
    name="organisations",
    title=message("Organisations"),
    commands=(
        Command(
            "orgs",
            ("单位列表", "单位"),
            message("Organisations of the alliance, by category"),
            handlers.orgs,
            example=message("communities"),
            tasks=(Task(message("I want to keep the register up to date"), STAFF, is_alone=True),),
        ),
        Command(
            "org",
            ("查单位",),
            message("Look up an organisation by part of its name"),
            handlers.org,
            example=message("Xinglong"),
            tasks=(Task(message("Who is liaison of an organisation?")),),
        ),
    ),
    questions=QUESTIONS,
    presses=(
        Press("organisations.all", handlers.show_all),
        Press("organisations.category", handlers.show_category),
        Press("organisations.show", handlers.show),
        Press("organisations.open", handlers.open_),
        Press("organisations.map", handlers.on_the_map),
        *editing.PRESSES,
        *pairing.PRESSES,
        *room.PRESSES,
    ),
    deliveries=(*editing.DELIVERIES, *pairing.DELIVERIES, *room.DELIVERIES),
    exports=room.EXPORTS,
    documents=receiving.document,
    findables=(
        Findable(
            ORGANISATION,
            title=message("<b>🏢 Organisations</b>"),
            more=message("More organisations ›"),
            show=hits.show,
            press="organisations.open",
            row=2,
        ),
    ),
)
