"""In which order a service point is asked for. Pure."""

from typing import Any

from storage.point_drafts import DATUM, DONE, PLACE, STEPS, Draft


def located(latitude: float, longitude: float, datum: str) -> dict[str, Any]:
    """Where it is, as it was given; an empty datum is asked for."""
    return {"given_latitude": latitude, "given_longitude": longitude, "datum": datum}


def following(step: str) -> str:
    """The step after one; the datum is asked only of who typed numbers."""
    after = STEPS[STEPS.index(step) + 1] if step else DONE
    return STEPS[STEPS.index(after) + 1] if after == DATUM else after


def before(step: str) -> str:
    """The step before one."""
    place = max(0, STEPS.index(step) - 1)
    return STEPS[place - 1] if STEPS[place] == DATUM else STEPS[place]


def after(draft: Draft, field: str, said: dict[str, Any]) -> str | None:
    """Where it goes on once a field was said; None: the step stays as it is."""
    if field == PLACE and not said["datum"]:
        return DATUM
    is_row = draft.old is None and draft.step == field
    if is_row:
        return following(field)
    if draft.step == field:
        return DONE
    return None
