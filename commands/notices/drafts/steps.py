"""A notice written step by step: one question after the other, with ways on and back."""

from datetime import datetime, tzinfo
from typing import Any

from markupsafe import Markup

from commands.kit import Row, button, pack
from commands.notices.drafts.openings import opening
from commands.notices.drafts.panels import AUDIENCE, DEADLINE, FORM, MAIN, WEIGHT, WORDING, opens
from locales import Words, message
from storage.notices import Notice

STEPS = {
    WORDING: message("Step {number} of {count}: what does it say? Please reply to my question."),
    AUDIENCE: message("Step {number} of {count}: whom does it ask?"),
    FORM: message("Step {number} of {count}: how should they answer?"),
    DEADLINE: message("Step {number} of {count}: until when?"),
    WEIGHT: message("Step {number} of {count}: how important is it?"),
}
"""The panels in their order; buttons name one by its place, and behind the last is the end."""
ORDER = tuple(STEPS)
ALL = ",".join(ORDER)
"""Of a draft that begins so."""


def place_of(notice: Notice) -> int | None:
    """At which step the draft is; None: it is not written step by step, or no more."""
    first = notice.steps.partition(",")[0]
    return ORDER.index(first) if first in ORDER else None


def at(place: int, notice: Notice, now: datetime, zone: tzinfo) -> dict[str, Any]:
    """The columns of a draft at a step; behind the last, and for a forged one, it is the end."""
    if not 0 <= place < len(ORDER):
        return {"steps": "", "panel": MAIN}
    return {"steps": ",".join(ORDER[place:]), "panel": opening(ORDER[place], notice, now, zone)}


def onward(notice: Notice, changed: dict[str, Any], now: datetime, zone: tzinfo) -> dict[str, Any]:
    """What was chosen, and the next step if that settled this one."""
    place = place_of(notice)
    if place is None or "steps" in changed or changed.get("panel") != MAIN:
        return changed
    return changed | at(place + 1, notice, now, zone)


def line(words: Words, notice: Notice) -> list[Markup]:
    """Where one is, at the end of the preview."""
    place = place_of(notice)
    if place is None:
        return []
    sentence = words.t(STEPS[ORDER[place]], number=place + 1, count=len(ORDER))
    return [Markup(), Markup("👉 <b>{}</b>").format(sentence)]


def ways(words: Words, notice: Notice) -> Row:
    """The buttons on and back; without words the only way is out."""
    place = place_of(notice) or 0
    if not notice.text:
        return (button(words.t("Cancel"), pack("notices.discard", notice.id)),)
    on = message("Next ▶") if place + 1 < len(ORDER) else message("✅ Done")
    to = [(words.t(message("◀ Previous")), place - 1)] if place else []
    to.append((words.t(on), place + 1))
    return tuple(button(label, pack("notices.step", notice.id, number)) for label, number in to)


def root(words: Words, notice: Notice) -> Row:
    """From a choice within a step back to the step."""
    place = place_of(notice) or 0
    return (opens(words, notice, ORDER[place], message("◀ Back")),)
