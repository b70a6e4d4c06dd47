"""One process to fork bots from, for each test."""

from collections.abc import AsyncIterator

import pytest

from drills.zygote import Zygote


@pytest.fixture
async def zygote() -> AsyncIterator[Zygote]:
    """It has imported everything already."""
    async with Zygote() as zygote:
        yield zygote
