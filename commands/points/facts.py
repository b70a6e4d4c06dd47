"""What may be said of a service point, whoever says it: a reply or a file's cell. Pure."""

import re
import unicodedata
from datetime import date

from commands.kit import clip
from commands.kit.faults import Problem
from commands.points.hours import UnreadableError, read_hours
from commands.points.kinds import SAID, kind_in
from locales import message
from locales.text import clean
from storage.datums import GCJ02, WGS84
from storage.points import KINDS

LIMITS = {"name": 40, "address": 100, "phone": 60, "offers": 300, "hours": 600}
SHOWN = 30
DIGITS = 3, 15
"""Of a phone number: 110 is one; ITU-T E.164: at most 15 digits."""
NORTHMOST, EASTMOST, PLACES = 90.0, 180.0, 6
PHONE = re.compile(r"\+?[\d(][\d ()-]*\d(?: ?(?:转|ext\.?|x) ?\d{1,6})?", re.IGNORECASE)
BETWEEN_PHONES = re.compile(r"[、,;/\n]")
NUMBERS = re.compile(r"[^\d.+-]+")
DATUM_NAMES = {
    WGS84: ("wgs84", "wgs-84", "gps", "telegram"),
    GCJ02: ("gcj02", "gcj-02", "高德", "高德地图", "腾讯", "腾讯地图", "火星坐标", "amap"),
}

EMPTY = message("Please answer with words.")
TOO_LONG = message("It has {length} characters; {limit} are allowed.")
NO_PHONE = message(
    "“{value}” is not a phone number. Like this: 0371-60001234; several with commas between."
)
NO_PLACE = message(
    "“{value}” is no place on the map. Send a location (📎), or latitude and longitude, for example"
    " 34.8012, 113.6506."
)
NO_HOURS = message(
    "I do not understand “{value}”. Like this: Mon-Fri 9:00-12:00 14:00-17:30; Sat 9:00-12:00;"
    " closed on holidays."
)
NO_HOURS_AT_ALL = message(
    "I see no hours in it. Like this: Mon-Fri 9:00-12:00 14:00-17:30; Sat 9:00-12:00; closed on"
    " holidays."
)


def read_words(name: str, said: str) -> str | Problem:
    """A line of words within its limit; empty for nothing."""
    text = " ".join(clean(said).split())
    if len(text) > LIMITS[name]:
        return Problem(TOO_LONG, {"length": len(text), "limit": LIMITS[name]})
    return read_phones(text) if name == "phone" else text


def read_phones(said: str) -> str | Problem:
    """Numbers of an office, with 、 between."""
    parts = (part.strip() for part in BETWEEN_PHONES.split(unicodedata.normalize("NFKC", said)))
    phones = [" ".join(part.split()) for part in parts if part]
    for phone in phones:
        first = re.split("转|ext|x", phone, flags=re.IGNORECASE)[0]
        digits = sum(one.isdecimal() for one in first)
        if not PHONE.fullmatch(phone) or not DIGITS[0] <= digits <= DIGITS[1]:
            return Problem(NO_PHONE, {"value": clip(phone, SHOWN)})
    return "、".join(phones)


def read_rule(said: str, today: date) -> str | Problem:
    """Opening hours as they are kept; empty for nothing."""
    if not said.strip():
        return ""
    if len(said) > LIMITS["hours"]:
        return Problem(TOO_LONG, {"length": len(said), "limit": LIMITS["hours"]})
    try:
        return read_hours(said, today).model_dump_json()
    except UnreadableError as error:
        piece = clip(str(error), SHOWN)
        return Problem(NO_HOURS, {"value": piece}) if piece else Problem(NO_HOURS_AT_ALL)


def read_place(said: str) -> tuple[float, float] | Problem:
    """In either order, where only one is possible: maps of China write the longitude first."""
    text = unicodedata.normalize("NFKC", said).strip()
    wrong = Problem(NO_PLACE, {"value": clip(text, SHOWN) or "…"})
    parts = [part for part in NUMBERS.split(text) if part]
    try:
        first, second = (float(part) for part in parts)
    except ValueError:
        return wrong
    if abs(first) > NORTHMOST:
        first, second = second, first
    if not (abs(first) <= NORTHMOST and abs(second) <= EASTMOST):
        return wrong
    return round(first, PLACES), round(second, PLACES)


def read_degrees(name: str, said: str) -> str | Problem:
    """A latitude or a longitude in a cell; empty for nothing."""
    text = unicodedata.normalize("NFKC", said).strip().rstrip("°")
    most = NORTHMOST if name == "latitude" else EASTMOST
    try:
        number = float(text) if text else 0.0
    except ValueError:
        number = most + 1
    if not abs(number) <= most:  # nor a number that is none
        return Problem(NO_PLACE, {"value": clip(text, SHOWN)})
    return str(round(number, PLACES)) if text else ""


def read_kind(said: str) -> str | None:
    """A kind by its name, Chinese or English; empty is `other`, None an unknown one."""
    text = "".join(one for one in said.casefold() if one.isalnum() or one.isspace()).strip()
    if not text or text in KINDS:
        return text or "other"
    kind, word = kind_in(text)
    return kind if word and (word == text or text.replace(" ", "_") in SAID[kind].split()) else None


def read_datum(said: str) -> str | None:
    """A datum by what maps call it; empty for none, None for an unknown one, Baidu's too."""
    text = said.strip().casefold()
    named = (datum for datum, names in DATUM_NAMES.items() if text in names)
    return next(named, None) if text else ""
