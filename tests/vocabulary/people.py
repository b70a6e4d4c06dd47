"""People as a test speaks of them: `await ann.says("/help")`, `await ann.sees("3/20")`."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from simulator.world import World
from tests.vocabulary.clock import ManualClock
from tests.vocabulary.patience import Patience
from tests.vocabulary.reading import Message, buttons, labels, shown, words

MINUTE = 60.0


@dataclass(frozen=True)
class Person:
    """Somebody in one of the chats; the chat with the bot itself has the person's own id."""

    world: World
    clock: ManualClock
    id: int
    chat: int

    def in_private(self) -> "Person":
        """The same person in the chat with the bot."""
        return replace(self, chat=self.id)

    def in_group(self, chat: int) -> "Person":
        """The same person in a group."""
        return replace(self, chat=chat)

    async def says(
        self,
        text: str,
        *,
        reply_to: int | None = None,
        anonymously: bool = False,
        html: bool = False,
    ) -> int:
        """Writes; in the chat with the bot, opens it first. Returns the message id."""
        self._open()
        how = {"anonymous": anonymously, "html": html}
        return self.world.say(self.id, self.chat, text, reply_to, **how)

    async def starts(self, payload: str = "") -> int:
        """Presses Start in the chat with the bot."""
        return self.world.start(self.id, payload)

    async def sends_album(
        self,
        photos: Sequence[bytes],
        caption: str = "",
        **options: Any,  # noqa: ANN401 - passed on
    ) -> list[int]:
        """Sends photos in one go: one alone, or an album of several. Returns the message ids."""
        self._open()
        return self.world.send_photos(self.id, self.chat, photos, caption, **options)

    async def sends_files(
        self,
        files: Sequence[tuple[str, str, bytes]],
        caption: str = "",
        **options: Any,  # noqa: ANN401 - passed on
    ) -> list[int]:
        """Sends files in one go, each as (kind, name, data). Returns the message ids."""
        self._open()
        return self.world.send_files(self.id, self.chat, files, caption, **options)

    async def sends_photo(self, photo: bytes, caption: str = "", **options: Any) -> int:  # noqa: ANN401
        """Sends one photo; returns the message id."""
        return (await self.sends_album([photo], caption, **options))[0]

    async def shares_number(self, number: str, whose: int | None = None) -> int:
        """Sends a card with a number: one's own, unless it says whose; returns the message id."""
        self._open()
        owner = self.id if whose is None else whose
        return self.world.send_contact(self.id, self.chat, number, "名片", user_id=owner)

    async def shares_place(
        self, latitude: float, longitude: float, reply_to: int | None = None
    ) -> int:
        """Sends a place on the map; returns the message id."""
        self._open()
        return self.world.send_location(self.id, self.chat, latitude, longitude, reply_to=reply_to)

    async def edits(self, message: int, text: str) -> None:
        """Changes the words of a message of one's own."""
        self.world.edit(self.id, self.chat, message, text)

    async def sees(self, text: str, *, within: float = MINUTE) -> Message:
        """Waits for a message of the bot's that has the text, and gives it; newest first."""
        message = await self._patience.until(lambda: self._message_with(text), within)
        assert message is not None, f"{text!r} is not to be seen in:\n{shown(self._messages())}"
        return message

    async def answered(self, *, within: float = MINUTE) -> str:
        """Waits until the newest message here is the bot's, and gives its words."""
        newest = await self._patience.until(self._answer, within)
        assert newest is not None, f"there is no answer in:\n{shown(self._messages())}"
        return words(newest)

    async def sees_no(self, text: str) -> None:
        """No message of the bot's here has the text, once all is quiet."""
        await self.is_quiet()
        assert self._message_with(text) is None, f"{text!r} is there:\n{shown(self._messages())}"

    async def is_quiet(self, within: float = 30.0) -> None:
        """Waits until the bot has nothing more to do in the next seconds of its clock."""
        await self._patience.quiet(within)

    async def presses(self, label: str, *, on: Message | None = None) -> str:
        """Presses the newest button with such a label; gives the toast's words."""
        message, button = await self._button(label, on)
        if "url" in button:
            return await self.follows(button["url"])
        return await self.forges(button["callback_data"], message["message_id"])

    async def forges(self, data: str, message: int) -> str:
        """Presses a button that may not be there; gives the toast's words."""
        query = self.world.press(self.id, self.chat, message, data)
        answer = await self._patience.until(lambda: self.world.answer(query), MINUTE)
        assert answer is not None, f"the press of {data!r} was never answered"
        return str(answer["text"])

    async def follows(self, url: str) -> str:
        """Opens a link of Telegram's: runs what it bears in the chat with the bot."""
        self.world.follow(self.id, url)
        return ""

    def files(self) -> list[Message]:
        """The photos, videos and files that the bot has sent here, the oldest first."""
        bot, kinds = self.world.bot.id, {"photo", "video", "document"}
        return [
            message
            for message in self._messages()
            if message.get("from", {}).get("id") == bot and kinds & message.keys()
        ]

    def quizzes(self) -> list[Message]:
        """The polls that the bot has sent here, the oldest first."""
        return [message for message in self._messages() if "poll" in message]

    async def chooses(self, option: str) -> Message:
        """Answers the newest poll with such an option that is not answered yet; gives it."""
        found = await self._patience.until(lambda: self._poll_with(option), MINUTE)
        assert found is not None, f"no poll to choose {option!r} in:\n{shown(self._messages())}"
        texts = [one["text"] for one in found["poll"]["options"]]
        self.world.vote(self.id, self.chat, found["message_id"], [texts.index(option)])
        return found

    def reacts(self, emoji: str, on: Message, *, anonymously: bool = False) -> None:
        """Puts a reaction on a message; an empty one takes it away."""
        message = on["message_id"]
        self.world.react(self.id, self.chat, message, emoji, anonymous=anonymously)

    def buttons(self, on: Message) -> list[str]:
        """What stands on a message's buttons now."""
        return labels(self.world.message(self.chat, on["message_id"]))

    def reads(self, message: Message) -> str:
        """What a message says now."""
        return words(self.world.message(self.chat, message["message_id"]))

    @property
    def _patience(self) -> Patience:
        return Patience(self.clock)

    def _open(self) -> None:
        if self.chat == self.id and not self.world.person(self.id).started:
            self.world.start(self.id)

    def _messages(self) -> list[Message]:
        return self.world.messages(self.chat)

    def _answer(self) -> Message | None:
        for newest in self._messages()[-1:]:
            if newest.get("from", {}).get("id") == self.world.bot.id:
                return newest
        return None

    def _message_with(self, text: str) -> Message | None:
        bot = self.world.bot.id
        return next(
            (
                message
                for message in reversed(self._messages())
                if message.get("from", {}).get("id") == bot and text in words(message)
            ),
            None,
        )

    def _poll_with(self, option: str) -> Message | None:
        for message in reversed(self.quizzes()):
            texts = [one["text"] for one in message["poll"]["options"]]
            if option in texts and message["poll"]["total_voter_count"] == 0:
                return message
        return None

    async def _button(self, label: str, on: Message | None) -> tuple[Message, dict[str, Any]]:
        found = await self._patience.until(lambda: self._button_with(label, on), MINUTE)
        assert found is not None, f"no button {label!r} in:\n{shown(self._messages())}"
        return found

    def _button_with(self, label: str, on: Message | None) -> tuple[Message, dict[str, Any]] | None:
        for message in reversed(self._messages()):
            if on is not None and message["message_id"] != on["message_id"]:
                continue
            for row in buttons(message):
                for button in row:
                    if label in button["text"]:
                        return message, button
        return None
