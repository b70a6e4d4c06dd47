"""How words stand in the index, and how a question is put to it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given, strategies as st

from storage import spellings

TEXTS = (
    ("义诊和免费体检", "8月13日，粮运社区门口，服务30人"),
    ("2016年度金秋助学", "兴隆粮库、兴隆社区 autumn study aid"),
    ("中国银行重庆路支行", "长者食堂"),
)


@pytest.fixture(scope="module")
def index() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as file:
        file.execute("CREATE VIRTUAL TABLE findings USING fts5(title, sounds, body)")
        for number, (title, body) in enumerate(TEXTS):
            row = spellings.index(title), spellings.sounds(title), spellings.index(body)
            file.execute(
                "INSERT INTO findings (rowid, title, sounds, body) VALUES (?, ?, ?, ?)",
                (number, *row),
            )
        yield file


def found(index: sqlite3.Connection, match: str) -> list[int]:
    asked = "SELECT rowid FROM findings WHERE findings MATCH ? ORDER BY rowid"
    return [number for (number,) in index.execute(asked, (match,))]


@pytest.mark.parametrize(
    ("text", "spelt"),
    [
        ("义诊", "义诊 诊"),
        ("义", "义"),
        ("８月13日 ＡＢＣ", "8 月 13 日 abc"),
        ("清华园，2016", "清华 华园 园 2016"),
        ("…（）", ""),
    ],
)
def test_chinese_stands_in_pairs(text: str, spelt: str) -> None:
    assert spellings.index(text) == spelt


def test_a_name_is_spelt_from_each_of_its_places_on() -> None:
    assert spellings.sounds("义诊 Day").split() == ["yizhen", "yz", "zhen", "z"]
    assert {"yinxing", "yinhang"} <= set(spellings.sounds("银行").split())
    assert spellings.spell("清华园") == "qinghuayuan"


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        *[("义诊", [0]), ("义", [0]), ("诊", [0]), ("义诊和", [0]), ("诊义", []), ("体检门口", [])],
        *[("8月", [0]), ("13", [0]), ("8月1", [0]), ("粮运 30人", [0]), ("2016年", [1])],
        *[("yizhen", [0]), ("yz", [0]), ("tijian", [0]), ("YiZhen", [0]), ("zhenhe", [0])],
        *[("jinqiu zhuxue", [1]), ("jqzx", [1]), ("Autumn", [1]), ("aut", [1])],
        *[("yinhang", [2]), ("chongqing", [2]), ("zhongqing", [2]), ("长者", [2])],
        ("金秋 study", [1]),
    ],
)
def test_what_a_question_finds(index: sqlite3.Connection, words: str, numbers: list[int]) -> None:
    assert found(index, spellings.asked(spellings.words(words))) == numbers


def test_a_long_word_may_stand_in_pieces(index: sqlite3.Connection) -> None:
    assert found(index, spellings.in_pieces(("义诊体检",))) == [0]
    assert found(index, spellings.in_pieces(("粮运义诊体检",))) == [0]
    assert found(index, spellings.in_pieces(("粮运助学",))) == []


def test_what_sounds_alike_is_found_by_its_sound(index: sqlite3.Connection) -> None:
    assert found(index, spellings.alike(("一诊",))) == [0]
    assert spellings.alike(("诊",)) == spellings.alike(("abc",)) == ""


@pytest.mark.parametrize(
    "words",
    [
        *['"', "''", '"义诊', "义诊*", "^义诊", "-义诊", "(", "NEAR(义诊 体检, 2)", "义诊 AND"],
        *["OR", "title:义诊", "{title}: 义", "NOT 义诊", "+", "\0", "义\0诊", "%", "_", "\\"],
        *["; DROP TABLE", "🎉义诊", "义诊" * 500, "a " * 500, "\ud800", "ß", "İ", "①", "½"],
        *["ﬁ", "𠀀", "؟", "e\u0301"],
    ],
)
def test_no_words_are_syntax(index: sqlite3.Connection, words: str) -> None:
    question = spellings.words(words)
    for match in _all(question):
        found(index, match)


@given(st.text(max_size=80))
def test_no_text_at_all_is_syntax(words: str) -> None:
    with closing(sqlite3.connect(":memory:")) as file:
        file.execute("CREATE VIRTUAL TABLE findings USING fts5(title, sounds, body)")
        file.execute(
            "INSERT INTO findings VALUES (?, ?, '')",
            (spellings.index(words), spellings.sounds(words)),
        )
        for match in _all(spellings.words(words)):
            found(file, match)


def _all(question: tuple[str, ...]) -> list[str]:
    if not question:
        return []
    matches = [
        spellings.asked(question),
        spellings.asked(question, spellings.NAMES),
        spellings.first(question[:1]),
        spellings.in_pieces(question),
        spellings.alike(question),
        spellings.alike_first(question),
    ]
    return [match for match in matches if match]
