"""Captions as liaisons write them: nothing that is taken for certain is wrong or a guess."""

import asyncio

import pytest

from benchmarks.captions import (
    ASKED,
    MISSING,
    RIGHT,
    SETS,
    TOO_MUCH,
    WRONG,
    Alliance,
    captions,
    gather,
    outcome,
    results,
)
from commands.activities.captions.findings import Finding

FEWEST = {"known": 190, "liuzhai": 30, "held_out_1": 80}
"""So many fields at least are read as they are meant: to ask everything is no reading."""


@pytest.fixture(scope="module")
def liuzhai() -> Alliance:
    return asyncio.run(gather())


@pytest.mark.parametrize("name", SETS)
def test_nothing_is_wrong_without_being_asked(liuzhai: Alliance, name: str) -> None:
    assert [one for one in results(name, liuzhai) if one.outcome == WRONG] == []


@pytest.mark.parametrize("name", FEWEST)
def test_most_fields_are_read(liuzhai: Alliance, name: str) -> None:
    found = list(results(name, liuzhai))
    assert sum(one.outcome == RIGHT for one in found) >= FEWEST[name]
    assert sum(one.outcome in {RIGHT, ASKED} for one in found) >= 0.8 * len(found)


def test_the_sets_are_as_large_as_promised() -> None:
    assert sum(len(captions(name)) for name in SETS) >= 60
    assert sum(len(captions(name)) for name in SETS if name.startswith("held_out")) >= 20


@pytest.mark.parametrize(
    ("meant", "found", "is_open", "became"),
    [
        (30, Finding(30), False, RIGHT),
        (30, Finding(20), False, WRONG),
        (None, Finding(20), False, WRONG),
        (None, Finding(20), True, WRONG),
        (None, Finding(candidates=(20,)), True, ASKED),
        (30, Finding(candidates=(20,)), False, TOO_MUCH),
        (30, Finding(), False, MISSING),
        (None, Finding(), True, MISSING),
        (None, Finding(), False, None),
    ],
)
def test_a_guess_is_wrong_even_when_it_happens_to_be_so(
    meant: int | None, found: Finding[int], became: str | None, *, is_open: bool
) -> None:
    assert outcome("joined", meant, found, is_open=is_open) == became
