"""One process to fork bots from, for each test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from drills.zygote import Zygote


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All of this folder is slow."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.slow)


@pytest.fixture
async def zygote() -> AsyncIterator[Zygote]:
    """It has imported everything already."""
    async with Zygote() as zygote:
        yield zygote
