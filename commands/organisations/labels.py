"""What the fields of the register are called, and how their values are shown."""

from markupsafe import Markup

from commands.kit import CATEGORY_NAMES, clip
from locales import Words, message
from storage.fields import CATEGORY

FIELDS = (
    *("name", "short_name", "category", "community", "address", "place", "phone"),
    *("hours", "offers", "needs", "former_names", "notes"),
)
"""In the order of the buttons; a button bears the place here, so new ones go to the end."""
LABELS = {
    "name": message("Full name"),
    "short_name": message("Short name"),
    "category": message("Category"),
    "community": message("Its community"),
    "address": message("Address"),
    "place": message("Place on the map"),
    "latitude": message("Latitude"),
    "longitude": message("Longitude"),
    "phone": message("Phone"),
    "hours": message("Opening hours"),
    "offers": message("Can offer"),
    "needs": message("Needs"),
    "former_names": message("Former names"),
    "notes": message("Notes"),
    "pairs": message("Pairs"),
}
VALUE = 200
NAMES = 5
"""So many former names are shown."""


def label(words: Words, field: str) -> Markup:
    return words.t(LABELS[field])


def value(words: Words, field: str, text: str, most: int = VALUE) -> Markup:
    """A field's text as people read it; for nothing, that there is nothing."""
    if not text:
        return words.t("(empty)")
    if field == CATEGORY and text in CATEGORY_NAMES:
        return words.t(CATEGORY_NAMES[text])
    if field == "former_names":
        return words.list([clip(line, most // 2) for line in text.split("\n")[:NAMES]])
    return words.list([clip(text, most)])
