"""All panels of a draft in one table, and what the open one shows and asks."""

from markupsafe import Markup

from commands.kit import Post, Row
from commands.notices.drafts.audiences import AUDIENCES
from commands.notices.drafts.deadlines import DEADLINES
from commands.notices.drafts.enclosures import ENCLOSING
from commands.notices.drafts.forms import ANSWERS
from commands.notices.drafts.more import RARER
from commands.notices.drafts.panels import MAIN, WORDING, Panel, name_of, opens
from commands.notices.drafts.templates import BLANK
from commands.notices.drafts.wordings import WORDINGS
from locales import Words, message, plain
from storage.drafts import Proposal
from storage.notices import DRAFT, Notice

CONTENTS = {
    panel.name: panel for panel in (*AUDIENCES, *ANSWERS, *DEADLINES, *WORDINGS, *RARER, *ENCLOSING)
}


def open_panel(notice: Notice) -> Panel | None:
    """The panel that the draft shows; None: the preview itself."""
    return CONTENTS.get(name_of(notice))


def rows(words: Words, proposal: Proposal) -> tuple[Row, ...]:
    """The buttons of the open panel; empty for the preview itself."""
    panel = open_panel(proposal.notice)
    if panel is None:
        return ()
    back = opens(words, proposal.notice, MAIN, message("◀ Back"))
    return (*panel.rows(words, proposal), (back,))


def asks(panel: str) -> bool:
    """True when this text of the column `panel` opens something that is asked at once."""
    found = CONTENTS.get(panel.partition(":")[0])
    return found is not None and bool(found.question)


def question(words: Words, notice: Notice) -> Post:
    """What the open panel asks to be answered by a reply; it goes when nothing is asked any more.

    Bot API: a message that asks for a reply cannot be edited, but it can be deleted.
    """
    panel = open_panel(notice)
    if panel is None or not panel.question or notice.state != DRAFT:
        return Post(words.t("This was answered."), is_withdrawn=True)
    asked = words.t(panel.question)
    if panel.name == WORDING and BLANK in notice.text:
        asked += Markup("\n\n<code>{}</code>").format(notice.text)
    return Post(asked, placeholder=plain(words.t(panel.hint)))
