"""Who exactly will be asked: by category, each with how it hears of the notice."""

import pytest

from commands.notices.drafts import previews
from commands.notices.drafts.panels import ROLL
from storage.chats import Chat
from storage.drafts import Proposal
from storage.notices import DRAFT
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


def proposal(count: int, page: int = 1, name: str = "单位") -> Proposal:
    """The first two can be reached, the first three have a liaison."""
    asked = tuple(organisation(number, name) for number in range(1, count + 1))
    return Proposal(
        notice=notice(state=DRAFT, number=None, panel=f"{ROLL}:{page}"),
        organisations=asked,
        askable=asked,
        served=frozenset({1, 2, 3}),
        reached=frozenset({1, 2}),
        groups=(Chat(id=-1, title="刘寨共建联盟"),),
    )


def test_each_organisation_stands_in_its_category_with_how_it_hears() -> None:
    post = previews.preview(studio(ZH), ANY_HOUR, proposal(5))
    assert post.text.splitlines() == [
        "📋 <b>将请 5 家单位反馈</b>",
        "",
        "<b>社区 1 家</b>",
        "⚠️ 单位4",
        "",
        "<b>非公企业 2 家</b>",
        "📩 单位1",
        "⚠️ 单位5",
        "",
        "<b>社会组织 1 家</b>",
        "📩 单位2",
        "",
        "<b>驻区单位 1 家</b>",
        "🔕 单位3",
        "",
        "📩 能私信联络员 · 🔕 联络员没开私聊 · ⚠️ 没有联络员",
    ]
    assert labels(post) == ["◀ 返回"]
    english = previews.preview(studio(EN), ANY_HOUR, proposal(5))
    assert "5 organisations will be asked" in english.text


@pytest.mark.parametrize("name", ["单位", "<b>&", "😀" * 30, *HOSTILE])
def test_hundreds_are_on_pages_and_none_is_missing(name: str) -> None:
    first = previews.preview(studio(ZH), ANY_HOUR, proposal(900, name=name))
    check_limits(first)
    count = int(labels(first)[0].strip("▶ ").partition("/")[2])
    pages = [
        previews.preview(studio(ZH), ANY_HOUR, proposal(900, page, name))
        for page in range(1, count + 1)
    ]
    shown = "\n".join(page.text for page in pages).splitlines()
    assert sum(line[:1] in "📩🔕⚠" and " · " not in line for line in shown if line) == 900
