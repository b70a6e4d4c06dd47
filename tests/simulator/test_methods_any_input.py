"""Whatever the bot sends, a method answers in the documented form or refuses."""

from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from simulator.methods import METHODS
from simulator.world import Refusal
from tests.simulator.world_scene import Scene, picture, upload
from tests.spec.forms import API, check_answer, check_update

pytestmark = pytest.mark.slow  # of everything very much

SCENE = Scene()
MESSAGE = SCENE.said()

scalars = (
    st.none()
    | st.booleans()
    | st.integers(-3, 10**20)
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from([SCENE.group, SCENE.ann, MESSAGE, "HTML", "attach://a", "[{}]", "\ud83d"])
)
keys = st.sampled_from(["type", "text", "media", "message_id", "inline_keyboard", "id", "chat_id"])
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3)
)


def parameters(method: str) -> st.SearchStrategy[dict[str, Any]]:
    names = [field["name"] for field in API["methods"][method].get("fields", [])]
    given_ones = st.dictionaries(st.sampled_from(names), values) if names else st.just({})
    place = {"chat_id": st.just(SCENE.group), "message_id": st.just(MESSAGE)}
    usual = {name: strategy for name, strategy in place.items() if name in names}
    return st.tuples(st.fixed_dictionaries(usual), given_ones).map(lambda two: two[0] | two[1])


def test_every_method_is_one_of_the_bot_api() -> None:
    assert set(METHODS) <= set(API["methods"])


@settings(max_examples=600, deadline=None)
@given(st.sampled_from(sorted(METHODS)).flatmap(lambda m: st.tuples(st.just(m), parameters(m))))
def test_any_parameters_are_answered_or_refused(asked: tuple[str, dict[str, Any]]) -> None:
    method, params = asked
    scene = Scene()
    scene.said()
    try:
        answer = scene.world.call(method, params, {"a": upload(picture())})
    except Refusal as refusal:
        assert refusal.code in {400, 403, 409}  # noqa: PT017 -- either outcome is right
        return
    check_answer(method, answer)
    for update in scene.world.updates.take():
        check_update(update)
