"""What may stand in a field of the register, whoever says it: a reply, a button or a file's cell.

A field's value is its text (`storage.fields`): one line each, phones with 、 between, former names
a line each, a place as `34.8,113.6`.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, create_model
from pydantic_core import PydanticCustomError

from commands.kit import clip
from commands.kit.faults import Problem
from commands.organisations import partners
from commands.organisations.categories import POSSIBLE, category_of
from locales import message
from locales.text import clean
from storage.fields import PLACE

LIMITS = {
    "name": 100,
    "short_name": 30,
    "category": 30,
    "community": 50,
    "address": 200,
    "notes": 500,
    "former_names": 1000,
    "pairs": 2000,
    "phone": 80,
    "hours": 100,
    "offers": 300,
    "needs": 300,
    "latitude": 30,
    "longitude": 30,
    "place": 80,
}
"""How many characters each may have."""
NEEDED = ("name", "short_name", "category")
UNREADABLE = "\ufffd"
SHOWN = 30
"""So much of a wrong value is repeated to the reader."""
DIGITS = 3, 15
"""Of a phone number: 110 is one; ITU-T E.164: at most 15 digits."""
FARTHEST = {"latitude": 90.0, "longitude": 180.0}
PLACES = 6
"""Decimals of a degree: a tenth of a metre."""
PHONE = re.compile(r"\+?[\d(][\d ()-]*\d(?: ?(?:转|ext\.?|x) ?\d{1,6})?", re.IGNORECASE)
BETWEEN_PHONES = re.compile(r"[、,;/\n]")
BETWEEN_NAMES = re.compile(r"[;；\n]")
NUMBERS = re.compile(r"[^\d.+-]+")

EMPTY = message("It is empty. Please fill it in.")
NO_WORDS = message("Please answer with words. To empty it there is a button above.")
TOO_LONG = message("It has {length} characters; {limit} are allowed.")
GARBLED = message("It has characters that cannot be read. Save the file as Excel or UTF-8 CSV.")
NO_CATEGORY = message("“{value}” is not a category. Possible: {possible}")
NO_PHONE = message(
    "“{value}” is not a phone number. Like this: 0371-60001234 or 13800001234; several with"
    " commas between, without names."
)
NO_DEGREES = message(
    "“{value}” is no place on the map. Latitude goes from -90 to 90, longitude from -180 to 180,"
    " for example 34.78 and 113.65."
)
NO_PLACE = message(
    "“{value}” is no place on the map. Write latitude and longitude, for example"
    " 34.7866, 113.6506, or send a location (📎)."
)


def read(name: str, said: str) -> str | Problem:
    """The value of a field, empty for nothing; or what is wrong with it."""
    try:
        facts = Facts.model_validate({name: said})
    except ValidationError as error:
        wrong = error.errors()[0]
        context = wrong.get("ctx", {})
        return Problem(SENTENCES[wrong["type"]], {"value": clip(said, SHOWN), **context})
    return str(getattr(facts, name))


def _tidy(said: str) -> str:
    return " ".join(clean(said).split())


def _lines(said: str) -> str:
    names = (_tidy(part) for part in BETWEEN_NAMES.split(said))
    return "\n".join(dict.fromkeys(filter(None, names)))


def _category(said: str) -> str:
    category = category_of(said)
    if said and category is None:
        raise PydanticCustomError("no_category", "unknown", {"possible": POSSIBLE})
    return category or ""


def _phones(said: str) -> str:
    parts = (part.strip() for part in BETWEEN_PHONES.split(unicodedata.normalize("NFKC", said)))
    phones = [" ".join(part.split()) for part in parts if part]
    for phone in phones:
        first = re.split("转|ext|x", phone, flags=re.IGNORECASE)[0]
        digits = sum(one.isdecimal() for one in first)
        if not PHONE.fullmatch(phone) or not DIGITS[0] <= digits <= DIGITS[1]:
            raise PydanticCustomError("no_phone", "no phone", {"value": clip(phone, SHOWN)})
    return "、".join(phones)


def _degrees(name: str) -> Callable[[str], str]:
    def read_degrees(said: str) -> str:
        text = unicodedata.normalize("NFKC", said).strip().rstrip("°")
        if not text:
            return ""
        try:
            number = round(float(text), PLACES)
        except ValueError as error:
            raise PydanticCustomError("no_degrees", "no number") from error
        if not abs(number) <= FARTHEST[name]:  # nor a number that is none
            raise PydanticCustomError("no_degrees", "too far")
        return str(number)

    return read_degrees


def _place(said: str) -> str:
    """In either order, where only one is possible: maps of China write the longitude first."""
    text = unicodedata.normalize("NFKC", said).strip()
    parts = [part for part in NUMBERS.split(text) if part]
    try:
        first, second = (float(part) for part in parts)
    except ValueError as error:
        if not text:
            return ""
        raise PydanticCustomError("no_place", "no two numbers") from error
    if abs(first) > FARTHEST["latitude"]:
        first, second = second, first
    if abs(first) > FARTHEST["latitude"] or abs(second) > FARTHEST["longitude"]:
        raise PydanticCustomError("no_place", "too far")
    return f"{round(first, PLACES)},{round(second, PLACES)}"


SENTENCES = {
    "too_short": EMPTY,
    "too_long": TOO_LONG,
    "garbled": GARBLED,
    "no_category": NO_CATEGORY,
    "no_phone": NO_PHONE,
    "no_degrees": NO_DEGREES,
    "no_place": NO_PLACE,
    **partners.SENTENCES,
}
READERS: dict[str, Callable[[str], str]] = {
    "former_names": _lines,
    "pairs": partners.lines,
    "category": _category,
    "phone": _phones,
    "latitude": _degrees("latitude"),
    "longitude": _degrees("longitude"),
    PLACE: _place,
}
"""Of fields that are more than a line of words."""


def _within(limit: int) -> Callable[[str], str]:
    def check(said: str) -> str:
        if len(said) > limit:
            values = {"length": len(said), "limit": limit}
            raise PydanticCustomError("too_long", "too long", values)
        if UNREADABLE in said:
            raise PydanticCustomError("garbled", "not readable")
        return said

    return check


def _field(name: str, limit: int) -> Any:  # noqa: ANN401 - a type that is made
    shortest = 1 if name in NEEDED else 0
    reader = READERS.get(name, _tidy)
    within = AfterValidator(_within(limit))
    return Annotated[str, within, AfterValidator(reader), Field(min_length=shortest)], ""


Facts: type[BaseModel] = create_model(
    "Facts",
    __config__=ConfigDict(frozen=True, hide_input_in_errors=True),
    **{name: _field(name, limit) for name, limit in LIMITS.items()},
)
"""Every field by its name."""
