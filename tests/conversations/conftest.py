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
