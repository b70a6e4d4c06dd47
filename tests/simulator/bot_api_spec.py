"""The Bot API's own description of its types, to hold the simulator's JSON against."""

import json
from pathlib import Path
from typing import Any

SPEC: dict[str, Any] = json.loads(Path(__file__).with_name("bot_api.json").read_text("utf-8"))
PRIMITIVES: dict[str, tuple[type, ...]] = {
    "Integer": (int,),
    "String": (str,),
    "Boolean": (bool,),
    "Float": (float, int),
}
ARRAY = "Array of "


def check_answer(method: str, answer: object) -> None:
    """Fails unless a method's answer has the form that the Bot API promises."""
    assert_form(answer, SPEC["methods"][method]["returns"], method)


def check_update(update: object) -> None:
    assert_form(update, ["Update"], "update")


def assert_form(value: object, types: list[str], where: str) -> None:
    found = problems(value, types, where)
    assert not found, "\n".join(found)


def problems(value: object, types: list[str], where: str) -> list[str]:
    """What is wrong with the value; nothing when one of the types fits."""
    tried = [problems_with(value, kind, where) for kind in types]
    return min(tried, key=len)


def problems_with(value: object, kind: str, where: str) -> list[str]:
    if kind.startswith(ARRAY):
        if not isinstance(value, list):
            return [f"{where}: {value!r} is not an array"]
        inner = [kind.removeprefix(ARRAY)]
        return [
            one for n, item in enumerate(value) for one in problems(item, inner, f"{where}[{n}]")
        ]
    if kind in PRIMITIVES:
        fits = isinstance(value, PRIMITIVES[kind]) and (kind == "Boolean") == isinstance(
            value, bool
        )
        return [] if fits else [f"{where}: {value!r} is not {kind}"]
    if "subtypes" in SPEC["types"][kind]:
        return problems(value, SPEC["types"][kind]["subtypes"], where)
    return object_problems(value, kind, where)


def object_problems(value: object, kind: str, where: str) -> list[str]:
    if not isinstance(value, dict):
        return [f"{where}: {value!r} is not {kind}"]
    form = SPEC["types"][kind]
    known = form["required"] | form["optional"]
    missing = [f"{where}: {kind} lacks {name}" for name in form["required"] if name not in value]
    unknown = [f"{where}: {kind} has no {name}" for name in value if name not in known]
    deeper = [
        problem
        for name, item in value.items()
        if name in known
        for problem in problems(item, known[name], f"{where}.{name}")
    ]
    return missing + unknown + deeper
