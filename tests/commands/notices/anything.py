"""Whatever people write, are called and answer, for tests that try many of it."""

from datetime import timedelta

from hypothesis import strategies as st

from commands.notices.layout import units
from storage.boards import Board, Entry, Standing
from storage.notices import (
    CHOSEN,
    COME,
    COUNTED,
    DIFFICULTY,
    DISCARDED,
    DRAFT,
    HANDED_IN,
    WEIGHTS,
    WRITTEN,
)
from storage.people import Liaison
from storage.votes import ANSWERS, Answer
from tests.commands.notices.scene import NOW, notice, organisation

BIG = 2**52
FRAGMENTS = (
    *("会", "通知", "The ", " ", "\n", "\n\n\n", "\t", "＿＿", "８月２８日（五）！"),
    *("<b>", "</b>", "<a href='x'>", "&", "&amp;", "&#60;", '"', "<!--", "<tg-spoiler>"),
    *("😀", "👩🏽‍🏫", "🏳️‍🌈", "🇨🇳", "é", "\u0301\u0301\u0301", "ﷺ"),
    *("\u202e", "\u2067", "שלום", "مرحبا", "\u200b", "\u2060", "\x00", "\x07", "\ufffd"),
    *("{name}", "{0}", "%s", "\\n", "*_`[", "https://a.b/?x=1&y=<2>", "@everybody", "/notice"),
)
ANYTHING = st.one_of(
    st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=12).map("".join),
    st.builds(lambda part, times: part * times, st.sampled_from(FRAGMENTS), st.integers(1, 4096)),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60),
)
TEXTS = ANYTHING.map(lambda text: text[:4096] if units(text) <= 4096 else text[:2048])
NAMES = ANYTHING.map(lambda text: text[:129])
"""Telegram: 64 characters each of the first and the last name."""
MOMENTS = st.sampled_from([None, NOW + timedelta(days=1), NOW - timedelta(days=400)])


@st.composite
def answers(draw: st.DrawFn, form: str) -> Answer:
    """None yet, or one that this form asks for."""
    given = draw(st.sampled_from(["", *ANSWERS[form]]))
    details = {CHOSEN: "2,1", WRITTEN: draw(TEXTS), HANDED_IN: draw(NAMES)}
    amount = draw(st.sampled_from([1, 999_999])) if given in {COME, COUNTED} else None
    return Answer(answer=given, amount=amount, detail=details.get(given, ""))


@st.composite
def standings(draw: st.DrawFn, form: str, number: int) -> Standing:
    said = draw(answers(form))
    people = tuple(
        Liaison(
            id=BIG + place,
            name=draw(NAMES),
            is_reachable=draw(st.booleans()),
            is_deputy=draw(st.booleans()),
        )
        for place in range(draw(st.integers(0, 2)))
    )
    return Standing(
        organisation=organisation(number, draw(NAMES)),
        liaisons=people,
        answer=said.answer,
        amount=said.amount,
        detail=said.detail,
        reason=draw(TEXTS) if said.answer == DIFFICULTY else "",
        answered_by=draw(NAMES) if said.answer else "",
        answered_at=NOW if said.answer else None,
        is_noted=draw(st.booleans()),
        caller=draw(NAMES) if not said.answer and draw(st.booleans()) else "",
    )


@st.composite
def boards(draw: st.DrawFn, form: str, state: str, most: int = 5) -> Board:
    """A notice of this form in this state, and all that people have made of it."""
    everybody = draw(st.booleans())
    asked = 0 if everybody else draw(st.integers(0, most))
    stand = tuple(draw(standings(form, number)) for number in range(1, asked + 1))
    options = draw(st.lists(NAMES.map(lambda one: "".join(one.split())[:60] or "甲"), min_size=2))
    given = [one.answer for one in stand if one.answer]
    big = draw(st.booleans())
    one = notice(
        draw(TEXTS),
        id=BIG,
        number=None if state in {DRAFT, DISCARDED} else draw(st.sampled_from([1, 999_999_999])),
        state=state,
        form=form,
        weight=draw(st.sampled_from(WEIGHTS)),
        audience="everybody" if everybody else "all",
        options="\n".join(options[:10]),
        places=draw(st.sampled_from([None, 1, 9999])),
        deadline=draw(MOMENTS),
        author=draw(NAMES),
        decider=draw(NAMES),
        goes_private=draw(st.booleans()),
        asked=asked,
        answered=9_999_999 if big and everybody else len(given),
        difficulties=given.count(DIFFICULTY),
        coming=9_999_999 if big else 0,
        reads=9_999_999 if big else 0,
    )
    listed = draw(answers(form).filter(lambda answer: answer.answer))
    entry = Entry(name=draw(NAMES), is_waiting=big, **listed.model_dump())
    chosen = tuple(9_999_999 for _ in one.choices) if form in {"choice", "choices"} else ()
    return Board(notice=one, standings=stand, entries=(entry,) * (500 if big else 1), chosen=chosen)
