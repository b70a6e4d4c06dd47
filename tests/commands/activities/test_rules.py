"""Whose an activity is, who may correct it, and what a correction says."""

import pytest

from commands.activities.faults import Fault
from commands.activities.reporting.fields import (
    COLUMNS,
    DATE,
    HOURS,
    JOINED,
    MATERIALS,
    MONEY,
    PLACE,
    QUESTIONS,
    SERVED,
    TITLE,
    Question,
    chosen,
    mark_of,
)
from commands.activities.rules import choices, may_add, may_answer, may_correct, own_parts
from commands.kit import Asker
from storage.corrections import Correction
from storage.organisations import Organisation
from storage.people import Person
from storage.unsure import Unsure
from tests.commands.activities.scene import (
    ACTIVITY,
    DEPOT,
    REGISTER,
    TODAY,
    TONGLE,
    UNICOM,
    on,
    partner,
)


def asker(*organisations: Organisation, number: int = 7, is_staff: bool = False) -> Asker:
    return Asker(Person(id=number, is_staff=is_staff), organisations)


def test_the_reporter_its_liaisons_and_staff_may_correct() -> None:
    assert may_correct(asker(), ACTIVITY)
    assert may_correct(asker(DEPOT, number=8), ACTIVITY)
    assert may_correct(asker(number=8, is_staff=True), ACTIVITY)
    assert not may_correct(asker(UNICOM, number=8), ACTIVITY)
    nobodys = ACTIVITY.model_copy(update={"organisation_id": None})
    assert not may_correct(asker(number=8), nobodys)


def test_staff_may_choose_any_organisation_and_liaisons_their_own() -> None:
    assert choices(asker(is_staff=True), REGISTER) == REGISTER
    assert choices(asker(UNICOM), REGISTER) == (UNICOM,)


@pytest.mark.parametrize(
    ("question", "answer", "change"),
    [
        (DATE, "8月13日", Correction(held_on=on(8, 13))),
        (SERVED, "12人", Correction(served=12)),
        (JOINED, "三十", Correction(joined=30)),
        (TITLE, "金秋\n助学", Correction(title="金秋 助学")),
        (PLACE, "社区活动室", Correction(place="社区活动室")),
        (HOURS, "3", Correction(minutes=180)),
        (HOURS, "两个半小时", Correction(minutes=150)),
        (MONEY, "五千元", Correction(money=5000)),
        (MONEY, "12,860", Correction(money=12860)),
        (MATERIALS, "米面油20份", Correction(materials="米面油20份")),
    ],
)
def test_each_question_reads_its_own_answer(
    question: Question, answer: str, change: Correction
) -> None:
    assert question.read(answer, TODAY) == change


def test_words_that_are_no_answer_have_a_reason() -> None:
    faults = [one.read("？", TODAY) for one in QUESTIONS]
    assert faults == [
        *(Fault.NO_DAY, Fault.NO_NUMBER, Fault.NO_NUMBER, Fault.NO_TITLE),
        *(Fault.NO_PLACE, Fault.NO_HOURS, Fault.NO_MONEY, Fault.NO_MATERIALS),
    ]
    for question, answer, fault in (
        (DATE, "8月13日、8月20日", Fault.SEVERAL_DAYS),
        (DATE, "农历七月十五", Fault.LUNAR_DAY),
        (HOURS, "0", Fault.NO_HOURS),
        (HOURS, "9000小时", Fault.TOO_MANY_HOURS),
        (HOURS, "上午2小时，下午3小时", Fault.SEVERAL_NUMBERS),
        (MONEY, "-5", Fault.NEGATIVE_NUMBER),
        (MONEY, "12.5", Fault.NO_MONEY),
        (MONEY, "三亿", Fault.NO_MONEY),
        (MONEY, "900000000000", Fault.TOO_MUCH_MONEY),
        (MONEY, "5元和6元", Fault.SEVERAL_NUMBERS),
    ):
        assert question.read(answer, TODAY) == fault, answer


def test_a_candidates_button_means_it_only_as_long_as_it_is_offered() -> None:
    offered = {"served": Unsure(may_be=("20", "30")), "held_on": Unsure(may_be=("2016-08-13",))}
    activity = ACTIVITY.model_copy(update={"unsure": offered})
    served, day = COLUMNS.index("served"), COLUMNS.index("held_on")
    assert chosen(activity, served, mark_of("30")) == Correction(served=30)
    assert chosen(activity, day, mark_of("2016-08-13")) == Correction(held_on=on(8, 13))
    assert chosen(activity, served, mark_of("31")) is None
    assert chosen(ACTIVITY, served, mark_of("30")) is None
    assert chosen(activity, 99, 0) is None


def test_partners_add_photos_and_answer_for_themselves() -> None:
    named = partner(UNICOM, "named")
    joint = ACTIVITY.model_copy(update={"partners": (named, partner(TONGLE, "declined"))})
    unicom, tongle = asker(UNICOM, number=8), asker(TONGLE, number=9)
    assert may_add(unicom, joint)
    assert not may_add(tongle, joint)
    assert not may_correct(unicom, joint)
    assert may_answer(unicom, named)
    assert may_answer(asker(number=8, is_staff=True), named)
    assert not may_answer(tongle, named)
    assert own_parts(unicom, joint) == (named,)
    assert own_parts(tongle, joint) == ()
