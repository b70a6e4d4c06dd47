"""Second thoughts about a sent notice: another text or deadline, recalled, copied."""

from commands.kit import Delivery, Press, Role, Urgency
from commands.notices.changes import amending, timing
from commands.notices.reading import showing
from locales import message
from storage.amendments import AMEND, AMENDED, UNTIL

PRESSES = (
    Press("notices.amend", amending.ask, who=Role.STAFF),
    Press("notices.ask_again", amending.ask_again, who=Role.STAFF),
    Press("notices.recall", amending.recall, who=Role.STAFF),
    Press("notices.recall_surely", amending.recall_surely, who=Role.STAFF),
    Press("notices.copy_as_new", amending.copy, who=Role.STAFF),
    Press("notices.extend", timing.offer_deadlines, who=Role.STAFF),
    Press("notices.move", timing.move_deadline, who=Role.STAFF),
    Press("notices.move_in_words", timing.ask_for_deadline, who=Role.STAFF),
    Press("notices.leads", timing.offer_leads, who=Role.STAFF),
    Press("notices.turn_lead", timing.turn_lead, who=Role.STAFF),
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
        UNTIL,
        timing.question,
        title=message("Question about a notice"),
        number=showing.number_of,
        on_reply=timing.hear_deadline,
    ),
    Delivery(
        AMENDED,
        amending.amended,
        title=message("Changed text of a notice"),
        number=showing.number_of,
        urgency=Urgency.BROADCAST,
    ),
)
