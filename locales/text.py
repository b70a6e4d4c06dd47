"""What people typed, made safe to stand in a sentence of ours."""

import html
import re
import unicodedata

from markupsafe import Markup

BIDI_CONTROLS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
LEFTWARD = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""All that may be written from right to left; a text without any needs no closer look."""
TAG = re.compile("<[^<>]*>")
MOMENT = re.compile("<tg-time [^<>]*>([^<>]*)</tg-time>")
ISOLATE, END_ISOLATE = "\u2068", "\u2069"


def clean(text: str) -> str:
    """The text without control characters; right-to-left writing cannot turn what is around it."""
    text = BIDI_CONTROLS.sub("", CONTROLS.sub("", text))
    if LEFTWARD.search(text) and any(
        unicodedata.bidirectional(character) in {"R", "AL"} for character in text
    ):
        return f"{ISOLATE}{text}{END_ISOLATE}"
    return text


def timeless(text: Markup) -> Markup:
    """The text without the moments that only newer servers of Telegram know, their words kept."""
    return Markup(MOMENT.sub(r"\1", text))  # noqa: S704 - less of what it was


def plain(text: Markup) -> str:
    """The same words without markup, for toasts and labels, which are shown as they are."""
    return html.unescape(TAG.sub("", text))
