"""What staff seldom need with a draft: one button of the preview opens it all."""

from collections.abc import Callable

from commands.kit import Button, Row, in_rows
from commands.notices.drafts import enclosures, reminding, templates
from commands.notices.drafts.panels import MORE, Panel
from commands.notices.schedules import panels as scheduling
from locales import Words
from storage.drafts import Proposal

Entry = Callable[[Words, Proposal], Button | None]
"""Its button; None where it makes no sense."""
ENTRIES: tuple[Entry, ...] = (
    scheduling.entry,
    enclosures.entry,
    reminding.entry,
    templates.entry,
)
"""Each part of the drafts' room adds its own; they stand in this order, two beside each other."""


def entries(words: Words, proposal: Proposal) -> tuple[Row, ...]:
    """The buttons of all that make sense for this draft."""
    keys = [entry(words, proposal) for entry in ENTRIES]
    return in_rows([key for key in keys if key is not None])


RARER = (Panel(MORE, entries),)
