"""What the sheet keeps of the record: reasons whole, who wrote an answer down, who is a deputy."""

from commands.notices.files.sheets import workbook
from storage.notices import DIFFICULTY, RECEIVED
from storage.people import Liaison
from storage.sheets import Change, Sheet
from tests.commands.notices.test_sheets import CHINESE, NOW, line, made, notice
from tests.vocabulary.workbooks import leaves

LONG = "没有车，" * 1024
"""As long as a message of Telegram's can be."""


def test_the_longest_reason_is_whole() -> None:
    assert made(line(1, DIFFICULTY, LONG))[0].cells["F6"] == LONG


def test_who_wrote_it_down_and_who_is_deputy_can_be_told() -> None:
    noted = line(1, RECEIVED, by="王主任").model_copy(
        update={
            "is_noted": True,
            "liaisons": (Liaison(id=1, name="陈姐"), Liaison(id=2, name="小陈", is_deputy=True)),
        }
    )
    answers = made(noted)[0]
    assert answers.cells["G6"] == "王主任代记"
    assert answers.cells["K6"] == "陈姐、小陈（副）"


def test_the_history_has_what_was_explained_and_by_whom() -> None:
    change = Change(
        answer=DIFFICULTY,
        organisation="兴隆社区党支部",
        person="王主任",
        at=NOW,
        reason=LONG,
        is_noted=True,
    )
    sheet = Sheet(notice=notice(), lines=(line(1),), changes=(change,), readings=())
    history = next(
        leaf for leaf in leaves(workbook(CHINESE, sheet, NOW)) if leaf.name == "变更记录"
    )
    assert history.cells["B2"] == "王主任代记"
    assert history.cells["G2"] == LONG
