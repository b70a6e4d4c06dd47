"""Staff change the register in private, a field at a time; each change can be undone."""

from commands.kit import Delivery, Press, Role
from commands.organisations.editing import changing, joining, leaving
from commands.organisations.editing.questions import question
from locales import message
from storage.inquiries import QUESTION

PRESSES = (
    Press("organisations.edit", changing.choose_field, who=Role.STAFF),
    Press("organisations.field", changing.choose_value, who=Role.STAFF),
    Press("organisations.empty", changing.empty, who=Role.STAFF),
    Press("organisations.sort", changing.sort, who=Role.STAFF),
    Press("organisations.insist", changing.insist, who=Role.STAFF),
    Press("organisations.undo", changing.undo, who=Role.STAFF),
    Press("organisations.add", joining.ask, who=Role.STAFF),
    Press("organisations.join", joining.join, who=Role.STAFF),
    Press("organisations.leave", leaving.ask, who=Role.STAFF),
    Press("organisations.left", leaving.leave, who=Role.STAFF),
    Press("organisations.back", leaving.come_back, who=Role.STAFF),
    Press("organisations.former", leaving.former, who=Role.STAFF),
)

DELIVERIES = (
    Delivery(
        QUESTION,
        question,
        title=message("A question about the register"),
        on_reply=changing.answer,
    ),
)
