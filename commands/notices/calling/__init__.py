"""Staff call by phone those who have not answered, and write down what they hear."""

from commands.kit import Delivery, Press, Role
from commands.notices.calling import calling, noting
from locales import message
from storage.notes import NOTED, SAYING
from storage.notices import CALLS

PRESSES = (
    Press("notices.call_all", calling.take_all, who=Role.STAFF),
    Press("notices.call_which", calling.choose, who=Role.STAFF),
    Press("notices.call_one", calling.toggle, who=Role.STAFF),
    Press("notices.calls", calling.turned, who=Role.STAFF),
    Press("notices.calls_back", calling.give_all_back, who=Role.STAFF),
    Press("notices.call", calling.show, who=Role.STAFF),
    Press("notices.call_back", calling.give_back, who=Role.STAFF),
    Press("notices.note_received", noting.received, who=Role.STAFF),
    Press("notices.note_difficulty", noting.difficulty, who=Role.STAFF),
    Press("notices.note_come", noting.come, who=Role.STAFF),
    Press("notices.note_cannot", noting.cannot, who=Role.STAFF),
    Press("notices.note_choose", noting.choose, who=Role.STAFF),
    Press("notices.note_words", noting.ask, who=Role.STAFF),
)

DELIVERIES = (
    Delivery(
        CALLS,
        calling.mine,
        title=message("Whom you call about a notice"),
        number=calling.number_of,
    ),
    Delivery(
        SAYING,
        noting.question,
        title=message("Question about a call"),
        number=calling.number_of,
        on_reply=noting.reply,
    ),
    Delivery(
        NOTED,
        noting.news,
        title=message("What staff wrote down for an organisation"),
        number=calling.number_of,
    ),
)
"""By the call: one's first about the notice for the list."""
