"""A draft is changed by replies to its preview and to what it asks."""

from typing import Any

from commands.kit import Role, Talk
from commands.notices import rules
from commands.notices.drafts import contents, enclosures, rostering, steps, views
from commands.notices.drafts.deadlines import read_deadline
from commands.notices.drafts.forms import read_options, read_places
from commands.notices.drafts.panels import (
    DEADLINE,
    FIRST,
    MAIN,
    OPTIONS,
    PLACES,
    ROSTER_NAME,
    WORDING,
    name_of,
)
from commands.notices.drafts.wordings import read_wording
from commands.notices.schedules import setting
from storage import drafts
from storage.attachments import Sent
from storage.drafts import Asking, Proposal
from storage.notices import Notice

READERS = {
    OPTIONS: read_options,
    PLACES: read_places,
    WORDING: read_wording,
    DEADLINE: read_deadline,
}
"""By the open panel: (words, now, zone) -> the columns that a reply changes; None: not readable."""
KEEPERS = {ROSTER_NAME: rostering.keep, FIRST: setting.hear}
"""By the open panel: (talk, notice id, words) keeps what columns of the notice do not have."""


async def reply(talk: Talk, notice_id: int) -> bool:
    """A reply to the preview or to what it asked: words for the open panel, files to go along."""
    proposal = await drafts.proposal(talk.store, notice_id)
    if proposal is None or talk.asker.role < Role.STAFF:
        return False
    files = enclosures.brought(talk.message, talk.place.id)
    panel, text = name_of(proposal.notice), talk.message.spelt_out()
    if panel not in READERS | KEEPERS or (files and not text):
        return bool(files) and await _enclose(talk, proposal, files)
    if panel in KEEPERS and rules.wording(text):
        await KEEPERS[panel](talk, notice_id, text)
        return True
    changed = READERS[panel](text, talk.now, talk.zone) if panel in READERS else None
    moment = changed.get("deadline") if changed else None
    if changed is None:
        await talk.say(views.not_understood(talk.words, panel))
    elif moment is not None and moment <= talk.now:
        await talk.say(views.is_past(talk.words, moment))
    elif await _revise(talk, notice_id, changed, files) is None:
        await talk.say(views.no_draft(talk.words))
    else:
        is_settled = changed["panel"] == MAIN
        await talk.say(views.noted(talk.words) if is_settled else views.which_moment(talk.words))
    return True


async def _revise(
    talk: Talk, notice_id: int, changed: dict[str, Any], files: tuple[Sent, ...]
) -> Notice | None:
    """Changes the draft; what its next step has to ask is asked at once."""
    return await drafts.revise(
        talk.store,
        notice_id,
        lambda notice: steps.onward(notice, changed, talk.now, talk.zone),
        ask=Asking(talk.place.id, talk.place.topic_id, talk.now, contents.asks),
        files=files,
    )


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
