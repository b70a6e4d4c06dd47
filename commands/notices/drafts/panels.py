"""What a draft's panel is: a choice that the preview opens, and perhaps a question with it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from commands.kit import Button, Row, button, pack
from commands.notices.drafts import moments
from locales import Words
from storage.drafts import Proposal
from storage.notices import Notice

MAIN, AUDIENCE, COMMUNITIES, NAMED = "", "audience", "communities", "named"
FORM, DEADLINE, OPTIONS, PLACES, WORDING = "form", "deadline", "options", "places", "wording"
MORE, ENCLOSURES, WEIGHT, WHERE = "more", "enclosures", "weight", "where"
REMINDERS, ROLL, ROSTERS, ROSTER_NAME = "reminders", "roll", "rosters", "roster_name"
TEMPLATE, SCHEDULE, FIRST, WITHIN = "template", "schedule", "first", "within"
PANELS = (
    MAIN,
    AUDIENCE,
    COMMUNITIES,
    NAMED,
    FORM,
    DEADLINE,
    OPTIONS,
    PLACES,
    WORDING,
    MORE,
    ENCLOSURES,
    WEIGHT,
    WHERE,
    REMINDERS,
    ROLL,
    ROSTERS,
    ROSTER_NAME,
    TEMPLATE,
    SCHEDULE,
    FIRST,
    WITHIN,
)
"""Buttons name a panel by its place, so new ones go to the end."""


def no_rows(_words: Words, _proposal: Proposal) -> tuple[Row, ...]:
    """What is answered by a reply has no buttons."""
    return ()


@dataclass(frozen=True)
class Panel:
    """What stands below the preview while it is open."""

    name: str
    """The column `panel` begins with it; `:` and what the panel remembers may follow."""
    rows: Callable[[Words, Proposal], tuple[Row, ...]] = no_rows
    question: str = ""
    """Marked with `message`: what is asked when it opens, to be answered by a reply."""
    hint: str = ""
    """Marked with `message`: stands in the message box until one writes (1-64 characters)."""
    ask: Callable[[Words, Notice], Markup] | None = None
    """Instead of `question`, where what is asked depends on the draft."""
    body: Callable[[Words, Proposal], Markup] | None = None
    """What stands instead of the preview."""

    @property
    def asks(self) -> bool:
        """True when it asks for a reply."""
        return bool(self.question or self.ask)


def name_of(notice: Notice) -> str:
    """The panel that is open."""
    return notice.panel.partition(":")[0]


def kept_in(notice: Notice) -> str:
    """What the open panel remembers: a page, moments that were offered."""
    return notice.panel.partition(":")[2]


def offering(panel: str, moments_offered: Iterable[datetime]) -> str:
    """The text that opens a panel with just these moments, also when it is looked at later."""
    minutes = dict.fromkeys(str(moments.minutes_of(one)) for one in moments_offered)
    return f"{panel}:{','.join(minutes)}"


def offered(words: Words, notice: Notice, name: str) -> tuple[Row, ...]:
    """A button for each moment that the open panel offers; its press is of this name."""
    kept = [moments.of_minutes(int(one)) for one in kept_in(notice).split(",") if one]
    return tuple(
        (
            button(
                Markup("{}").format(words.moment(one, words.zone)),
                pack(f"notices.{name}", notice.id, moments.minutes_of(one)),
            ),
        )
        for one in kept
        if one is not None
    )


def opens(words: Words, notice: Notice, panel: str, label: str) -> Button:
    """A button that opens a panel."""
    return button(words.t(label), pack("notices.panel", notice.id, PANELS.index(panel)))


def press(
    words: Words,
    notice: Notice,
    name: str,
    label: str,
    *numbers: int,
    is_chosen: bool = False,
) -> Row:
    """A row of one button that changes the draft."""
    shown = marked(words.t(label), is_chosen=is_chosen)
    return (button(shown, pack(f"notices.{name}", notice.id, *numbers)),)


def marked(label: Markup, *, is_chosen: bool) -> Markup:
    """A choice, with a tick if it is the one that counts."""
    return Markup("✅ ") + label if is_chosen else label
