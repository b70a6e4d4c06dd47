"""A small world to try things in: two people, a group, a bot; all JSON is checked as it passes."""

from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from simulator.world import Refusal, Upload, World
from tests.spec.forms import check_answer, check_update

NOON = 1_780_000_000


class Clock:
    """Time that stands until a test moves it."""

    def __init__(self) -> None:
        self.time = float(NOON)

    def __call__(self) -> float:
        return self.time


class Scene:
    """安然 is the group's creator, 本叔 a plain member; both have started the bot."""

    def __init__(self, bot: str = "administrator", *, type: str = "supergroup") -> None:  # noqa: A002
        self.clock = Clock()
        self.world = World(self.clock)
        self.ann = self.world.add_person("安然", username="ann", language_code="zh-hans").id
        self.ben = self.world.add_person("本叔").id
        for person in (self.ann, self.ben):
            self.world.start(person)
        members = [self.ann, self.ben]
        self.group = self.world.add_group("刘寨共建联盟", members, [self.ann], type, bot=bot).id
        self.world.updates.clear()

    def call(self, method: str, files: dict[str, Upload] | None = None, /, **params: Any) -> Any:  # noqa: ANN401
        """Asks as the bot; the answer has to have the documented form."""
        answer = self.world.call(method, params, files or {})
        check_answer(method, answer)
        return answer

    def refused(
        self, method: str, files: dict[str, Upload] | None = None, /, **params: object
    ) -> Refusal:
        """The refusal that the call meets."""
        with pytest.raises(Refusal) as caught:
            self.world.call(method, params, files or {})
        return caught.value

    def said(self, text: str = "通知", **params: Any) -> int:  # noqa: ANN401
        """The id of a message that the bot has sent to the group."""
        sent = self.call("sendMessage", chat_id=self.group, text=text, **params)
        return int(sent["message_id"])

    def updates(self) -> list[dict[str, Any]]:
        """The waiting updates, checked and confirmed."""
        waiting = self.world.updates.take(100)
        self.world.updates.clear()
        for update in waiting:
            check_update(update)
        return waiting

    def update(self, kind: str) -> dict[str, Any]:
        """The one waiting update of this kind."""
        (found,) = [update[kind] for update in self.updates() if kind in update]
        assert isinstance(found, dict)
        return found


def picture(width: int = 40, height: int = 30, color: str = "teal") -> bytes:
    written = BytesIO()
    Image.new("RGB", (width, height), color).save(written, "PNG")
    return written.getvalue()


def upload(data: bytes, filename: str = "photo.png") -> Upload:
    return Upload(filename, "application/octet-stream", data)


def keyboard(**button: object) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "收到"} | button]]}
