"""What people do with messages that stand already: press, react, vote, ask inline."""

from simulator.world.core import Core
from simulator.world.refusal import bad
from simulator.world.values import Chat, Json, Query

DAY = 24 * 60 * 60
# Telegram does not say when a message is too old to come with a press; here it is a month.
RECALL = 30 * DAY
# Bot API, CallbackQuery: the date of an InaccessibleMessage is always 0.
NO_DATE = 0

# Bot API, InlineQuery: text of the query, up to 256 characters.
INLINE_LIMIT = 256


class Reactions(Core):
    """Acts on messages."""

    def press(self, person: int, chat: int, message: int, data: str) -> str:
        """Presses an inline button; `data` can be any, as a forger's client could send any."""
        place = self.chat(chat)
        if not place.member(person).present:
            raise bad("this person is not in the chat")
        query = self.ask(person, chat)
        self.updates.put(
            "callback_query",
            {
                "id": query.id,
                "from": self.person(person).user(),
                "message": self.pressed(place, message),
                "chat_instance": place.instance,
                "data": data,
            },
        )
        return query.id

    def ask(self, person: int, chat: int | None = None) -> Query:
        query = Query(str(4_000_000_000_000_000_000 + next(self.serial)), person, self.now(), chat)
        self.queries[query.id] = query
        return query

    def pressed(self, chat: Chat, number: int) -> Json:
        """The message with the button, or what is left of it."""
        message = chat.messages.get(number)
        if message and self.now() - message.json["date"] < RECALL:
            return self.shown(message)
        return {"chat": self.chat_json(chat), "message_id": number, "date": NO_DATE}

    def answer(self, query_id: str) -> Json | None:
        """What the bot answered to a press; None: nothing yet."""
        if query_id not in self.queries:
            raise bad("query not found")
        return self.queries[query_id].answer

    def ask_inline(self, person: int, text: str, offset: str = "") -> str:
        """Types `@bot text` into some chat; `answer` then bears `results`."""
        if len(text) > INLINE_LIMIT:
            raise bad(f"an inline query has at most {INLINE_LIMIT} characters")
        if not self.rules.inline:
            raise bad("this bot takes no inline queries: /setinline at BotFather")
        query = self.ask(person)
        user = self.person(person).user()
        asked = {"id": query.id, "from": user, "query": text, "offset": offset}
        self.updates.put("inline_query", asked)
        return query.id

    def choose_inline(self, person: int, chat: int, query: str, result: str) -> int:
        """Posts one of the results into a chat in one's own name, via the bot."""
        asked = self.queries.get(query)
        if asked is None or asked.person != person or result not in asked.contents:
            raise bad("there is no such result")
        via = {"via_bot": self.bot.user()}
        place = self.chat(chat)
        if not place.member(person).present:
            raise bad("this person is not in the chat")
        return self.post(place, person, asked.contents[result] | via).id

    def react(
        self, person: int, chat: int, message: int, emoji: str, *, anonymous: bool = False
    ) -> None:
        """Puts one's reaction on a message; an empty one takes it away."""
        place = self.chat(chat)
        if not place.member(person).present:
            raise bad("this person is not in the chat")
        target = self.message_in(place, message)
        old = target.reactions.pop(person, "")
        if emoji:
            target.reactions[person] = emoji
        self.tell("reaction", chat, {"message": message, "person": person, "emoji": emoji})
        bot = place.member(self.bot.id)
        if person == self.bot.id or not (bot.administers or place.type == "private"):
            return
        here, user = self.chat_json(place), self.person(person).user()
        self.updates.put(
            "message_reaction",
            {
                "chat": here,
                "message_id": message,
                **({"actor_chat": here} if anonymous else {"user": user}),
                "date": self.time(),
                "old_reaction": reaction_types(old),
                "new_reaction": reaction_types(emoji),
            },
        )

    def vote(self, person: int, chat: int, message: int, options: list[int]) -> None:
        """Votes in a poll; no options take the vote back."""
        target = self.message_in(self.chat(chat), message)
        if "poll" not in target.json:
            raise bad("message with poll not found")
        poll = target.json["poll"]
        ballot = self.polls[poll["id"]]
        too_many = len(options) > 1 and not poll["allows_multiple_answers"]
        unknown = set(options) - set(range(len(poll["options"])))
        again = person in ballot.votes and not poll["allows_revoting"]
        if poll["is_closed"] or too_many or unknown or again:
            raise bad("this vote is not possible")
        ballot.votes[person] = sorted(options)
        self.count_votes(poll["id"])
        self.tell("vote", chat, {"message": message, "person": person})
        if not poll["is_anonymous"]:
            self.updates.put("poll_answer", self.poll_answer(person, poll, sorted(options)))

    def poll_answer(self, person: int, poll: Json, options: list[int]) -> Json:
        return {
            "poll_id": poll["id"],
            "user": self.person(person).user(),
            "option_ids": options,
            "option_persistent_ids": [poll["options"][n]["persistent_id"] for n in options],
        }

    def count_votes(self, poll_id: str) -> None:
        """Writes the new counts into the poll and tells the bot, whose poll it is."""
        ballot = self.polls[poll_id]
        votes = [chosen for chosen in ballot.votes.values() if chosen]
        ballot.poll["total_voter_count"] = len(votes)
        for number, option in enumerate(ballot.poll["options"]):
            option["voter_count"] = sum(number in chosen for chosen in votes)
        self.updates.put("poll", ballot.poll)
        self.tell("edited", ballot.message.chat, self.shown(ballot.message))


def reaction_types(emoji: str) -> list[Json]:
    """The Bot API's `Array of ReactionType`."""
    return [{"type": "emoji", "emoji": emoji}] if emoji else []
