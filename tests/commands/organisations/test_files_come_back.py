"""The register goes out as a file and comes back: whatever stands in it, nothing changes."""

from datetime import UTC, date, datetime

from hypothesis import given, settings, strategies as st
from hypothesis.strategies import SearchStrategy

from commands.kit.faults import Problem
from commands.kit.readings import restored, written
from commands.organisations import facts
from commands.organisations.days import OLDEST
from commands.organisations.facts import LIMITS
from commands.organisations.importing import writing
from commands.organisations.importing.perusing import peruse
from locales import Catalogues, Words
from storage import comparisons, couples
from storage.entries import Row
from storage.organisations import CATEGORIES, Organisation
from storage.pairings import Pairing

CHINESE, ENGLISH = Catalogues().words("zh_CN"), Catalogues().words("en")
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
ALSO = st.sampled_from(["=1+1", "'=1+1", "''-1", "+86 371", "@刘寨", "甲;乙", '"甲",乙', "_x0041_"])


def told(field: str) -> SearchStrategy[str]:
    """Whatever the register may have in a field, however it came there."""
    said = (TEXTS | ALSO).map(lambda text: facts.read(field, text))
    return said.filter(lambda value: not isinstance(value, Problem)).map(str)


def degrees(most: int) -> SearchStrategy[float]:
    return st.integers(-most * 10**6, most * 10**6).map(lambda number: number / 10**6)


WORDS = ("name", "community", "address", "hours", "offers", "needs", "former_names", "notes")


SHORT = ("单位{}", "甲、乙{}", "小组（{}）", "{}号 2016", "新苑（2016）{}")
"""Short names that look like several, or like a day."""


@st.composite
def organisations(draw: st.DrawFn, number: int) -> Organisation:
    fields = {name: draw(told(name)) for name in WORDS}
    fields["phone"] = draw(st.sampled_from(["", "12345", "+86 371 60001234、(0371)60001234转8"]))
    place = draw(st.none() | st.tuples(degrees(90), degrees(180)))
    return Organisation.model_validate(
        fields
        | {"id": number, "position": number, "category": draw(st.sampled_from(CATEGORIES))}
        | {
            "name": f"{fields['name']}{number}"[-LIMITS["name"] :],
            "short_name": draw(st.sampled_from(SHORT)).format(number),
        }
        | {"latitude": place[0] if place else None, "longitude": place[1] if place else None}
    )


REGISTERS = st.integers(1, 4).flatmap(lambda many: st.tuples(*map(organisations, range(many))))


@settings(max_examples=40, deadline=None)
@given(
    register=REGISTERS,
    words=st.sampled_from([CHINESE, ENGLISH]),
    since=st.none() | st.dates(OLDEST, date(2026, 8, 24)),
    as_csv=st.booleans(),
)
def test_what_was_exported_changes_nothing_when_it_comes_back(
    register: tuple[Organisation, ...], words: Words, since: date | None, *, as_csv: bool
) -> None:
    write = writing.as_csv if as_csv else writing.workbook
    paired = tuple(
        Pairing(
            id=10 * one.id + other.id,
            organisation_id=one.id,
            organisation=one.short_name,
            community_id=other.id,
            community=other.short_name,
            since=since,
            paired_by=1,
            paired_at=datetime(2026, 8, 24, tzinfo=UTC),
        )
        for one in register
        for other in register
        if one.category not in {"community", "street"} and other.category == "community"
    )
    data = write(words, register, couples.cells(paired))
    reading = peruse("x.csv" if as_csv else "x.xlsx", data)
    assert reading.faults == ()
    planned = comparisons.plan(register, restored(written(reading), Row).rows, paired)
    assert planned.misfits == ()
    assert not planned.does_something
    assert planned.unchanged == len(register)
