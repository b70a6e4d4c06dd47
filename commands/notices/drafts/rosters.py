"""Lists of whom to ask that staff keep under a name: offered, kept, deleted."""

from markupsafe import Markup

from commands.kit import Button, Row, button, clip, in_rows, pack, page_of, pager
from commands.notices.drafts.panels import (
    PANELS,
    ROSTER_NAME,
    ROSTERS,
    Panel,
    kept_in,
    marked,
    opens,
)
from commands.notices.drafts.views import no_draft
from commands.notices.terms import NAME as PERSON
from locales import Words, message
from storage.audiences import CATEGORY, COMMUNITY, SOME
from storage.drafts import Proposal
from storage.rosters import Kept, Roster

OFFERED = 4
"""So many stand where one chooses whom to ask; the others are a press away."""
A_PAGE = 8
NAME = 16
"""Characters of a list's name."""
OF_ROSTER = 5
"""What a button of the audience names, beside those of `audiences`."""


def offered(words: Words, proposal: Proposal) -> tuple[Row, ...]:
    """The newest lists, the way to all of them, and the way to keep what was chosen now."""
    newest = [_choice(words, proposal, one) for one in proposal.rosters[:OFFERED]]
    rest = list(keeping(words, proposal))
    if proposal.rosters:
        rest.append(opens(words, proposal.notice, ROSTERS, message("⭐ All lists")))
    return (*in_rows(newest), *in_rows(rest))


def keeping(words: Words, proposal: Proposal) -> Row:
    """The way to keep what was chosen, unless it is kept already or needs no list."""
    notice = proposal.notice
    is_kept = any(one.audience == notice.audience for one in proposal.rosters)
    if is_kept or notice.whom.kind not in {CATEGORY, COMMUNITY, SOME}:
        return ()
    return (opens(words, notice, ROSTER_NAME, message("💾 Keep as a list")),)


def named(text: str) -> str:
    """A name as it is kept: one line, short enough for a button."""
    return clip(text, NAME)


def kept(words: Words, done: Kept | None) -> Markup:
    """What keeping a list came to."""
    if done is None:
        return no_draft(words)
    if done.is_made:
        return words.t(
            "“{name}” is kept. It is offered whenever you choose whom to ask.",
            name=done.roster.name,
        )
    return words.t(
        "{person} has kept another list as “{name}”. Please reply with another name, or delete that"
        " list first.",
        person=clip(done.roster.maker, PERSON),
        name=done.roster.name,
    )


def deleted(words: Words, name: str | None) -> Markup:
    """What deleting a list came to."""
    if name is None:
        return is_gone(words)
    return words.t("“{name}” is deleted. No draft has changed.", name=name)


def is_gone(words: Words) -> Markup:
    return words.t("This list was deleted before.")


def _all(words: Words, proposal: Proposal) -> tuple[Row, ...]:
    """Each to be chosen, and beside it the way to delete it."""
    notice = proposal.notice
    page = page_of(proposal.rosters, int(kept_in(notice) or 1), A_PAGE)
    rows = [
        (
            _choice(words, proposal, one),
            button(words.t("🗑 Delete"), pack("notices.roster_gone", notice.id, one.id)),
        )
        for one in page.items
    ]
    return (*rows, pager(page, "notices.panel", notice.id, PANELS.index(ROSTERS)))


def _choice(words: Words, proposal: Proposal, one: Roster) -> Button:
    label = words.t("⭐ {name}", name=one.name)
    shown = marked(label, is_chosen=one.audience == proposal.notice.audience)
    return button(shown, pack("notices.audience", proposal.notice.id, OF_ROSTER, one.id))


LISTS = (
    Panel(ROSTERS, _all),
    Panel(
        ROSTER_NAME,
        question=message(
            "💾 Under which name? Please reply to this message, for example: the west side."
        ),
        hint=message("The name of the list"),
    ),
)
