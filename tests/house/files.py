"""The project's own files, and what stands in them."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = (
    *("bot", "commands", "storage", "locales", "simulator", "tests"),
    *("benchmarks", "drills", "docs", "deploy", "examples", ".ci"),
)


def kept() -> list[Path]:
    """The project's own files, without what tools leave behind."""
    paths = [*ROOT.glob("[!.]*"), *(path for room in ROOMS for path in (ROOT / room).rglob("*"))]
    return sorted(path for path in paths if path.is_file() and "__pycache__" not in path.parts)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def words(path: Path) -> str:
    return path.read_text(encoding="utf-8")
