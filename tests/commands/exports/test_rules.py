"""Which export somebody means."""

import pytest
from markupsafe import Markup

from commands.exports.rules import chosen, exports_of
from commands.kit import Export, Feature, Role, Talk


async def handle(_talk: Talk, _args: str, _chat_id: int) -> Markup | None:
    return None


NOTICE = Export("notice", ("通知",), "a sheet", handle, "12", by_number=True)
BOARD = Export("board", ("看板",), "a picture", handle, "12")
MONTH = Export("month", ("月报", "通知月报"), "a month", handle, "8", by_number=True)
OPEN = Export("open", ("公开",), "for all", handle, "", who=Role.MEMBER)
EXPORTS = (NOTICE, BOARD)


@pytest.mark.parametrize(
    ("said", "export", "args"),
    [
        ("notice 12", NOTICE, "12"),
        ("NOTICE 12", NOTICE, "12"),
        ("notice12", NOTICE, "12"),
        ("notice", NOTICE, ""),
        ("通知 12", NOTICE, "12"),
        ("通知12号", NOTICE, "12号"),
        ("通知：１２", NOTICE, "12"),
        ("board #3", BOARD, "#3"),
        ("看板3", BOARD, "3"),
        ("12", NOTICE, "12"),
        ("第12号", NOTICE, "第12号"),
        ("noticeboard 1", None, "noticeboard 1"),
        ("", None, ""),
        ("everything", None, "everything"),
    ],
)
def test_names_in_both_languages_and_a_number_alone(
    said: str, export: Export | None, args: str
) -> None:
    assert chosen(EXPORTS, said) == (export, args)


def test_a_number_that_could_mean_two_is_asked_about() -> None:
    assert chosen((NOTICE, MONTH), "12") == (None, "12")


def test_the_longer_name_is_meant() -> None:
    assert chosen((NOTICE, MONTH), "通知月报 8") == (MONTH, "8")


def test_a_role_sees_its_own_exports() -> None:
    features = (Feature("one", "One", exports=(NOTICE,)), Feature("two", "Two", exports=(OPEN,)))
    assert exports_of(features, Role.STAFF) == (NOTICE, OPEN)
    assert exports_of(features, Role.MEMBER) == (OPEN,)
