"""Polls are torn and the server is away: nothing is lost; and the drills would find it out."""

from drills import poll_torn, server_down
from drills.outcomes import Order, timeless
from drills.zygote import Zygote
from tests.drills.test_kill9 import broken

SHORT = (5.0, 15.0)


async def test_a_torn_poll_loses_nothing(zygote: Zygote) -> None:
    outcomes = await poll_torn.run(Order(seed=7, tries=6), zygote)
    assert timeless(outcomes) == []


async def test_a_bot_that_comes_back_late_is_found_out(zygote: Zygote) -> None:
    order = Order(seed=7, tries=1, without=("coming back",))
    assert "is answered within" in broken(await poll_torn.run(order, zygote))


async def test_a_server_that_is_away_loses_nothing(zygote: Zygote) -> None:
    outcomes = await server_down.run(Order(seed=7, tries=2), zygote, away=SHORT)
    assert timeless(outcomes) == []


async def test_a_bot_that_asks_an_absent_server_too_seldom_is_found_out(zygote: Zygote) -> None:
    order = Order(seed=7, tries=1, without=("coming back",))
    assert "after it is back" in broken(await server_down.run(order, zygote, away=SHORT))
