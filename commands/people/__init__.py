"""Who everybody is: roles, languages, and how one becomes staff or liaison."""

from commands.kit import Command, Delivery, Feature, Findable, Press, Role
from commands.people import handlers, hits, liaisons
from locales import message
from storage.invitations import JOINED
from storage.sources import PERSON

FEATURE = Feature(
    name="people",
    title=message("People"),
    commands=(
        Command(
            "whoami",
            ("我是谁",),
            message("Who I am here, and what I can do"),
            handlers.whoami,
            personal=True,
        ),
        Command(
            "language",
            ("语言",),
            message("Choose your language"),
            handlers.language,
            personal=True,
        ),
        Command(
            "staff",
            ("工作人员",),
            message("Who is staff; as a reply to somebody: make them staff"),
            handlers.staff,
            who=Role.STAFF,
        ),
        Command(
            "liaison",
            ("联络员",),
            message("Appoint a liaison or deputy, by a reply or by a one-time link"),
            liaisons.liaison,
            who=Role.STAFF,
            example=message("Xinglong community"),
        ),
        Command(
            "join",
            (),
            message("Become a liaison by a link"),
            liaisons.join,
            listed=False,
            personal=True,
        ),
    ),
    presses=(
        Press("people.language", handlers.speak),
        Press("people.group_language", handlers.speak_in_group, who=Role.STAFF),
        Press("people.staff", handlers.show_staff, who=Role.STAFF),
        Press("people.remove_staff", handlers.remove_staff, who=Role.STAFF),
        Press("people.choose", liaisons.choose, who=Role.STAFF),
        Press("people.invite", liaisons.invite, who=Role.STAFF),
        Press("people.appoint", liaisons.appoint, who=Role.STAFF),
        Press("people.rank", liaisons.rank, who=Role.STAFF),
        Press("people.remove_liaison", liaisons.remove, who=Role.STAFF),
        Press("people.show", hits.open_, who=Role.STAFF),
    ),
    findables=(
        Findable(
            PERSON,
            title=message("<b>👤 People</b>"),
            more=message("More people ›"),
            show=hits.show,
            press="people.show",
            who=Role.STAFF,
            in_groups=False,
            row=2,
        ),
    ),
    deliveries=(Delivery(JOINED, liaisons.joined, title=message("News of a new liaison")),),
)
