"""The font for pictures: one with Chinese, of those that are on the machine."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

KNOWN = (
    "notosanscjk-regular",
    "notosanscjksc-regular",
    "notosanssc-regular",
    "sourcehansanssc-regular",
    "sourcehansans-regular",
    "notosanscjk",
    "notosanssc",
    "sourcehansans",
    "wqy-microhei",
    "wqy-zenhei",
    "droidsansfallbackfull",
    "droidsansfallback",
    "pingfang",
    "hiragino sans gb",
    "stheiti medium",
)
"""How their files' names begin, without capitals: Linux distributions and macOS, best first."""
SUFFIXES = frozenset({".ttf", ".ttc", ".otf", ".otc"})


def folders() -> tuple[Path, ...]:
    """Where fontconfig looks by default, and macOS."""
    home = Path.home()
    data = os.environ.get("XDG_DATA_HOME") or home / ".local" / "share"
    own = (Path(data) / "fonts", home / ".fonts", home / "Library" / "Fonts")
    shared = ("/usr/share/fonts", "/usr/local/share/fonts", "/System/Library/Fonts")
    return (*own, *map(Path, shared), Path("/Library/Fonts"))


def chinese_font(chosen: Path | None, where: Iterable[Path] | None = None) -> Path | None:
    """The office's choice, or the best of the machine's; None: there is none that we know.

    Looks each time, so that a font that was just installed is found.
    """
    if chosen is not None:
        return chosen
    found = [(rank, str(path)) for path in _files(where or folders()) if (rank := _rank(path)) >= 0]
    return Path(min(found)[1]) if found else None


def _rank(path: Path) -> int:
    name = path.stem.lower()
    return next((place for place, begin in enumerate(KNOWN) if name.startswith(begin)), -1)


def _files(where: Iterable[Path]) -> Iterator[Path]:
    for folder in where:
        for parent, _, names in os.walk(folder):
            for path in (Path(parent, name) for name in names):
                if path.suffix.lower() in SUFFIXES:
                    yield path
