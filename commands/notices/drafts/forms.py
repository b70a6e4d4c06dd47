"""What a draft wants to hear, to be chosen; the options of a choice, the places of a sign-up."""

from datetime import datetime, tzinfo
from typing import Any

from commands.kit import Row, button, in_rows, pack
from commands.notices import rules
from commands.notices.answers import replies
from commands.notices.drafts.panels import FORM, MAIN, OPTIONS, PLACES, Panel, marked, press
from commands.notices.forms import FORM_NAMES
from locales import Words, message
from storage.drafts import Proposal
from storage.notices import CHOICE, CHOICES, FORMS, SIGN_UP, Notice

OPTIONS_LEAST, OPTIONS_MOST = 2, 10
NEEDS = {CHOICE: OPTIONS, CHOICES: OPTIONS, SIGN_UP: PLACES}
"""The panel that opens when a form was chosen; no panel for the others."""


def read_options(
    _notice: Notice, text: str, _now: datetime, _zone: tzinfo
) -> dict[str, Any] | None:
    """The options in a reply, one in each line; None when they are too few or too many."""
    options = rules.options(text)
    fits = OPTIONS_LEAST <= len(options) <= OPTIONS_MOST
    return {"options": "\n".join(options), "panel": MAIN} if fits else None


def read_places(_notice: Notice, text: str, _now: datetime, _zone: tzinfo) -> dict[str, Any] | None:
    """How many can come."""
    places = replies.number_in(text)
    return {"places": places, "panel": MAIN} if places else None


def _forms(words: Words, proposal: Proposal) -> tuple[Row, ...]:
    notice = proposal.notice
    keys = [
        button(
            marked(words.t(FORM_NAMES[form]), is_chosen=form == notice.form),
            pack("notices.form", notice.id, place),
        )
        for place, form in enumerate(FORMS)
    ]
    return in_rows(keys)


def _places(words: Words, proposal: Proposal) -> tuple[Row, ...]:
    return (press(words, proposal.notice, "places", message("As many as like"), 0),)


ANSWERS = (
    Panel(FORM, _forms),
    Panel(
        OPTIONS,
        question=message(
            "🗳 Which options? Please reply to this message, each in a line of its own (2 to 10)."
        ),
        hint=message("One option in each line"),
    ),
    Panel(
        PLACES,
        _places,
        question=message(
            "🙋 How many places are there? Please reply to this message with a number."
        ),
        hint=message("A number, for example 20"),
    ),
)
