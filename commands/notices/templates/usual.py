"""The notices that every office writes again and again, with blanks to fill in."""

from dataclasses import dataclass

from locales import message
from storage.notices import DIFFICULT, PAPER, RECEIPT, SIGN_UP, TEXT


@dataclass(frozen=True)
class Usual:
    """A name for the button, a text with blanks, and the form of answer that suits it."""

    name: str
    text: str
    form: str


USUAL = (
    Usual(
        message("Meeting"),
        message(
            "Meeting\nTime: ＿＿\nPlace: ＿＿\nAbout: ＿＿\nPlease confirm that somebody will come."
        ),
        DIFFICULT,
    ),
    Usual(
        message("Call for helpers"),
        message("Helpers wanted\nTime: ＿＿\nPlace: ＿＿\nWhat: ＿＿\nPlease sign up below."),
        SIGN_UP,
    ),
    Usual(
        message("Papers to hand in"),
        message("To be handed in\nWhat: ＿＿\nForm: ＿＿\nPlease reply with the file."),
        PAPER,
    ),
    Usual(message("Duty"), message("Duty roster\nTime: ＿＿\nPlace: ＿＿\nTask: ＿＿"), DIFFICULT),
    Usual(
        message("Water or power cut"),
        message("Cut of ＿＿\nTime: ＿＿\nWhere: ＿＿\nPlease tell everybody there, and prepare."),
        RECEIPT,
    ),
    Usual(
        message("Weather warning"),
        message("Weather warning: ＿＿\nTime: ＿＿\nPlease see to: ＿＿"),
        RECEIPT,
    ),
    Usual(
        message("Asking for opinions"),
        message(
            "Your opinion, please\nAbout: ＿＿\nBackground: ＿＿\nPlease reply with your words."
        ),
        TEXT,
    ),
)
"""Buttons name a template by its place, so new ones go to the end."""
