"""The world: everything that people do, all that can be read, and the bot's calls."""

from collections.abc import Mapping
from urllib.parse import parse_qs, urlsplit

from simulator import methods
from simulator.world.attachments import Attachments
from simulator.world.belonging import Belonging
from simulator.world.forums import Forums
from simulator.world.reactions import Reactions
from simulator.world.refusal import bad, refuse
from simulator.world.values import Answer, Json, Message, Refusal, Request, Upload


class World(Attachments, Belonging, Forums, Reactions):
    """An offline Telegram with one bot in it."""

    def start(self, person: int, payload: str = "") -> int:
        """Presses Start: opens the private chat and sends /start with the payload."""
        self.unblock(person)
        self.person(person).started = True
        self.tell("people", None, self.person(person).user())
        return self.say(person, person, f"/start {payload}".strip())

    def follow(self, person: int, url: str) -> int:
        """Opens a t.me link: the bot's own, with its start payload, or a group's invite."""
        parts = urlsplit(url)
        where = parts.path.strip("/")
        if parts.hostname != "t.me":
            raise bad("only t.me links can be followed")
        if where.lower() == self.bot.username.lower():
            payload = parse_qs(parts.query).get("start")
            if payload:
                self.start(person, payload[0])
            return person
        return self.follow_invite(person, f"https://t.me/{where}")

    def follow_invite(self, person: int, url: str) -> int:
        chat = next((chat for chat in self.chats.values() if url in chat.links), None)
        if chat is None:
            raise bad("this invite link does not exist or has expired")
        if not chat.member(person).present:
            enter = self.request_to_join if chat.links[url].asks else self.join
            enter(person, chat.id, url)
        return chat.id

    # reading

    def messages(self, chat: int) -> list[Json]:
        """The chat's messages as Bot API `Message`s, oldest first."""
        return [self.shown(message) for message in self.chat(chat).messages.values()]

    def message(self, chat: int, id: int) -> Json:  # noqa: A002 -- the contract's name
        return self.shown(self.message_in(self.chat(chat), id))

    def extras(self, chat: int, person: int | None = None) -> dict[int, Json]:
        """What a client shows beside messages, by message id.

        `force_reply` or `reply_keyboard`, `reactions`: [{emoji, count, mine}], and `vote`: the
        options of a poll that this person chose.
        """
        beside = {
            one.id: extras(one, person) | self.vote_of(one, person)
            for one in self.chat(chat).messages.values()
        }
        return {number: shown for number, shown in beside.items() if shown}

    def vote_of(self, message: Message, person: int | None) -> Json:
        ballot = self.polls.get(message.json["poll"]["id"]) if "poll" in message.json else None
        chosen = ballot.votes.get(person or 0) if ballot else None
        return {"vote": chosen} if chosen else {}

    def pinned(self, chat: int) -> list[int]:
        """The ids of the pinned messages, the newest pin last."""
        return list(self.chat(chat).pinned)

    def commands(self, person: int, chat: int) -> list[Json]:
        """The "/" menu that this person sees here."""
        language = self.person(person).language_code
        return self.menu.seen(self.chat(chat), person, language)

    def file(self, file_id: str) -> bytes:
        try:
            return self.files.read(file_id)
        except KeyError as error:
            raise bad("file not found") from error

    # the bot's side

    def call(self, method: str, params: Json, files: Mapping[str, Upload] | None = None) -> Answer:
        """Does what the bot asks, and keeps a record of it; raises Refusal."""
        try:
            answer = self.perform(method, params, files or {})
        except Refusal as refusal:
            self.requests.append(Request(method, params, ok=False, answer=refusal.description))
            raise
        self.requests.append(Request(method, params, ok=True, answer=answer))
        return answer

    def perform(self, method: str, params: Json, files: Mapping[str, Upload]) -> Answer:
        action = methods.find(method)
        if action is None:
            raise refuse(404, "method not found")
        return action(self, methods.Params(params, files))


def extras(message: Message, person: int | None) -> Json:
    markup = message.client_markup or {}
    kind = "force_reply" if "force_reply" in markup else "reply_keyboard"
    given = list(message.reactions.values())
    reactions = [
        {
            "emoji": emoji,
            "count": given.count(emoji),
            "mine": message.reactions.get(person or 0) == emoji,
        }
        for emoji in dict.fromkeys(given)
    ]
    beside = {kind: markup, "reactions": reactions}
    return {name: value for name, value in beside.items() if value}
