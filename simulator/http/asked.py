"""JSON from outside as a function's arguments: every field known, every value of its type."""

import re
from collections.abc import Callable, Iterable, Sequence
from inspect import Parameter, signature
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin

from simulator.world.refusal import bad

T = TypeVar("T")
Body = dict[str, Any]

KINDS: dict[object, str] = {
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    str: "text",
}
KINDS |= {dict: "an object", bytes: "a file"}
LISTS = {Iterable, Sequence, list}
# Half of a surrogate pair: JSON can write it, but no answer could bear it.
SURROGATE = re.compile("[\ud800-\udfff]")
# More would lead past the last year that calendars know.
LARGEST = 1e11


def call(function: Callable[..., T], body: Body) -> T:
    """Calls it with the body's fields; raises Refusal, in one sentence, when they do not fit."""
    known = signature(function, eval_str=True).parameters
    unknown = body.keys() - known.keys()
    if unknown:
        raise bad(f'there is no field "{min(unknown)}" here; there are {", ".join(known)}')
    for name, parameter in known.items():
        if name not in body and parameter.default is Parameter.empty:
            raise bad(f'"{name}" is missing')
        if name in body and not fits(body[name], parameter.annotation):
            raise bad(f'"{name}" must be {described(parameter.annotation)}')
    return function(**body)


def fits(value: object, hint: Any) -> bool:  # noqa: ANN401 -- any annotation
    """Whether JSON's value is of the type that a parameter is annotated with."""
    if get_origin(hint) is UnionType:
        return any(fits(value, kind) for kind in get_args(hint))
    if get_origin(hint) in LISTS:
        (item,) = get_args(hint)
        return isinstance(value, list) and all(fits(one, item) for one in value)
    if isinstance(value, bool):
        return hint is bool
    if hint is float:
        return isinstance(value, int | float) and abs(value) < LARGEST
    if isinstance(value, str):
        return hint is str and not SURROGATE.search(value)
    return isinstance(value, get_origin(hint) or hint)


def described(hint: Any) -> str:  # noqa: ANN401 -- any annotation
    """What a person has to write there."""
    if get_origin(hint) is UnionType:
        kinds = [kind for kind in get_args(hint) if kind is not NoneType]
        return " or ".join(described(kind) for kind in kinds)
    if get_origin(hint) in LISTS:
        return f"a list, and each in it {described(get_args(hint)[0])}"
    return KINDS.get(get_origin(hint) or hint, "")


def whole(name: str, text: str) -> int:
    """A number out of an address or a form. Raises Refusal."""
    try:
        return int(text)
    except ValueError as error:
        raise bad(f'"{name}" must be {KINDS[int]}') from error
