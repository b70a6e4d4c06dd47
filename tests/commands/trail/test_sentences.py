"""Every entry of the record is a sentence in both languages, also those that nobody foresaw."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from commands.trail.rules import ACTIVITY, NOTICE, Scope, numbered, scope_of
from commands.trail.sentences import Teller
from commands.trail.subjects import FIELDS, TOPICS, told
from commands.trail.views import changes, unknown, which
from locales import LANGUAGES, Catalogues, plain
from storage.tables import metadata
from storage.trails import Entry, Names, Section

AT = datetime(2026, 8, 24, 7, 2, tzinfo=UTC)
NAMES = Names(
    organisations={2: "兴隆社区", 3: "同乐社区"},
    people={1001: "王芳", 2001: "李强"},
    notices={7: 12, 8: None},
    activities={5: "义诊"},
    tags={4: "读书"},
)
SHOWN = [name for _, names in TOPICS for name in names]


def teller(language: str = "zh_CN") -> Teller:
    words = Catalogues("zh_CN", zone=ZoneInfo("Asia/Shanghai")).words(language)
    return Teller(words, NAMES)


def entry(subject: str, before: Any, after: Any, **more: Any) -> Entry:  # noqa: ANN401 - columns
    known: dict[str, Any] = {
        "organisation_id": None,
        "person_id": None,
        "notice_id": None,
        "activity_id": None,
    }
    known |= {"seq": 1, "at": AT, "doer": "person", "doer_id": 1001, "key": (1,)} | more
    return Entry.model_validate(known | {"subject": subject, "before": before, "after": after})


SAID = [
    (
        entry("organisations", {"address": ""}, {"address": "南街2号"}, organisation_id=2),
        "修改“兴隆社区”：地址由“空”改为“南街2号”",
    ),
    (
        entry("liaisons", None, {"is_deputy": 0}, organisation_id=3, person_id=2001),
        "把李强设为“同乐社区”联络员",
    ),
    (
        entry("liaisons", {"is_deputy": 1}, None, organisation_id=3, person_id=2001),
        "李强不再担任“同乐社区”联络员",
    ),
    (entry("people", {"is_staff": 0}, {"is_staff": 1}, person_id=2001), "把李强设为工作人员"),
    (
        entry("people", {"is_staff": 1}, {"is_staff": 0}, person_id=2001),
        "取消了李强的工作人员身份",
    ),
    (
        entry("answers", None, {"answer": "come", "amount": 3}, organisation_id=2, notice_id=7),
        "代表“兴隆社区”答复通知 12：参加 (3)",
    ),
    (
        entry(
            "answers",
            {"answer": "received"},
            {"answer": "difficulty"},
            organisation_id=2,
            notice_id=7,
        ),
        "修改“兴隆社区”对通知 12的答复：答复由“收到”改为“有困难”",
    ),
    (
        entry("answers", {"answer": "come"}, None, organisation_id=2, notice_id=7),
        "撤回了“兴隆社区”对通知 12的答复",
    ),
    (
        entry("notices", {"state": "draft"}, {"state": "open"}, notice_id=7),
        "修改通知 12：状态由“草稿”改为“已发出”",
    ),
    (
        entry(
            "notices",
            {"deadline": None},
            {"deadline": "2026-08-25T07:00:00.000000+00:00"},
            notice_id=7,
        ),
        "截止时间由“空”改为“8月25日 周二 15:00”",
    ),
    (entry("activity_tags", None, {"tag_id": 4}, activity_id=5), "给活动 5“义诊”加上标签“读书”"),
    (
        entry("activities", {"served": 20}, {"served": 30}, activity_id=5),
        "服务人数由“20”改为“30”",
    ),
    (
        entry("preferences", {"value": "off"}, {"value": "on"}, key=("month",)),
        "修改月度图片：设置由“off”改为“on”",
    ),
]


@pytest.mark.parametrize(("one", "said"), SAID, ids=[said for _, said in SAID])
def test_it_is_said_as_people_say_it(one: Entry, said: str) -> None:
    line = plain(teller().line(one))
    assert line.startswith("王芳 8月24日 周一 15:02：")
    assert said in line


def test_what_was_blanked_says_so() -> None:
    blanked = entry("answers", None, None, doer="", doer_id=None, is_blanked=True, key=())
    line = plain(teller().line(blanked))
    assert line.startswith("已注销的成员")
    assert "内容已按当事人的要求删除" in line


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("subject", SHOWN)
def test_each_table_has_sentences_for_all_that_may_happen(subject: str, language: str) -> None:
    row = dict.fromkeys(FIELDS.get(subject, {"id": ""}), "x")
    for before, after in ((None, row), (row, row | {"name": "y"}), (row, None)):
        one = entry(subject, before, after, doer="job notices.close", doer_id=None)
        assert plain(teller(language).line(one))


def test_what_is_told_is_there() -> None:
    for name, fields in FIELDS.items():
        assert fields.keys() <= {column.name for column in metadata.tables[name].columns}
    assert told(0).keys() == set(SHOWN) == told(99).keys()
    assert told(4).keys() == {"answers"}


@given(st.lists(st.integers(-(2**52), 2**52), max_size=6))
def test_whatever_a_button_says_it_is_a_scope(numbers: list[int]) -> None:
    scope = scope_of(numbers)
    section = Section(entries=(), count=0, names=NAMES)
    post = changes(teller().words, scope, section)
    assert scope.page >= 1
    assert "还没有变更" in post.text


def test_a_number_names_a_notice_or_an_activity() -> None:
    assert numbered("通知 12") == numbered("12") == numbered("Notice #12") == (NOTICE, 12)
    assert numbered("活动5") == numbered("activity 5") == (ACTIVITY, 5)
    assert numbered("兴隆社区") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_offer_what_they_speak_of(language: str) -> None:
    entries = tuple(one for one, _ in SAID)
    post = changes(teller(language).words, Scope(), Section(entries=entries, count=40, names=NAMES))
    data = [one.data for row in post.buttons for one in row]
    assert {"trail.show:1:2:0:1", "trail.show:3:7:0:1", "trail.show:0:0:0:2"} <= set(data)
    assert unknown(teller(language).words, "无").buttons
    assert len(which(teller(language).words, "李", [(2, 2001, "李强")]).buttons) == 1
