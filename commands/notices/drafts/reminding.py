"""How long before its deadline a draft will remind who is missing."""

from commands.kit import Button, Row
from commands.notices import leads
from commands.notices.drafts.panels import REMINDERS, Panel, opens
from locales import Words, message
from storage.drafts import Proposal


def entry(words: Words, proposal: Proposal) -> Button | None:
    """Without a deadline there is nothing to remind of."""
    within = proposal.schedule.answer_within if proposal.schedule else None
    if proposal.notice.deadline is None and within is None:
        return None
    return opens(words, proposal.notice, REMINDERS, message("🔔 Reminders"))


def _leads(words: Words, proposal: Proposal) -> tuple[Row, ...]:
    return leads.rows(words, proposal.notice, "notices.lead")


REMINDINGS = (Panel(REMINDERS, _leads),)
