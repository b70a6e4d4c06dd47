"""A draft is kept as a template: what will be kept is shown, and its name asked for."""

from markupsafe import Markup

from commands.kit import Button, Row, Talk, button, pack
from commands.notices import rules
from commands.notices.drafts.panels import (
    MAIN,
    PANELS,
    TEMPLATE,
    Panel,
    kept_in,
    marked,
    name_of,
    opens,
)
from commands.notices.layout import CARD_UNITS, beginning
from commands.notices.templates import lists
from commands.notices.templates.blanks import blanked
from commands.notices.templates.questions import ASKED, HINT
from locales import Words, message
from storage import templates
from storage.drafts import Proposal
from storage.notices import Notice

WITH_BLANKS, AS_IT_IS = 1, 2
"""What the panel remembers, as it does a page: whether days and times become blanks."""


def entry(words: Words, proposal: Proposal) -> Button | None:
    """A notice without words is no template."""
    if not proposal.notice.text:
        return None
    return opens(words, proposal.notice, TEMPLATE, message("💾 Keep as a template"))


def shaped(notice: Notice) -> str:
    """The text as it will be kept."""
    is_left = name_of(notice) == TEMPLATE and kept_in(notice) == str(AS_IT_IS)
    return notice.text if is_left else blanked(notice.text)


async def keep(talk: Talk, notice_id: int, text: str) -> None:
    """The reply with the name."""
    done = await templates.keep(
        talk.store,
        notice_id,
        lists.named(rules.wording(text)),
        talk.asker.person.id,
        talk.now,
        shaped,
        {"panel": MAIN},
    )
    await talk.say(lists.kept(talk.words, done))


def _body(words: Words, proposal: Proposal) -> Markup:
    text = beginning(shaped(proposal.notice), CARD_UNITS)
    return words.t(
        "💾 This becomes a template, with its way to answer, whom it asks and its importance:\n\n"
        "{text}",
        text=text,
    )


def _rows(words: Words, proposal: Proposal) -> tuple[Row, ...]:
    """Where the text names days and times: whether they become blanks."""
    notice = proposal.notice
    if blanked(notice.text) == notice.text:
        return ()
    is_left = kept_in(notice) == str(AS_IT_IS)
    label = words.t("Days and times become blanks ＿＿")
    other = WITH_BLANKS if is_left else AS_IT_IS
    data = pack("notices.panel", notice.id, PANELS.index(TEMPLATE), other)
    return ((button(marked(label, is_chosen=not is_left), data),),)


KEEPING = (Panel(TEMPLATE, _rows, question=ASKED, hint=HINT, body=_body),)
