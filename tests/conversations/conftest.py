"""The alliance that conversations are held in."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from simulator.http import Running
from tests.conversations.alliance import Alliance
from tests.vocabulary import ManualClock


@pytest.fixture
async def alliance(
    simulator: Running, clock: ManualClock, tmp_path: Path
) -> AsyncIterator[Alliance]:
    """Liuzhai's alliance with the bot at work in it, in a group of its people."""
    alliance = Alliance(simulator, clock, tmp_path / "data")
    await alliance.gather()
    yield alliance
    await alliance.stop()


@pytest.fixture
async def new_alliance(
    simulator: Running, clock: ManualClock, tmp_path: Path
) -> AsyncIterator[Alliance]:
    """The same on its very first day: the bot has still to tell Telegram its menus."""
    alliance = Alliance(simulator, clock, tmp_path / "data", is_new=True)
    await alliance.gather()
    yield alliance
    await alliance.stop()
