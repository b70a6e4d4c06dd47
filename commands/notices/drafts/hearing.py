"""A draft is changed by replies to its preview and to what it asks."""

from typing import Any

from commands.kit import Role, Talk
from commands.notices import rules
from commands.notices.drafts import contents, enclosures, rostering, steps, templates, views
from commands.notices.drafts.deadlines import read_deadline
from commands.notices.drafts.forms import read_options, read_places
from commands.notices.drafts.panels import (
    DEADLINE,
    MAIN,
    OPTIONS,
    PLACES,
    ROSTER_NAME,
    TEMPLATE,
    WORDING,
    name_of,
)
from commands.notices.drafts.wordings import read_wording
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
"""By the open panel: (draft, words, now, zone) -> the columns that change; None: not readable."""
KEEPERS = {ROSTER_NAME: rostering.keep, TEMPLATE: templates.keep}
"""By the open panel: (talk, notice id, words) keeps under a name what the draft has."""


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
    changed = _read(talk, proposal.notice, text)
    moment = changed.get("deadline") if changed else None
    if changed is None:
        await talk.say(views.not_understood(talk.words, panel))
    elif moment is not None and moment <= talk.now:
        await talk.say(views.is_past(talk.words, moment))
    elif await _revise(talk, notice_id, text, files) is None:
        await talk.say(views.no_draft(talk.words))
    else:
        is_settled = changed["panel"] == MAIN
        await talk.say(views.noted(talk.words) if is_settled else views.which_moment(talk.words))
    return True


def _read(talk: Talk, notice: Notice, text: str) -> dict[str, Any] | None:
    """The columns that the words change, as the draft stands; None when they say nothing."""
    read = READERS.get(name_of(notice))
    return read(notice, text, talk.now, talk.zone) if read else None


async def _revise(talk: Talk, notice_id: int, text: str, files: tuple[Sent, ...]) -> Notice | None:
    """Changes the draft as it stands by then; what its next step has to ask is asked at once."""

    def changed(notice: Notice) -> dict[str, Any]:
        columns = _read(talk, notice, text) or {}
        return steps.onward(notice, columns, talk.now, talk.zone)

    ask = Asking(talk.place.id, talk.place.topic_id, talk.now, contents.asks)
    return await drafts.revise(talk.store, notice_id, changed, ask=ask, files=files)


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
