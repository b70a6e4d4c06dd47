"""Whom exactly a draft asks: every organisation, and how it will hear of it."""

from collections.abc import Iterator

from markupsafe import Markup

from commands.kit import CATEGORY_NAMES, Button, Row, clip, page_of, pager
from commands.notices.drafts.panels import PANELS, ROLL, Panel, kept_in, opens
from commands.notices.layout import PAGE_UNITS, paged
from commands.notices.rules import counts
from commands.notices.terms import SHORT_NAME
from locales import Words, message
from storage.drafts import Proposal
from storage.organisations import Organisation

REACHED, UNREACHED, UNSERVED = "📩", "🔕", "⚠️"


def shortcut(words: Words, proposal: Proposal) -> Button | None:
    """On the preview, where anybody is asked by name."""
    if not proposal.organisations:
        return None
    return opens(words, proposal.notice, ROLL, message("📋 Who exactly"))


def mark(proposal: Proposal, one: Organisation) -> str:
    """How it hears of the notice: in private, in the group alone, or through nobody."""
    if one.id in proposal.reached:
        return REACHED
    return UNREACHED if one.id in proposal.served else UNSERVED


def _body(words: Words, proposal: Proposal) -> Markup:
    """A page of the list, by category in the register's order, with what the marks mean."""
    pages = paged(_lines(words, proposal), PAGE_UNITS)
    page = page_of(pages, _number(proposal), 1)
    means = words.t(
        "📩 I can write to its liaison · 🔕 its liaison has not pressed Start · ⚠️ no liaison"
    )
    return Markup("\n\n").join([*page.items, means])


def _rows(words: Words, proposal: Proposal) -> tuple[Row, ...]:
    pages = paged(_lines(words, proposal), PAGE_UNITS)
    page = page_of(pages, _number(proposal), 1)
    return (pager(page, "notices.panel", proposal.notice.id, PANELS.index(ROLL)),)


def _lines(words: Words, proposal: Proposal) -> Iterator[Markup]:
    organisations = proposal.organisations
    yield words.n(
        "📋 <b>{count} organisation will be asked</b>",
        "📋 <b>{count} organisations will be asked</b>",
        len(organisations),
    )
    for category, count in counts(organisations).items():
        yield Markup()
        name = words.t(CATEGORY_NAMES[category])
        yield Markup("<b>{}</b>").format(words.t("{category} {count}", category=name, count=count))
        for one in organisations:
            if one.category == category:
                yield Markup("{} {}").format(mark(proposal, one), clip(one.short_name, SHORT_NAME))


def _number(proposal: Proposal) -> int:
    return int(kept_in(proposal.notice) or 1)


ROLLS = (Panel(ROLL, _rows, body=_body),)
