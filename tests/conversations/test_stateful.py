"""Any talk, in any order and with restarts in between, ends as the model says.

Every run tries the same talks; with `GONGJIAN_TALKS=200` it tries so many others (`make soak`).
"""

import asyncio
import os
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings, strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import Update, update

import storage.sendings
from storage.tables import notices
from tests.conversations.alliance import GROUP, STAFF
from tests.conversations.comparing import PEOPLE, SECOND_GROUP, Comparing, picked
from tests.conversations.deciding import Deciding
from tests.conversations.model import DIFFICULTY, DISCARD, RECEIVED, Notice
from tests.vocabulary.resting import RestingLoop

pytestmark = pytest.mark.slow  # it starts the program, or talks for long

TALKS = os.environ.get("GONGJIAN_TALKS")
BOUNDED = settings(
    max_examples=int(TALKS or 6),
    stateful_step_count=15,
    derandomize=TALKS is None,
    deadline=None,
    database=None,
    print_blob=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
ORGANISATIONS = ("军干四所", "惠济法院", "兴隆粮库")

people = st.sampled_from(PEOPLE)
deciders = st.sampled_from((*STAFF, *PEOPLE))
"""Half of them may."""
places = st.sampled_from((GROUP, SECOND_GROUP, ""))
answers = st.sampled_from((RECEIVED, DIFFICULTY))
reasons = st.sampled_from(("没有车", "派不出人", "那天停电"))
numbers = st.integers(0, 11)
"""Which one of those that there are."""
organisations = st.sampled_from(ORGANISATIONS)


class Talks(RuleBasedStateMachine):
    """People do what they may and what they may not; the model says what comes of it."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.runner = asyncio.Runner(loop_factory=RestingLoop)
        self.both = Comparing(folder)
        self.model = self.both.model
        self.run(self.both.begin())

    @property
    def drafts(self) -> Deciding:
        return self.both.drafts

    def run(self, talk: Coroutine[Any, Any, object]) -> None:
        self.runner.run(talk)

    def teardown(self) -> None:
        self.run(self.both.end())
        self.runner.close()

    @initialize(place=places)
    def begin_with_a_draft(self, place: str) -> None:
        self.run(self.drafts.compose(STAFF[0], self.both.groups.get(place)))

    @rule(name=deciders, place=places)
    def compose(self, name: str, place: str) -> None:
        self.run(self.drafts.compose(name, self.both.groups.get(place)))

    @precondition(lambda self: self.model.notices)
    @rule(name=deciders, number=numbers, group=numbers)
    def send(self, name: str, number: int, group: int) -> None:
        notice = picked(self.model.notices, number)
        self.run(self.drafts.decide(name, notice, picked(notice.groups, group)))

    @precondition(lambda self: self.model.drafts)
    @rule(who=numbers, number=numbers, group=numbers, name=deciders)
    def send_and_take_back(self, who: int, number: int, group: int, name: str) -> None:
        notice = picked(self.model.drafts, number)
        decision = picked(notice.groups, group)
        self.run(self.drafts.decide(picked(sorted(self.model.staff), who), notice, decision))
        self.run(self.drafts.take_back(name, notice))

    @precondition(lambda self: self.model.notices)
    @rule(name=deciders, number=numbers)
    def take_back(self, name: str, number: int) -> None:
        self.run(self.drafts.take_back(name, picked(self.model.notices, number)))

    @precondition(lambda self: self.model.notices)
    @rule(name=deciders, number=numbers)
    def discard(self, name: str, number: int) -> None:
        self.run(self.drafts.decide(name, picked(self.model.notices, number), DISCARD))

    @precondition(lambda self: self.model.notices)
    @rule(number=numbers, who=st.tuples(numbers, numbers), what=st.tuples(numbers, numbers))
    def decide_at_once(self, number: int, who: tuple[int, int], what: tuple[int, int]) -> None:
        notice, staff = picked(self.model.notices, number), sorted(self.model.staff)
        names = (picked(staff, who[0]), picked(staff, who[1]))
        decisions = (picked(notice.decisions, what[0]), picked(notice.decisions, what[1]))
        self.run(self.drafts.decide_at_once(names, notice, decisions))

    @precondition(lambda self: self.model.sent)
    @rule(name=people, number=numbers, given=answers)
    def answer(self, name: str, number: int, given: str) -> None:
        self.run(self.both.answer(name, self._sent(number), given))

    @precondition(lambda self: self.model.sent)
    @rule(names=st.sets(people, min_size=1), number=numbers, given=answers)
    def answer_while_it_restarts(self, names: set[str], number: int, given: str) -> None:
        self.run(self.both.answer_while_it_restarts(names, self._sent(number), given))

    @precondition(lambda self: self.model.sent)
    @rule(name=people, number=numbers, reason=reasons)
    def explain(self, name: str, number: int, reason: str) -> None:
        self.run(self.both.explain(name, self._sent(number), reason))

    @precondition(lambda self: self.model.sent)
    @rule(name=people, number=numbers)
    def ask_who_is_missing(self, name: str, number: int) -> None:
        self.run(self.both.ask_who_is_missing(name, self._sent(number)))

    @rule(asker=people, name=people, organisation=organisations)
    def appoint(self, asker: str, name: str, organisation: str) -> None:
        self.run(self.both.point_out(asker, name, f"/liaison {organisation}"))
        if asker in self.model.staff:
            self.model.appoint(name, organisation)

    @precondition(lambda self: self.model.liaisons)
    @rule(asker=numbers, pair=numbers)
    def dismiss(self, asker: int, pair: int) -> None:
        name, organisation = picked(list(self.model.pairs()), pair)
        staff = picked(sorted(self.model.staff), asker)
        self.run(self.both.remove(staff, name, f"/org {organisation}"))
        self.model.dismiss(name, organisation)

    @rule(asker=people, name=people)
    def make_staff(self, asker: str, name: str) -> None:
        self.run(self.both.point_out(asker, name, "/staff"))
        if asker in self.model.staff:
            self.model.staff.add(name)

    @precondition(lambda self: len(self.model.staff) > 1)
    @rule(asker=numbers, other=numbers)
    def take_staff(self, asker: int, other: int) -> None:
        staff = sorted(self.model.staff)
        stays = staff.pop(asker % len(staff))
        leaves = picked(staff, other)
        self.run(self.both.remove(stays, leaves, "/staff"))
        self.model.staff.remove(leaves)

    @rule()
    def restart(self) -> None:
        self.run(self.both.alliance.restart())

    @invariant()
    def the_cards_are_right(self) -> None:
        self.run(self.both.look_at_cards())

    def _sent(self, number: int) -> Notice:
        return picked(self.model.sent, number)


def hold_talks(folders: pytest.TempPathFactory, bounds: settings) -> None:
    class InAFolder(Talks):
        def __init__(self) -> None:
            super().__init__(folders.mktemp("talk"))

    run_state_machine_as_test(InAFolder, settings=bounds)


def test_any_talk_ends_as_the_model_says(tmp_path_factory: pytest.TempPathFactory) -> None:
    hold_talks(tmp_path_factory, BOUNDED)


def decidable(notice_id: int) -> Update:
    """Every notice, also one that was decided before."""
    return update(notices).where(notices.c.id == notice_id)


def test_a_draft_that_can_be_decided_twice_is_found_out(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage.sendings, "_undecided", decidable)
    deciding = r"state\.(send|send_and_take_back|discard|decide_at_once)\(.*\)\nstate\.teardown"
    with pytest.raises(AssertionError, match=deciding):
        hold_talks(tmp_path_factory, settings(BOUNDED, max_examples=30, derandomize=True))
