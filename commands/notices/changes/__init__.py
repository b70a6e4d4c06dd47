"""Second thoughts about a sent notice: another text, recalled, copied."""

from commands.kit import Delivery, Press, Role, Urgency
from commands.notices.changes import amending
from commands.notices.reading import showing
from locales import message
from storage.amendments import AMEND, AMENDED

PRESSES = (
    Press("notices.amend", amending.ask, who=Role.STAFF),
    Press("notices.ask_again", amending.ask_again, who=Role.STAFF),
    Press("notices.recall", amending.recall, who=Role.STAFF),
    Press("notices.recall_surely", amending.recall_surely, who=Role.STAFF),
    Press("notices.copy_as_new", amending.copy, who=Role.STAFF),
)

DELIVERIES = (
    Delivery(
        AMEND,
        amending.question,
        title=message("Question about a notice"),
        number=showing.number_of,
        on_reply=amending.reword,
    ),
    Delivery(
        AMENDED,
        amending.amended,
        title=message("Changed text of a notice"),
        number=showing.number_of,
        urgency=Urgency.BROADCAST,
    ),
)
