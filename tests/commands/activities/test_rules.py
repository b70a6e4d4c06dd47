"""Whose an activity is, who may correct it, and what a correction says."""

from commands.activities.faults import Fault
from commands.activities.rules import (
    QUESTIONS,
    Choice,
    choices,
    choose,
    has_choice,
    may_correct,
)
from commands.kit import Asker
from storage.activities import Correction
from storage.organisations import Organisation
from storage.people import Person
from tests.commands.activities.scene import ACTIVITY, TODAY, on


def organisation(number: int, short_name: str) -> Organisation:
    return Organisation(
        id=number,
        position=number,
        name=f"{short_name}党支部",
        short_name=short_name,
        category="community",
    )


TONGLE, UNICOM, DEPOT = (
    organisation(1, "同乐社区"),
    organisation(2, "联通"),
    organisation(3, "粮库"),
)
REGISTER = (TONGLE, UNICOM, DEPOT)


def asker(*organisations: Organisation, number: int = 7, is_staff: bool = False) -> Asker:
    return Asker(Person(id=number, is_staff=is_staff), organisations)


def test_one_organisation_is_the_reporters_own() -> None:
    assert choose(asker(DEPOT), REGISTER, "慰问同乐社区老人") == Choice(DEPOT)


def test_of_several_the_caption_names_it_else_it_is_a_guess() -> None:
    liu = asker(TONGLE, UNICOM)
    assert choose(liu, REGISTER, "8月13日 联 通义诊") == Choice(UNICOM)
    assert choose(liu, REGISTER, "8月13日 义诊") == Choice(TONGLE, is_guess=True)
    assert choose(liu, REGISTER, "同乐社区和联通") == Choice(TONGLE, is_guess=True)


def test_staff_name_the_organisation_or_leave_it_open() -> None:
    staff = asker(is_staff=True)
    assert choose(staff, REGISTER, "粮库 义诊") == Choice(DEPOT)
    assert choose(staff, REGISTER, "义诊") == Choice(None)
    assert choose(staff, REGISTER, "粮库和联通义诊") == Choice(None)


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


def test_each_question_reads_its_own_answer() -> None:
    answers = ["8月13日", "12人", "三十", "金秋\n助学"]
    read = [one.read(text, TODAY) for one, text in zip(QUESTIONS, answers, strict=True)]
    assert read == [
        Correction(held_on=on(8, 13)),
        Correction(served=12),
        Correction(joined=30),
        Correction(title="金秋 助学"),
    ]
    faults = [one.read("？", TODAY) for one in QUESTIONS]
    assert faults == [Fault.NO_DAY, Fault.NO_NUMBER, Fault.NO_NUMBER, Fault.NO_TITLE]


def test_a_receipt_offers_another_organisation_when_there_may_be_one() -> None:
    assert not has_choice(asker(DEPOT), ACTIVITY)
    assert has_choice(asker(TONGLE, DEPOT), ACTIVITY)
    assert has_choice(asker(is_staff=True), ACTIVITY)
    assert has_choice(asker(DEPOT), ACTIVITY.model_copy(update={"organisation_id": None}))
