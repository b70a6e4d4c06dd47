"""A request's parameters: what a form field or JSON gives, as the type that the method needs."""

import json
import math
import re
from collections.abc import Mapping
from typing import Any

from simulator.world.refusal import bad
from simulator.world.values import Json, Upload

INTEGER = re.compile(r"[+-]?\d{1,19}")
# As the official server reads a boolean; anything else is false.
TRUE = frozenset({"true", "yes", "1"})


class Params:
    """Typed access to what came with a request."""

    def __init__(self, values: Json, files: Mapping[str, Upload]) -> None:
        self.values = values
        self.files = files

    def __contains__(self, name: str) -> bool:
        return self.values.get(name) is not None

    def text(self, name: str) -> str:
        """A string; empty when absent. A number is taken as its digits."""
        value = self.values.get(name)
        if value is None:
            return ""
        if isinstance(value, str):
            return encodable(value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
        raise bad(f'parameter "{name}" must be a string')

    def integer(self, name: str) -> int | None:
        text = self.text(name).strip()
        if not text:
            return None
        if not INTEGER.fullmatch(text):
            raise bad(f'parameter "{name}" must be an integer')
        return int(text)

    def number(self, name: str) -> float:
        """A coordinate or the like; it has to be there."""
        try:
            number = float(self.text(name))
        except ValueError:
            number = math.nan
        if not math.isfinite(number):
            raise bad(f'parameter "{name}" must be a number')
        return number

    def flag(self, name: str) -> bool:
        return str(self.values.get(name, "")).lower() in TRUE

    def object(self, name: str) -> Json | None:
        value = self.decoded(name)
        if value is not None and not isinstance(value, dict):
            raise bad(f"object expected as {name.replace('_', ' ')}")
        return value

    def array(self, name: str) -> list[Any] | None:
        value = self.decoded(name)
        if value is not None and not isinstance(value, list):
            raise bad(f"array expected as {name.replace('_', ' ')}")
        return value

    def integers(self, name: str) -> list[int]:
        """An array of integers; empty when absent."""
        value = self.array(name) or []
        if not all(type(one) is int for one in value):
            raise bad(f"array of integers expected as {name.replace('_', ' ')}")
        return value

    def objects(self, name: str) -> list[Json] | None:
        """An array of objects."""
        value = self.array(name)
        if value is not None and not all(isinstance(one, dict) for one in value):
            raise bad(f"array of objects expected as {name.replace('_', ' ')}")
        return value

    def decoded(self, name: str) -> Any:  # noqa: ANN401 -- any JSON, its callers narrow it
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError as error:
            raise bad(f"can't parse {name.replace('_', ' ')} JSON object") from error


def encodable(text: str) -> str:
    """The text, unless it holds half of a surrogate pair, which JSON can write."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise bad("strings must be encoded in UTF-8") from error
    return text
