"""Every panel of a draft, with anything that people write: Telegram takes it, a phone shows it."""

from itertools import product

import pytest

from commands.kit.posts import DATA_BYTES
from commands.notices.drafts import contents, previews
from commands.notices.drafts.panels import PANELS, Panel
from commands.notices.drafts.templates import AS_IT_IS, WITH_BLANKS
from commands.notices.layout import units
from locales import Words
from storage.attachments import Attachment
from storage.chats import Chat
from storage.drafts import Proposal
from storage.notices import DRAFT, Notice
from storage.rosters import Roster
from tests.commands.notices.scene import (
    ANY_HOUR,
    EN,
    HOSTILE,
    ZH,
    check_limits,
    labels,
    notice,
    organisation,
    studio,
)

TEXTS = (*HOSTILE, "会" * 4096, "时间：＿＿\n" * 500, "8月28日前" * 500, "")
BESIDE = 23
"""Units of a label that has another beside it: half of 360 pixels."""


def proposal(draft: Notice, name: str) -> Proposal:
    """With everything that a draft can have, under this name."""
    asked = tuple(organisation(number, name) for number in range(1, 31))
    whom = "some:1,2"
    return Proposal(
        notice=draft,
        organisations=asked,
        askable=asked,
        served=frozenset({1, 2}),
        reached=frozenset({1}),
        is_held=False,
        groups=(Chat(id=-1, title=name), Chat(id=-2, title=name)),
        rosters=tuple(Roster(id=n, name=name[:16], audience=whom, maker=name) for n in range(9)),
        attachments=tuple(
            Attachment(place=n, kind=kind, file_id="x", name=name, chat_id=1, message_id=n)
            for n, kind in enumerate(["photo", "video"] * 5 + ["document"] * 10)
        ),
    )


@pytest.mark.parametrize("panel", contents.ALL, ids=lambda panel: panel.name)
@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_a_panel_takes_whatever_people_write(panel: Panel, text: str) -> None:
    for words, page in product((ZH, EN), (WITH_BLANKS, AS_IT_IS)):
        draft = notice(text, state=DRAFT, number=None, panel=f"{panel.name}:{page}")
        check_limits(
            previews.preview(studio(words), ANY_HOUR, proposal(draft, text.strip() or "x"))
        )
        if panel.asks:
            post = contents.question(words, draft, panel)
            check_limits(post)
            assert 1 <= units(post.placeholder) <= DATA_BYTES


@pytest.mark.parametrize("words", [ZH, EN], ids=["zh", "en"])
@pytest.mark.parametrize("panel", ["", *(panel.name for panel in contents.ALL)])
def test_what_stands_beside_each_other_fits_a_narrow_phone(words: Words, panel: str) -> None:
    draft = notice("请于周五前反馈", state=DRAFT, number=None, panel=f"{panel}:1")
    post = previews.preview(studio(words), ANY_HOUR, proposal(draft, "兴隆社区党委"))
    for row in post.buttons:
        for key in row:
            wide = sum(2 if ord(character) > 0x2E7F else 1 for character in key.label)
            assert len(row) == 1 or wide <= BESIDE, (key.label, wide)
        assert len(row) <= 3


def test_every_panel_has_a_place_among_the_names() -> None:
    assert {panel.name for panel in contents.ALL} <= set(PANELS)
    assert len(set(PANELS)) == len(PANELS)


def test_the_preview_has_few_rows() -> None:
    draft = notice("请于周五前反馈", state=DRAFT, number=None)
    post = previews.preview(studio(ZH), ANY_HOUR, proposal(draft, "兴隆社区"))
    assert len(post.buttons) <= 8, labels(post)
