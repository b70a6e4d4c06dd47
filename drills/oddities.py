"""Updates as Telegram never sends them: the Bot API's forms, filled by Hypothesis."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings, strategies as st

API = Path(__file__).parents[1] / "tests" / "spec" / "api.json"
DEEPEST = 4
ODD_TEXTS = ("", "\x00", "\ud800", "\u202eשלום", "👩🏽‍🏫🏳️‍🌈" * 50, "<b>&", "陈" * 4096, "a" * 9000)
COMMANDS = (
    *("/notice 请确认", "/notices", "/notice 1", "/pending 1", "/orgs", "/org 第1单位", "/help"),
    *(
        "/activity 1",
        "/photos 1",
        "/activities",
        "/whoami",
        "/start",
        "/start x_y",
        "#活动 8月13日 义诊",
        "/staff",
    ),
    *(
        "/staff",
        "/deliveries",
        "/language",
        "/liaison",
        "/send@other_bot",
        "通知 明天开会",
        "/notice@",
    ),
)
PRESSES = (
    *("notices.received", "notices.difficulty", "notices.send", "notices.discard", "notices.page"),
    *("notices.come", "notices.choose", "notices.fill", "notices.undo", "preferences.count"),
    *("notices.remind", "activities.served", "confirm", "help.page", "organisations.page", "x"),
    *("activities.photo", "activities.hide", "activities.unhide", "activities.down"),
    *("activities.take_down", "activities.object", "activities.decide", "activities.join"),
    *("activities.use_words", "activities.dismiss", "activities.take", "activities.also"),
    *("activities.merge", "activities.apart", "activities.mine", "activities.part"),
    *("activities.approve", "activities.reopen", "activities.ask_back", "activities.adopt"),
    *("activities.delete", "activities.delete_for", "activities.restore", "activities.review"),
    *("activities.feature_choose", "activities.feature_photo", "activities.feature_send"),
    *("activities.filter", "activities.page", "activities.gallery", "activities.show"),
    *("activities.announce", "activities.call_off", "activities.reported"),
    *("activities.kind", "activities.tag", "activities.partner", "activities.tag_offer"),
)
EMOJI = ("👍", "❤", "❤\ufe0f", "👎", "", "👍👍")
HUGE = (0, -1, 1, 2**31, 2**52, 2**63, -(2**70))

Raw = dict[str, Any]
Strategy = st.SearchStrategy[Any]


class Forms:
    """The Bot API's types as strategies; people and chats are mostly those of a town."""

    def __init__(self, people: Sequence[Raw], chats: Sequence[Raw], now: int) -> None:
        self._types = json.loads(API.read_text("utf-8"))["types"]
        self._known: dict[str, Strategy] = {
            "from": st.sampled_from(people),
            "user": st.sampled_from(people),
            "emoji": st.sampled_from(EMOJI),
            "chat": st.sampled_from(chats),
            "text": _texts(),
            "caption": _texts(),
            "data": _data(),
            "date": st.one_of(st.just(now), st.sampled_from(HUGE)),
            "message_id": st.integers(1, 60),
            "id": st.integers(1, 10**9).map(str),
        }

    def update(self) -> Strategy:
        """One update without its id: of any kind, mostly of those that the bot listens to."""
        kinds = {field["name"]: field["types"] for field in self._types["Update"]["fields"]}
        del kinds["update_id"]
        often = [*["message"] * 12, *["callback_query"] * 6, *["message_reaction"] * 3]
        often += [*["edited_message"] * 3, "my_chat_member", "chat_member", *kinds]
        return st.sampled_from(often).flatmap(
            lambda kind: self._of(kinds[kind], 0).map(lambda value: {kind: value})
        )

    def _of(self, types: Sequence[str], depth: int) -> Strategy:
        usual = st.one_of([self._one(kind, depth) for kind in types])
        return st.integers(0, 24).flatmap(lambda roll: usual if roll else _junk())

    def _one(self, kind: str, depth: int) -> Strategy:
        if kind.startswith("Array of "):
            return st.lists(self._of([kind.removeprefix("Array of ")], depth + 1), max_size=3)
        if kind in PRIMITIVES:
            return PRIMITIVES[kind]
        return self._object(self._types[kind], depth) if depth < DEEPEST else st.just({})

    def _object(self, form: Raw, depth: int) -> Strategy:
        if form.get("subtypes"):
            return st.sampled_from(form["subtypes"]).flatmap(lambda kind: self._one(kind, depth))
        fields = {field["name"]: field for field in form.get("fields", [])}
        extra = st.lists(st.sampled_from(sorted(fields) or ["x"]), max_size=4)
        return extra.flatmap(lambda names: self._filled(fields, names, depth))

    def _filled(self, fields: Raw, names: Sequence[str], depth: int) -> Strategy:
        usual = {"from", "user", "chat", "text", "data", "message"} & fields.keys()
        wanted = {name for name, field in fields.items() if field["required"]} | usual | {*names}
        drawn = {
            name: self._known[name]
            if name in self._known
            else self._of(fields[name]["types"], depth + 1)
            for name in sorted(wanted & fields.keys())
        }
        return st.fixed_dictionaries(drawn).flatmap(_damaged)


def _texts() -> Strategy:
    whole = st.text(max_size=40)
    said = st.sampled_from(COMMANDS)
    both = st.tuples(said, st.one_of(whole, st.sampled_from(ODD_TEXTS))).map(" ".join)
    return st.one_of(said, both, whole, st.sampled_from(ODD_TEXTS))


def _data() -> Strategy:
    numbers = st.lists(st.one_of(st.integers(0, 5), st.sampled_from(HUGE)), max_size=3)
    ours = st.tuples(st.sampled_from(PRESSES), numbers).map(
        lambda drawn: ":".join([drawn[0], *map(str, drawn[1])])
    )
    return st.one_of(ours, st.text(max_size=64), st.sampled_from(ODD_TEXTS))


PRIMITIVES: dict[str, Strategy] = {
    "Integer": st.one_of(st.integers(-5, 10**10), st.sampled_from(HUGE)),
    "Float": st.floats(allow_nan=False, allow_infinity=False),
    "Boolean": st.booleans(),
    "String": _texts(),
}


def _junk() -> Strategy:
    return st.one_of(st.none(), st.booleans(), st.text(max_size=5), st.just([]), st.just({}))


def _damaged(value: Raw) -> Strategy:
    """As it is, mostly; or without one field, or with one that nobody knows."""
    whole = st.just(value)
    if not value:
        return whole
    less = st.sampled_from(sorted(value)).map(
        lambda gone: {name: one for name, one in value.items() if name != gone}
    )
    more = _junk().map(lambda junk: value | {"unheard_of": junk})
    return st.one_of(whole, whole, whole, whole, whole, whole, less, more)


def updates(count: int, start: int, forms: Forms) -> list[Raw]:
    """So many of them, always the same for the same start."""
    drawn: list[Raw] = []

    @seed(start)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(forms.update())
    def draw(update: Raw) -> None:
        drawn.append(update)

    draw()
    return drawn
