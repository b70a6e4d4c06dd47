"""Names of exported files and photos: they tell, and every system takes them."""

from datetime import date
from itertools import islice
from pathlib import Path

from hypothesis import given, strategies as st

from commands.activities.ledger import names
from locales import Catalogues
from storage.ledgers import Shot
from tests.commands.activities.ledgers import entry, ledger

CHINESE, ENGLISH = Catalogues().words("zh_CN"), Catalogues().words("en")
PHOTO = Shot(path="a.jpg", bytes=1, is_film=False)
FILM = Shot(path="a.mp4", bytes=1, is_film=True)
WINDOWS = set('<>:"/\\|?*')


def test_a_photo_says_when_whose_and_what() -> None:
    told = names.of_photos(CHINESE, [entry(photos=(PHOTO, FILM, PHOTO))])
    assert [name for *_, name in told] == [
        "2026-08-13_兴隆粮库_义诊_1.jpg",
        "2026-08-13_兴隆粮库_义诊_2.jpg",
    ]


def test_what_is_not_known_is_left_out() -> None:
    bare = entry(organisation="", held_on=None, photos=(PHOTO,))
    assert next(names.of_photos(CHINESE, [bare]))[2] == "日期未填_义诊_1.jpg"


def test_two_activities_of_one_name_share_the_numbers() -> None:
    both = [entry(1, title="Clinic", photos=(PHOTO,)), entry(2, title="CLINIC", photos=(PHOTO,))]
    assert [name[-6:] for *_, name in names.of_photos(CHINESE, both)] == ["_1.jpg", "_2.jpg"]


def test_devices_of_windows_are_no_names() -> None:
    for title in ("CON", "aux", "nul.txt", "COM1"):
        *_, name = next(names.of_photos(CHINESE, [entry(title=title, photos=(PHOTO,))]))
        assert name.startswith("2026-08-13_兴隆粮库_")
    assert names.piece("con") != "con"


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_words_make_a_name_for_every_system(title: str, organisation: str) -> None:
    one = entry(title=title, organisation=organisation, photos=(PHOTO,))
    *_, name = next(names.of_photos(CHINESE, [one]))
    assert not WINDOWS & set(name)
    assert all(character.isprintable() for character in name)
    assert len(name.encode()) <= 240
    assert Path(name).name == name
    assert name.endswith("_1.jpg")


def test_a_ledger_is_called_after_what_it_is_of() -> None:
    august = {"first": date(2016, 8, 1), "last": date(2016, 8, 31)}
    year = {"first": date(2016, 1, 1), "last": date(2016, 12, 31)}
    assert names.title(CHINESE, ledger()) == "活动台账"
    assert names.title(CHINESE, ledger(**august)) == "2016年8月活动台账"
    own = ledger(**year, organisation="清华园社区")
    assert names.title(CHINESE, own) == "清华园社区2016年活动台账"
    assert names.title(ENGLISH, own) == "Ledger of activities: 清华园社区, the year 2016"
    assert names.of_file(CHINESE, own, "台账", ".xlsx") == "台账_清华园社区_2016年.xlsx"


def test_no_name_is_made_before_it_is_asked_for() -> None:
    many = (entry(number, photos=(PHOTO,)) for number in range(10**9))
    assert len(list(islice(names.of_photos(CHINESE, many), 3))) == 3
