"""What the Bot API's data says of a value: nothing when it fits, else a line for each fault."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

API: dict[str, Any] = json.loads(Path(__file__).with_name("api.json").read_text("utf-8"))
PRIMITIVES: dict[str, tuple[type, ...]] = {
    "Integer": (int,),
    "String": (str,),
    "Boolean": (bool,),
    "Float": (float, int),
}
ARRAY = "Array of "
UPLOAD = "InputFile"
ATTACHED = re.compile(r"attach://([\w.-]+)")
# A union's case is told by one field, whose value only the description names.
CONSTANT = re.compile(r"""(?:must be|always) ["“*]?([a-z0-9_]+)["”*]?$""")


def check_answer(method: str, answer: object) -> None:
    """Fails unless a method's answer has the form that the Bot API promises."""
    assert_form(answer, API["methods"][method]["returns"], method)


def check_update(update: object) -> None:
    """Fails unless it is an `Update`."""
    assert_form(update, ["Update"], "update")


def assert_form(value: object, types: list[str], where: str) -> None:
    """Fails with every problem on a line of its own."""
    found = problems(value, types, where)
    assert not found, "\n".join(found)


def problems(value: object, types: list[str], where: str) -> list[str]:
    """What is wrong with the value; nothing when one of the types fits.

    "Array of A, Array of B" is how the data writes an array of either.
    """
    inner = [one.removeprefix(ARRAY) for one in types if one.startswith(ARRAY)]
    if isinstance(value, list) and len(inner) > 1:
        return _in_array(value, inner, where)
    return min((_with_type(value, kind, where) for kind in types), key=len)


def request_problems(method: str, params: dict[str, Any], files: set[str]) -> list[str]:
    """What is wrong with a request: unknown, missing and ill-typed parameters."""
    if method not in API["methods"]:
        return [f"{method}: there is no such method"]
    fields = {field["name"]: field for field in API["methods"][method].get("fields", [])}
    found = [f"{method} has no parameter {name}" for name in params if name not in fields]
    found += [
        f"{method} lacks {name}"
        for name, field in fields.items()
        if field["required"] and name not in params and name not in files
    ]
    wanted = fields.keys() | ATTACHED.findall(str(params))
    found += [f"{method} has no use for the file {name}" for name in files - wanted]
    for name, value in params.items():
        if name in fields:
            found += _parameter_problems(value, fields[name]["types"], f"{method}.{name}")
    return found


def _parameter_problems(value: object, types: list[str], where: str) -> list[str]:
    """A form field is text: what is not a string in the API is JSON or its digits."""
    if not isinstance(value, str) or "String" in types or UPLOAD in types:
        return problems(value, types, where)
    try:
        return problems(json.loads(value), types, where)
    except ValueError:
        return [f"{where}: {value!r} is not {' or '.join(types)}"]


def _with_type(value: object, kind: str, where: str) -> list[str]:
    if kind.startswith(ARRAY):
        return _in_array(value, [kind.removeprefix(ARRAY)], where)
    if kind in PRIMITIVES:
        fits = isinstance(value, PRIMITIVES[kind]) and (kind == "Boolean") == isinstance(
            value, bool
        )
        return [] if fits else [f"{where}: {value!r} is not {kind}"]
    if kind == UPLOAD:
        return [] if isinstance(value, str) else [f"{where}: {value!r} is not a file"]
    if "subtypes" in API["types"][kind]:
        return problems(value, API["types"][kind]["subtypes"], where)
    return _in_object(value, kind, where)


def _in_array(value: object, inner: list[str], where: str) -> list[str]:
    if not isinstance(value, list):
        return [f"{where}: {value!r} is not an array"]
    return [
        problem
        for number, item in enumerate(value)
        for problem in problems(item, inner, f"{where}[{number}]")
    ]


def _in_object(value: object, kind: str, where: str) -> list[str]:
    if not isinstance(value, dict):
        return [f"{where}: {value!r} is not {kind}"]
    fields = _fields(kind)
    missing = [n for n, field in fields.items() if field["required"] and n not in value]
    found = [f"{where}: {kind} lacks {name}" for name in missing]
    found += [f"{where}: {kind} has no {name}" for name in value if name not in fields]
    for name, item in value.items():
        if name in fields:
            found += problems(item, fields[name]["types"], f"{where}.{name}")
    found += [
        f"{where}.{name}: {value[name]!r} is not {constant!r}"
        for name, constant in constants(kind).items()
        if value.get(name, constant) != constant
    ]
    return found


@cache
def _fields(kind: str) -> dict[str, dict[str, Any]]:
    return {field["name"]: field for field in API["types"][kind].get("fields", [])}


@cache
def constants(kind: str) -> dict[str, str]:
    """Fields that have one value in this type, and that value."""
    fields = [one for one in _fields(kind).values() if one["types"] == ["String"]]
    matches = {field["name"]: CONSTANT.search(field["description"]) for field in fields}
    return {name: match[1] for name, match in matches.items() if match}
