"""All panels of a draft in one table, and what the open one shows and asks."""

from markupsafe import Markup

from commands.kit import Post, Row
from commands.notices.drafts import steps
from commands.notices.drafts.audiences import AUDIENCES
from commands.notices.drafts.deadlines import DEADLINES
from commands.notices.drafts.destinations import DESTINATIONS
from commands.notices.drafts.enclosures import ENCLOSING
from commands.notices.drafts.forms import ANSWERS
from commands.notices.drafts.more import RARER
from commands.notices.drafts.panels import MAIN, Panel, name_of, opens
from commands.notices.drafts.reminding import REMINDINGS
from commands.notices.drafts.rolls import ROLLS
from commands.notices.drafts.rosters import LISTS
from commands.notices.drafts.templates import KEEPING
from commands.notices.drafts.weights import WEIGHING
from commands.notices.drafts.wordings import WORDINGS
from commands.notices.schedules.panels import SCHEDULING
from locales import Words, message, plain
from storage.drafts import Proposal
from storage.notices import DRAFT, Notice

ALL = (
    *(*AUDIENCES, *LISTS, *ANSWERS, *DEADLINES, *WORDINGS, *WEIGHING),
    *(*DESTINATIONS, *ENCLOSING, *RARER, *REMINDINGS, *ROLLS, *KEEPING, *SCHEDULING),
)
CONTENTS = {panel.name: panel for panel in ALL}


def open_panel(notice: Notice) -> Panel | None:
    """The panel that the draft shows; None: the preview itself."""
    return CONTENTS.get(name_of(notice))


def rows(words: Words, proposal: Proposal) -> tuple[Row, ...]:
    """The buttons of the open panel; empty for the preview itself."""
    panel = open_panel(proposal.notice)
    if panel is None:
        return ()
    return (*panel.rows(words, proposal), _way_out(words, proposal.notice, panel))


def body(words: Words, proposal: Proposal) -> Markup | None:
    """What the open panel shows instead of the preview."""
    panel = open_panel(proposal.notice)
    return panel.body(words, proposal) if panel and panel.body else None


def _way_out(words: Words, notice: Notice, panel: Panel) -> Row:
    """Back to the preview; while it is written step by step, on and back between the steps."""
    if steps.place_of(notice) is None:
        return (opens(words, notice, MAIN, message("◀ Back")),)
    return steps.ways(words, notice) if panel.name in steps.ORDER else steps.root(words, notice)


def asks(panel: str) -> bool:
    """True when this text of the column `panel` opens something that is asked at once."""
    found = CONTENTS.get(panel.partition(":")[0])
    return found is not None and found.asks


def question(words: Words, notice: Notice, panel: Panel) -> Post:
    """What a panel asks to be answered by a reply; it goes when that is not asked any more.

    Bot API: a message that asks for a reply cannot be edited, but it can be deleted.
    """
    if name_of(notice) != panel.name or notice.state != DRAFT:
        return Post(words.t("This was answered."), is_withdrawn=True)
    asked = panel.ask(words, notice) if panel.ask else words.t(panel.question)
    return Post(asked, placeholder=plain(words.t(panel.hint)))
