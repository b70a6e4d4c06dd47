"""Who and what there is from the start: people, groups, channels."""

from collections.abc import Iterable
from itertools import count

from simulator.world.core import Core
from simulator.world.refusal import bad
from simulator.world.standing import usual_rights
from simulator.world.values import Chat, Member, Person

PERSON_IDS = 5_000_000_001
GROUP_IDS = 4_000_000_001
# A supergroup's or channel's id is its number behind -100.
SUPERGROUP_IDS = 1_002_000_000_001


class Founding(Core):
    """Acts that set the world up; none of them is an update to the bot."""

    def add_person(
        self,
        first_name: str,
        last_name: str = "",
        username: str = "",
        language_code: str = "",
        id: int | None = None,  # noqa: A002 -- the field's name in the Bot API
    ) -> Person:
        """Someone who has not yet pressed Start."""
        number = id or next(n for n in count(PERSON_IDS) if n not in self.chats)
        if number in self.chats:
            raise bad("this id is taken")
        person = Person(number, first_name, last_name, username, language_code)
        self.people[number] = person
        members = {number: Member(number), self.bot.id: Member(self.bot.id)}
        self.chats[number] = Chat(number, "private", instance=self.instance(), members=members)
        self.tell("people", None, person.user())
        return person

    def add_group(  # noqa: PLR0913 -- what a new group is asked
        self,
        title: str,
        members: Iterable[int] = (),
        administrators: Iterable[int] = (),
        type: str = "supergroup",  # noqa: A002 -- the field's name in the Bot API
        *,
        forum: bool = False,
        bot: str = "administrator",
    ) -> Chat:
        """A group that already stands; the first administrator is its creator."""
        chat = Chat(self.new_chat_id(type), type, title, forum, self.instance())
        rights = usual_rights(chat)
        for person in members:
            chat.members[self.person(person).id] = Member(person)
        for person in administrators:
            creator = not any(one.status == "creator" for one in chat.members.values())
            status = "creator" if creator else "administrator"
            chat.members[self.person(person).id] = Member(person, status, rights)
        if bot not in {"administrator", "member", "absent"}:
            raise bad("the bot is an administrator, a member or absent")
        if bot != "absent":
            chat.members[self.bot.id] = Member(self.bot.id, bot, rights)
        self.chats[chat.id] = chat
        self.tell("chat", chat.id, self.chat_json(chat))
        return chat

    def add_channel(
        self,
        title: str,
        members: Iterable[int] = (),
        administrators: Iterable[int] = (),
        bot: str = "administrator",
    ) -> Chat:
        return self.add_group(title, members, administrators, "channel", bot=bot)

    def new_chat_id(self, type: str) -> int:  # noqa: A002 -- the field's name in the Bot API
        if type not in {"group", "supergroup", "channel"}:
            raise bad("a group is a group, a supergroup or a channel")
        first = GROUP_IDS if type == "group" else SUPERGROUP_IDS
        return next(-n for n in count(first) if -n not in self.chats)

    def instance(self) -> str:
        """The `chat_instance` of button presses in a chat."""
        return str(-7_000_000_000_000_000_000 - next(self.serial))
