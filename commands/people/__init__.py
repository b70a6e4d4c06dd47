"""Who everybody is: roles, languages, and how one becomes staff or liaison."""

from commands.kit import Command, Delivery, Feature, Findable, Press, Role, Task
from commands.people import (
    candidates,
    departures,
    handing,
    handlers,
    hits,
    joining,
    liaisons,
    linking,
)
from commands.people.asked import QUESTIONS
from locales import message
from storage.candidates import TOLD_IN_GROUP
from storage.departures import DEPARTED
from storage.questions import ANSWER, CANDIDATE, CANDIDATE_TO_ALL
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
            tasks=(Task(message("I want another language")),),
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
            tasks=(Task(message("I want to appoint a liaison"), Role.STAFF),),
        ),
        Command(
            "join",
            ("加入",),
            message("Tell the street office which organisation you are with"),
            joining.join,
            personal=True,
            example=message("Xinglong community"),
            tasks=(Task(message("I speak for an organisation"), until=Role.MEMBER),),
        ),
        *handing.COMMANDS,
    ),
    questions=QUESTIONS,
    presses=(
        Press("people.language", handlers.speak),
        Press("people.group_language", handlers.speak_in_group, who=Role.STAFF),
        Press("people.staff", handlers.show_staff, who=Role.STAFF),
        Press("people.remove_staff", handlers.remove_staff, who=Role.STAFF),
        Press("people.choose", liaisons.choose, who=Role.STAFF),
        Press("people.invite", liaisons.invite, who=Role.STAFF),
        Press("people.invite_all", linking.give_all, who=Role.STAFF),
        Press("people.appoint", liaisons.appoint, who=Role.STAFF),
        Press("people.rank", liaisons.rank, who=Role.STAFF),
        Press("people.remove_liaison", liaisons.remove, who=Role.STAFF),
        Press("people.waiting", candidates.waiting, who=Role.STAFF),
        Press("people.candidate", candidates.show, who=Role.STAFF),
        Press("people.grant", candidates.grant, who=Role.STAFF),
        Press("people.decline", candidates.decline, who=Role.STAFF),
        Press("people.choose_own", joining.choose),
        Press("people.wish", joining.wish),
        Press("people.withdraw", joining.withdraw),
        *handing.PRESSES,
        Press("people.departed_keep", departures.keep, who=Role.STAFF),
        Press("people.departed_remove", departures.remove, who=Role.STAFF),
        Press("people.show", hits.open_, who=Role.STAFF),
    ),
    jobs=handing.JOBS,
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
    deliveries=(
        *handing.DELIVERIES,
        Delivery(DEPARTED, departures.told, title=message("Somebody left a group")),
        Delivery(
            CANDIDATE,
            candidates.to_inviter,
            title=message("Who opened a link"),
            unreached=candidates.pass_on,
        ),
        Delivery(
            CANDIDATE_TO_ALL,
            candidates.to_all,
            title=message("Who asks for a role"),
            unreached=candidates.pass_on,
        ),
        Delivery(
            ANSWER,
            candidates.answer,
            title=message("The answer to who asked for a role"),
            unreached=candidates.tell_in_group,
        ),
        Delivery(
            TOLD_IN_GROUP,
            candidates.answer_in_group,
            title=message("The answer to who asked for a role"),
        ),
    ),
)
