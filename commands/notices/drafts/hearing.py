"""A draft is changed by replies to its preview and to what it asks."""

from commands.kit import Role, Talk
from commands.notices.drafts import enclosures, views
from commands.notices.drafts.deadlines import read_deadline
from commands.notices.drafts.forms import read_options, read_places
from commands.notices.drafts.panels import DEADLINE, MAIN, OPTIONS, PLACES, WORDING, name_of
from commands.notices.drafts.wordings import read_wording
from storage import drafts
from storage.attachments import Sent
from storage.drafts import Proposal

READERS = {
    OPTIONS: read_options,
    PLACES: read_places,
    WORDING: read_wording,
    DEADLINE: read_deadline,
}
"""By the open panel: (words, now, zone) -> the columns that a reply changes; None: not readable."""


async def reply(talk: Talk, notice_id: int) -> bool:
    """A reply to the preview or to what it asked: words for the open panel, files to go along."""
    proposal = await drafts.proposal(talk.store, notice_id)
    if proposal is None or talk.asker.role < Role.STAFF:
        return False
    files = enclosures.brought(talk.message, talk.place.id)
    panel, text = name_of(proposal.notice), talk.message.spelt_out()
    if panel not in READERS or (files and not text):
        return bool(files) and await _enclose(talk, proposal, files)
    changed = READERS[panel](text, talk.now, talk.zone)
    moment = changed.get("deadline") if changed else None
    if changed is None:
        await talk.say(views.not_understood(talk.words, panel))
    elif moment is not None and moment <= talk.now:
        await talk.say(views.is_past(talk.words, moment))
    elif await drafts.revise(talk.store, notice_id, lambda _notice: changed, files=files) is None:
        await talk.say(views.no_draft(talk.words))
    else:
        is_settled = changed["panel"] == MAIN
        await talk.say(views.noted(talk.words) if is_settled else views.which_moment(talk.words))
    return True


async def _enclose(talk: Talk, proposal: Proposal, files: tuple[Sent, ...]) -> bool:
    """Files that a reply brings; of an album one answer is enough."""
    before, notice_id = proposal.attachments, proposal.notice.id
    if not all(enclosures.has_room(before, one) for one in files):
        await talk.say(views.no_room(talk.words))
    elif await drafts.revise(talk.store, notice_id, lambda _notice: {}, files=files) is None:
        await talk.say(views.no_draft(talk.words))
    elif not any(enclosures.is_brother(before, one) for one in files):
        await talk.say(views.noted(talk.words))
    return True
