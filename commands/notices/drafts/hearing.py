"""A draft is changed by replies to its preview and to what it asks."""

from typing import Any

from commands.kit import Role, Talk
from commands.kit.messages import files_of
from commands.notices import rules
from commands.notices.drafts import contents, enclosures, rostering, steps, templates, views
from commands.notices.drafts.deadlines import read_deadline
from commands.notices.drafts.forms import read_options, read_places
from commands.notices.drafts.panels import (
    DEADLINE,
    FIRST,
    MAIN,
    OPTIONS,
    PLACES,
    ROSTER_NAME,
    TEMPLATE,
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
"""By the open panel: (draft, words, now, zone) -> the columns that change; None: not readable."""
KEEPERS = {ROSTER_NAME: rostering.keep, TEMPLATE: templates.keep, FIRST: setting.hear}
"""By the open panel: (talk, notice id, words) keeps what columns of the notice do not have."""


async def reply(talk: Talk, notice_id: int) -> bool:
    """A reply to the preview: words for the open panel, files to go along."""
    proposal = await drafts.proposal(talk.store, notice_id)
    return proposal is not None and await _hear(talk, proposal, name_of(proposal.notice))


async def reply_to_question(panel: str, talk: Talk, notice_id: int) -> bool:
    """A reply to what a panel asked counts for that, whatever is open by now."""
    proposal = await drafts.proposal(talk.store, notice_id)
    return proposal is not None and await _hear(talk, proposal, panel)


async def _hear(talk: Talk, proposal: Proposal, panel: str) -> bool:
    """True when the reply means something to a draft: staff's words or files."""
    if talk.asker.role < Role.STAFF:
        return False
    files, text = files_of(talk.message, talk.place.id), talk.message.spelt_out()
    if panel not in READERS | KEEPERS or (files and not text):
        return bool(files) and await _enclose(talk, proposal, files)
    if panel in KEEPERS and rules.wording(text):
        await KEEPERS[panel](talk, proposal.notice.id, text)
        return True
    changed = _read(talk, panel, proposal.notice, text)
    moment = changed.get("deadline") if changed else None
    if changed is None:
        await talk.say(views.not_understood(talk.words, panel))
    elif moment is not None and moment <= talk.now:
        await talk.say(views.is_past(talk.words, moment))
    elif await _revise(talk, proposal.notice.id, panel, files) is None:
        await talk.say(views.no_draft(talk.words))
    else:
        is_open = changed.get("panel", MAIN) != MAIN
        await talk.say(views.which_moment(talk.words) if is_open else views.noted(talk.words))
    return True


def _read(talk: Talk, panel: str, notice: Notice, text: str) -> dict[str, Any] | None:
    """The columns that the words change, as the draft stands; None when they say nothing.

    What somebody else has opened meanwhile stays open.
    """
    read = READERS.get(panel)
    columns = read(notice, text, talk.now, talk.zone) if read else None
    if columns and columns["panel"] == MAIN and name_of(notice) != panel:
        del columns["panel"]
    return columns


async def _revise(talk: Talk, notice_id: int, panel: str, files: tuple[Sent, ...]) -> Notice | None:
    """Changes the draft as it stands by then; what its next step has to ask is asked at once."""

    def changed(notice: Notice) -> dict[str, Any]:
        columns = _read(talk, panel, notice, talk.message.spelt_out()) or {}
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
