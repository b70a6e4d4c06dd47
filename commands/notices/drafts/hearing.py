"""A draft is changed by replies to its preview and to what it asks."""

from commands.kit import Role, Talk
from commands.notices.drafts import views
from commands.notices.drafts.deadlines import read_deadline
from commands.notices.drafts.forms import read_options, read_places
from commands.notices.drafts.panels import DEADLINE, MAIN, OPTIONS, PLACES, WORDING, name_of
from commands.notices.drafts.wordings import read_wording
from storage import drafts

READERS = {
    OPTIONS: read_options,
    PLACES: read_places,
    WORDING: read_wording,
    DEADLINE: read_deadline,
}
"""By the open panel: (words, now, zone) -> the columns that a reply changes; None: not readable."""


async def reply(talk: Talk, notice_id: int) -> bool:
    """A reply to the preview or to what it asked: options, places, a deadline, another text."""
    proposal = await drafts.proposal(talk.store, notice_id)
    panel = name_of(proposal.notice) if proposal else MAIN
    if talk.asker.role < Role.STAFF or panel not in READERS or talk.message.photo:
        return False
    changed = READERS[panel](talk.message.text, talk.now, talk.zone)
    if changed is None:
        await talk.say(views.not_understood(talk.words, panel))
        return True
    moment = changed.get("deadline")
    if moment is not None and moment <= talk.now:
        await talk.say(views.is_past(talk.words, moment))
        return True
    if await drafts.revise(talk.store, notice_id, lambda _notice: changed) is None:
        await talk.say(views.no_draft(talk.words))
    else:
        is_settled = changed["panel"] == MAIN
        await talk.say(views.noted(talk.words) if is_settled else views.which_moment(talk.words))
    return True
