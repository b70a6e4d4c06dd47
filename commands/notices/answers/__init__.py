"""Answering a notice: by a button, by a reply, by a reaction, in private; and taking it back."""

from commands.kit import Delivery, Press
from commands.notices.answers import answering, reacting
from commands.notices.reading import showing
from locales import message
from storage.answers import ASK, REASON
from storage.reactions import UNCOUNTED

PRESSES = (
    Press("notices.come", answering.come, on_reply=answering.reply),
    Press("notices.cannot", answering.cannot),
    Press("notices.choose", answering.choose, on_reply=answering.reply),
    Press("notices.fill", answering.fill, on_reply=answering.reply),
    Press("notices.undo", answering.undo),
    Press("notices.reminder_open", answering.open_reminded),
    Press("notices.mention_open", answering.open_reminded),
    Press("notices.copy_received", answering.received_reminded),
    Press("notices.copy_difficulty", answering.difficulty_reminded),
    Press("notices.copy_open", answering.open_reminded),
    Press("notices.copy_come", answering.on_copy(answering.come)),
    Press("notices.copy_cannot", answering.on_copy(answering.cannot)),
    Press("notices.copy_choose", answering.on_copy(answering.choose)),
    Press("notices.copy_fill", answering.on_copy(answering.fill)),
    Press("notices.received", answering.received, on_reply=answering.reply),
    Press("notices.difficulty", answering.difficulty),
    Press("notices.reminder_received", answering.received_reminded),
    Press("notices.reminder_difficulty", answering.difficulty_reminded),
    Press("notices.mention_received", answering.received_reminded),
    Press("notices.mention_difficulty", answering.difficulty_reminded),
)

DELIVERIES = (
    Delivery(
        ASK,
        answering.question,
        title=message("Question about a notice"),
        number=showing.number_of,
        on_reply=answering.reply,
    ),
    Delivery(
        REASON,
        answering.reason_question,
        title=message("Question about a notice"),
        number=showing.number_of,
        on_reply=answering.reply_with_reason,
    ),
    Delivery(
        UNCOUNTED,
        reacting.uncounted,
        title=message("Word about a reaction"),
        number=showing.number_of,
    ),
)
