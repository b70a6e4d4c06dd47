"""What happens until all have answered: who is missing, reminders, the end."""

from commands.kit import Delivery, Job, Making, Press, Role, Urgency
from commands.notices.answers import answering, reacting
from commands.notices.following import closings, reminders
from commands.notices.reading import showing
from locales import message
from storage.deadlines import APPROACH, CLOSE, SUMMARY
from storage.notices import GONE, UNHEARD
from storage.plans import REMIND
from storage.reminders import MENTION, REMINDER
from storage.weights import URGE

PRESSES = (
    Press("notices.close", closings.close, who=Role.STAFF),
    Press("notices.reopen", closings.reopen, who=Role.STAFF),
    Press("notices.remind", reminders.remind_now, who=Role.STAFF),
    Press("notices.remind_anyway", reminders.remind_anyway, who=Role.STAFF),
    Press("notices.remind_at", reminders.remind_in_the_morning, who=Role.STAFF),
    Press("notices.remind_not", reminders.call_off, who=Role.STAFF),
)

DELIVERIES = (
    Delivery(
        SUMMARY,
        Making(closings.summary),
        title=message("Summary of a notice"),
        number=showing.number_of,
        proof=("notices.reopen",),
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
        on_reaction=reacting.react_to_reminder,
        urgency=Urgency.BOARD,
        unreached=reminders.unreached,
    ),
    Delivery(
        UNHEARD,
        reminders.unheard,
        title=message("Who did not answer an urgent notice"),
        number=showing.number_of,
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
        on_reaction=reacting.react_to_reminder,
        urgency=Urgency.BOARD,
    ),
)

JOBS = (
    Job(REMIND, reminders.remind_when_due),
    Job(URGE, reminders.urge),
    Job(APPROACH, closings.remind_when_near),
    Job(CLOSE, closings.close_when_due),
    Job(GONE, closings.settle),
)
