"""Notices: what the street office tells the alliance, and who has answered."""

from commands.kit import Command, Delivery, Feature, Job, Press, Role, Urgency
from commands.notices import handlers, reminders
from locales import message
from storage.answers import REASON
from storage.notices import CARD, PREVIEW
from storage.reminders import MENTION, REMIND, REMINDER

FEATURE = Feature(
    name="notices",
    title=message("Notices"),
    commands=(
        Command(
            name="notice",
            chinese=("通知",),
            help=message("Write a notice; a number shows one"),
            handle=handlers.compose,
            who=Role.STAFF,
            example=message("Meeting on 24 August at 3 pm in the community hall, please confirm"),
            bare=True,
            by_number=handlers.show,
        ),
        Command(
            name="pending",
            chinese=("未反馈",),
            help=message("Who has not answered a notice yet"),
            handle=handlers.pending,
            who=Role.STAFF,
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
        Press("notices.send", handlers.send, who=Role.STAFF),
        Press("notices.discard", handlers.discard, who=Role.STAFF),
        Press("notices.received", handlers.received),
        Press("notices.difficulty", handlers.difficulty),
        Press("notices.reminder_received", handlers.received_reminded),
        Press("notices.reminder_difficulty", handlers.difficulty_reminded),
        Press("notices.mention_received", handlers.received_reminded),
        Press("notices.mention_difficulty", handlers.difficulty_reminded),
        Press("notices.pending", handlers.pending_pressed, who=Role.STAFF),
        Press("notices.page", handlers.turned),
        Press("notices.show", handlers.show_pressed),
        Press("notices.remind", reminders.remind_now, who=Role.STAFF),
        Press("notices.remind_at", reminders.remind_in_the_morning, who=Role.STAFF),
        Press("notices.remind_not", reminders.call_off, who=Role.STAFF),
    ),
    deliveries=(
        Delivery(
            PREVIEW,
            handlers.preview,
            title=message("Preview of a notice"),
            number=handlers.number_of,
            proof=("notices.send", "notices.discard"),
        ),
        Delivery(
            CARD,
            handlers.card,
            title=message("Notice card"),
            number=handlers.number_of,
            proof=("notices.received", "notices.difficulty"),
            on_reply=handlers.explain,
            urgency=Urgency.BOARD,
        ),
        Delivery(
            REASON,
            handlers.question,
            title=message("Question about a notice"),
            number=handlers.number_of,
            on_reply=handlers.explain,
        ),
        Delivery(
            REMINDER,
            reminders.reminder,
            title=message("Reminder of a notice"),
            number=reminders.number_of,
            proof=("notices.reminder_received", "notices.reminder_difficulty"),
            on_reply=handlers.explain_reminded,
            urgency=Urgency.BOARD,
            unreached=reminders.unreached,
        ),
        Delivery(
            MENTION,
            reminders.mention,
            title=message("Reminder in the group"),
            number=reminders.number_of,
            proof=("notices.mention_received", "notices.mention_difficulty"),
            on_reply=handlers.explain_reminded,
            urgency=Urgency.BOARD,
        ),
    ),
    jobs=(Job(REMIND, reminders.remind_when_due),),
)
