"""A font with Chinese is found where systems keep them, or none is."""

from pathlib import Path

import pytest

from bot.fonts import chinese_font


def install(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"")


def test_the_best_of_what_there_is_is_taken(tmp_path: Path) -> None:
    install(tmp_path, "truetype/dejavu/DejaVuSans.ttf", "opentype/noto/NotoSansCJK-Bold.ttc")
    install(tmp_path, "truetype/wqy/wqy-microhei.ttc", "opentype/noto/NotoSansCJK-Regular.ttc")
    found = chinese_font(None, [tmp_path / "nowhere", tmp_path])
    assert found == tmp_path / "opentype/noto/NotoSansCJK-Regular.ttc"


@pytest.mark.parametrize(
    "name",
    [
        "truetype/wqy/wqy-zenhei.ttc",
        "truetype/droid/DroidSansFallbackFull.ttf",
        "PingFang.TTC",
        "google-noto-sans-cjk-vf-fonts/NotoSansCJK-VF.ttc",
    ],
)
def test_what_systems_bring_along_is_known(tmp_path: Path, name: str) -> None:
    install(tmp_path, "DejaVuSans.ttf", name, "wqy-microhei.txt")
    assert chinese_font(None, [tmp_path]) == tmp_path / name


def test_there_may_be_none(tmp_path: Path) -> None:
    install(tmp_path, "DejaVuSans.ttf")
    assert chinese_font(None, [tmp_path]) is None


def test_the_offices_choice_goes_first(tmp_path: Path) -> None:
    install(tmp_path, "wqy-microhei.ttc")
    assert chinese_font(tmp_path / "own.ttf", [tmp_path]) == tmp_path / "own.ttf"
