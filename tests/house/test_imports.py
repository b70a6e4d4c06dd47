"""Imports go one way: bot -> commands -> storage, locales; the simulator stands alone."""

import ast
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parents[2]
FEATURES = ROOT / "commands"
MAY_KNOW = {
    "bot": {"commands", "storage", "locales"},
    "commands": {"storage", "locales"},
    "storage": set[str](),
    "locales": set[str](),
    "simulator": set[str](),
    "drills": {"bot", "commands", "storage", "locales", "simulator"},
}
OUTSIDE = {
    "telegram": {"bot", "drills"},
    "httpx": {"bot", "simulator"},
    "sqlalchemy": {"bot", "storage", "drills"},  # the bot: only `AsyncConnection`, for transactions
    "alembic": {"storage"},
    "chinese_calendar": {"commands"},
    "starlette": {"simulator"},
    "uvicorn": {"simulator"},
}


@pytest.fixture(scope="module")
def imports() -> list[tuple[str, str]]:
    """Who imports whom, by module; libraries by their name alone."""
    graph = grimp.build_graph(*MAY_KNOW, include_external_packages=True, cache_dir=None)
    return [
        (importer, imported)
        for imported in sorted(graph.modules)
        for importer in sorted(graph.find_modules_that_directly_import(imported))
    ]


def room(module: str) -> str:
    return module.partition(".")[0]


def feature(module: str) -> str | None:
    """The feature that a module of ours belongs to; the kit is none."""
    parts = module.split(".")
    return parts[1] if parts[0] == "commands" and len(parts) > 1 and parts[1] != "kit" else None


def test_a_room_knows_only_the_rooms_below_it(imports: list[tuple[str, str]]) -> None:
    wrong = [
        (importer, imported)
        for importer, imported in imports
        if room(imported) in MAY_KNOW.keys() - MAY_KNOW[room(importer)] - {room(importer)}
    ]
    assert wrong == []


def test_a_feature_never_imports_another(imports: list[tuple[str, str]]) -> None:
    pairs = [(feature(importer), feature(imported)) for importer, imported in imports]
    assert [pair for pair in pairs if all(pair) and pair[0] != pair[1]] == []


def test_the_kit_knows_no_feature(imports: list[tuple[str, str]]) -> None:
    assert [one for one in imports if one[0].startswith("commands.kit") and feature(one[1])] == []


@pytest.mark.parametrize("library", sorted(OUTSIDE))
def test_a_library_stays_in_its_room(imports: list[tuple[str, str]], library: str) -> None:
    rooms = {room(importer) for importer, imported in imports if room(imported) == library}
    assert rooms <= OUTSIDE[library]


def test_the_rule_is_asked_of_what_there_is(imports: list[tuple[str, str]]) -> None:
    assert {room(importer) for importer, _ in imports} == set(MAY_KNOW)
    assert ("bot.dispatch", "telegram") in imports
    assert ("commands.kit.talk", "storage.people") in imports


@pytest.mark.parametrize(
    "path", sorted(FEATURES.glob("*/rules.py")), ids=lambda path: str(path.parent.name)
)
def test_rules_are_pure(path: Path) -> None:
    """A decision neither waits nor reads the clock."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    waits = [node for node in ast.walk(tree) if isinstance(node, (ast.AsyncFunctionDef, ast.Await))]
    clocks = [
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in {"now", "today", "utcnow"}
    ]
    assert (waits, clocks) == ([], [])
