"""People who answer, report and publish by the roll of a dice, and remember what they saw."""

import asyncio
from dataclasses import dataclass, field

from drills.pictures import picture
from drills.probes import at_rest
from drills.town import Message, Town

ANSWERS = {"notices.received": "received", "notices.difficulty": "difficulty"}
TAKEN = ("已反馈", "已改为", "已经是")
"""What a toast says when an answer is taken: counted, changed, noted already."""
OPEN_NOTICES = 4


@dataclass
class Press:
    """A liaison's press of an answer on a notice's card."""

    query: str
    organisation: int
    notice: int
    answer: str


@dataclass
class Report:
    """An album with its words; the title is its own."""

    title: str
    photos: int
    """Films as well."""
    films: int = 0


@dataclass
class Crowd:
    """Everybody in a town who does something."""

    town: Town
    presses: list[Press] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    """The notices that were written."""
    _pictures: int = 0

    async def act(self, pace: float) -> None:
        """Until it is cancelled: something happens every so many seconds of the machine's time."""
        while True:
            self.do_something()
            await asyncio.sleep(self.town.dice.random() * pace * 2)

    def do_something(self) -> None:
        """One of them does one thing."""
        doing = self.town.dice.choices(
            (self.answer, self._reports, self.write, self.publish, self._asks),
            weights=(12, 2, 1, 2, 2),
        )[0]
        doing()

    def saw_it_taken(self, press: Press) -> bool:
        """Whether the person who pressed has read that the answer counts."""
        answer = self.town.world.answer(press.query)
        return answer is not None and any(word in answer.get("text", "") for word in TAKEN)

    def cards(self) -> list[Message]:
        """The cards of notices in the group, newest last."""
        return [one for one in self.town.bots_messages(self.town.group) if "📢" in _words(one)]

    def answer(self) -> None:
        """A liaison presses a button of a card, most often one that answers."""
        cards = self.cards()[-OPEN_NOTICES:]
        if not cards:
            return
        card = self.town.dice.choice(cards)
        person = self.town.dice.choice(list(self.town.liaisons))
        keys = [key for row in card["reply_markup"]["inline_keyboard"] for key in row]
        data = self.town.dice.choice(
            [k["callback_data"] for k in keys if k.get("callback_data", "").startswith("notices.")]
        )
        name, notice, *_ = data.split(":")
        if name not in ANSWERS:
            return
        query = self.town.world.press(person, self.town.group, card["message_id"], data)
        organisation = self.town.liaisons[person]
        self.presses.append(Press(query, organisation, int(notice), ANSWERS[name]))

    def _reports(self) -> None:
        person = self.town.dice.choice(list(self.town.liaisons))
        count = self.town.dice.randint(1, 4)
        photos = [picture(self._pictures + n) for n in range(count)]
        self._pictures += count
        title = f"义诊{len(self.reports) + 1}场"
        self.town.world.send_photos(
            person, self.town.group, photos, f"#活动 8月13日 {title} 服务12人"
        )
        self.reports.append(Report(title, count))

    def write(self) -> None:
        text = f"请确认第{len(self.texts) + 1}件事"
        self.texts.append(text)
        person = self.town.dice.choice(self.town.staff)
        self.town.world.say(person, person, f"/notice {text}")

    def publish(self) -> None:
        for person in self.town.staff:
            for message in self.town.bots_messages(person):
                for row in message.get("reply_markup", {}).get("inline_keyboard", []):
                    for key in row:
                        if key.get("callback_data", "").startswith("notices.send"):
                            self.town.world.press(
                                person, person, message["message_id"], key["callback_data"]
                            )
                            return

    def _asks(self) -> None:
        person = self.town.dice.choice(self.town.members)
        self.town.world.say(person, person, "/notices")


async def first_notice(made: Town, crowd: Crowd) -> None:
    """So that there is something to answer from the beginning; the bot that posted it has ended."""
    bot = await made.start()
    crowd.write()
    await at_rest(made)
    crowd.publish()
    await made.until(lambda: bool(crowd.cards()))
    await at_rest(made)
    await bot.end()


def _words(message: Message) -> str:
    return str(message.get("text") or message.get("caption") or "")
