"""Whatever a feature asks the storage is measured in a large alliance, or excused with a reason."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from benchmarks.asked import EXCUSED, LISTED
from tests.house.files import ROOT

MEASURED = {name.partition(" ")[0] for name in LISTED}


def queries() -> set[str]:
    """Every `@query` of the storage, as module and function."""
    return {
        f"{path.stem}.{node.name}"
        for path in (ROOT / "storage").glob("*.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.AsyncFunctionDef)
        and any(isinstance(one, ast.Name) and one.id == "query" for one in node.decorator_list)
    }


def asked_in(path: Path) -> Iterator[str]:
    """What of the storage a module calls by its module's name, or imports by its own."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    modules: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "storage":
            modules |= {one.asname or one.name: one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("storage."):
            room = (node.module or "").removeprefix("storage.")
            yield from (f"{room}.{one.name}" for one in node.names)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield f"{modules.get(node.value.id, '')}.{node.attr}"


@cache
def asked() -> set[str]:
    """Every `@query` that a feature uses."""
    return {
        name for path in (ROOT / "commands").rglob("*.py") for name in asked_in(path)
    } & queries()


def test_every_query_of_a_feature_is_measured_or_excused() -> None:
    assert sorted(asked() - MEASURED - EXCUSED.keys()) == [], "benchmarks/asked.py lists them"


def test_nothing_is_listed_that_is_not_there() -> None:
    assert sorted((MEASURED | EXCUSED.keys()) - queries()) == []
    assert MEASURED & EXCUSED.keys() == set()
    assert all(EXCUSED.values())


@pytest.mark.parametrize("name", ["people.known", "visit_lists.standings", "coverage.counted"])
def test_what_features_ask_is_found(name: str) -> None:
    assert name in asked()
