"""The notices that an office writes again and again, with blanks to fill in."""

from dataclasses import dataclass

from commands.kit import Row, button, in_rows, pack
from locales import Words, message
from storage.notices import DIFFICULT, PAPER, RECEIPT, SIGN_UP, TEXT

BLANK = "＿＿"
"""What stands where something is to be filled in."""


@dataclass(frozen=True)
class Template:
    """A name for the button, a text with blanks, and the form of answer that suits it."""

    name: str
    text: str
    form: str


TEMPLATES = (
    Template(
        message("Meeting"),
        message(
            "Meeting\nTime: ＿＿\nPlace: ＿＿\nAbout: ＿＿\nPlease confirm that somebody will come."
        ),
        DIFFICULT,
    ),
    Template(
        message("Call for helpers"),
        message("Helpers wanted\nTime: ＿＿\nPlace: ＿＿\nWhat: ＿＿\nPlease sign up below."),
        SIGN_UP,
    ),
    Template(
        message("Papers to hand in"),
        message("To be handed in\nWhat: ＿＿\nForm: ＿＿\nPlease reply with the file."),
        PAPER,
    ),
    Template(
        message("Duty"), message("Duty roster\nTime: ＿＿\nPlace: ＿＿\nTask: ＿＿"), DIFFICULT
    ),
    Template(
        message("Water or power cut"),
        message("Cut of ＿＿\nTime: ＿＿\nWhere: ＿＿\nPlease tell everybody there, and prepare."),
        RECEIPT,
    ),
    Template(
        message("Weather warning"),
        message("Weather warning: ＿＿\nTime: ＿＿\nPlease see to: ＿＿"),
        RECEIPT,
    ),
    Template(
        message("Asking for opinions"),
        message(
            "Your opinion, please\nAbout: ＿＿\nBackground: ＿＿\nPlease reply with your words."
        ),
        TEXT,
    ),
)
"""Buttons name a template by its place, so new ones go to the end."""


def rows(words: Words) -> tuple[Row, ...]:
    """A button for each, and one for a notice that is none of them."""
    keys = [
        button(words.t(one.name), pack("notices.template", place))
        for place, one in enumerate(TEMPLATES)
    ]
    return (*in_rows(keys), (button(words.t("🪜 Step by step"), pack("notices.steps")),))
