"""Notices: what the street office tells the alliance, and who has answered."""

from commands.kit import Command, Delivery, Feature, Job, Press, Role, Urgency
from commands.notices import answering, closings, drafting, handlers, reminders, showing
from locales import message
from storage.answers import ASK, REASON
from storage.deadlines import APPROACH, CLOSE, SUMMARY
from storage.drafts import GONE, QUESTION
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
            handle=drafting.compose,
            who=Role.STAFF,
            example=message("Meeting on 24 August at 3 pm in the community hall, please confirm"),
            bare=True,
            by_number=showing.show,
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
        Press("notices.send", drafting.send, who=Role.STAFF),
        Press("notices.discard", drafting.discard, who=Role.STAFF),
        Press("notices.unsend", drafting.undo, who=Role.STAFF),
        Press("notices.panel", drafting.open_panel, who=Role.STAFF),
        Press("notices.audience", drafting.choose_audience, who=Role.STAFF),
        Press("notices.form", drafting.choose_form, who=Role.STAFF),
        Press("notices.deadline", drafting.choose_deadline, who=Role.STAFF),
        Press("notices.places", drafting.choose_places, who=Role.STAFF),
        Press("notices.weight", drafting.choose_weight, who=Role.STAFF),
        Press("notices.close", closings.close, who=Role.STAFF),
        Press("notices.reopen", closings.reopen, who=Role.STAFF),
        Press("notices.come", answering.come),
        Press("notices.cannot", answering.cannot),
        Press("notices.choose", answering.choose),
        Press("notices.fill", answering.fill),
        Press("notices.undo", answering.undo),
        Press("notices.reminder_open", answering.open_reminded),
        Press("notices.mention_open", answering.open_reminded),
        Press("notices.received", answering.received),
        Press("notices.difficulty", answering.difficulty),
        Press("notices.reminder_received", answering.received_reminded),
        Press("notices.reminder_difficulty", answering.difficulty_reminded),
        Press("notices.mention_received", answering.received_reminded),
        Press("notices.mention_difficulty", answering.difficulty_reminded),
        Press("notices.pending", handlers.pending_pressed, who=Role.STAFF),
        Press("notices.page", handlers.turned),
        Press("notices.show", showing.show_pressed),
        Press("notices.remind", reminders.remind_now, who=Role.STAFF),
        Press("notices.remind_at", reminders.remind_in_the_morning, who=Role.STAFF),
        Press("notices.remind_not", reminders.call_off, who=Role.STAFF),
    ),
    deliveries=(
        Delivery(
            PREVIEW,
            drafting.preview,
            title=message("Preview of a notice"),
            number=drafting.number_of,
            proof=("notices.send", "notices.discard", "notices.panel"),
            on_reply=drafting.reply,
        ),
        Delivery(
            QUESTION,
            drafting.question,
            title=message("Question about a draft"),
            number=drafting.number_of,
            on_reply=drafting.reply,
        ),
        Delivery(
            ASK,
            answering.question,
            title=message("Question about a notice"),
            number=drafting.number_of,
            on_reply=answering.reply,
        ),
        Delivery(
            SUMMARY,
            closings.summary,
            title=message("Summary of a notice"),
            number=drafting.number_of,
            proof=("notices.reopen",),
        ),
        Delivery(
            CARD,
            handlers.card,
            title=message("Notice card"),
            number=drafting.number_of,
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
        Delivery(
            REASON,
            answering.reason_question,
            title=message("Question about a notice"),
            number=drafting.number_of,
            on_reply=answering.reply,
        ),
        Delivery(
            REMINDER,
            reminders.reminder,
            title=message("Reminder of a notice"),
            number=reminders.number_of,
            proof=(
                "notices.reminder_received",
                "notices.reminder_difficulty",
                "notices.reminder_open",
            ),
            on_reply=answering.reply_reminded,
            urgency=Urgency.BOARD,
            unreached=reminders.unreached,
        ),
        Delivery(
            MENTION,
            reminders.mention,
            title=message("Reminder in the group"),
            number=reminders.number_of,
            proof=(
                "notices.mention_received",
                "notices.mention_difficulty",
                "notices.mention_open",
            ),
            on_reply=answering.reply_reminded,
            urgency=Urgency.BOARD,
        ),
    ),
    jobs=(
        Job(REMIND, reminders.remind_when_due),
        Job(APPROACH, closings.remind_when_near),
        Job(CLOSE, closings.close_when_due),
        Job(GONE, closings.settle),
    ),
)
