"""The fields of the register as people think of them: `place` is latitude and longitude together.

A field's text is what the register keeps, `34.8,113.6` for a place, empty for nothing.
"""

from typing import Any

from storage.entries import Organisation

NAME, SHORT_NAME, CATEGORY, PLACE = "name", "short_name", "category", "place"
TEXTS = (
    *(NAME, SHORT_NAME, CATEGORY, "community", "address", "phone", "hours"),
    *("offers", "needs", "former_names", "notes"),
)
"""Fields that are one column."""
FIELDS = (*TEXTS, PLACE)
UNIQUE = (NAME, SHORT_NAME)


def text_of(one: Organisation, field: str) -> str:
    """What the register says of a field, as a text."""
    if field != PLACE:
        return str(getattr(one, field))
    if one.latitude is None or one.longitude is None:
        return ""
    return f"{one.latitude},{one.longitude}"


def columns_of(field: str, text: str) -> dict[str, Any]:
    """The columns that say it."""
    if field != PLACE:
        return {field: text}
    latitude, _, longitude = text.partition(",")
    given = (float(latitude), float(longitude)) if text else (None, None)
    return dict(zip(("latitude", "longitude"), given, strict=True))
