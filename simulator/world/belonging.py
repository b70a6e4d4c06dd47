"""Who belongs to a chat: joining, leaving, promoting, blocking the bot, upgrading a group."""

from collections.abc import Iterable
from dataclasses import replace

from simulator.world.founding import Founding
from simulator.world.refusal import bad
from simulator.world.standing import rights_in, usual_rights
from simulator.world.values import Chat, InviteLink, Json, Member

Rights = Iterable[str] | None


class Belonging(Founding):
    """Acts that change who is where, and as what."""

    def join(self, person: int, chat: int, link: str | None = None) -> None:
        """Comes into a group, by an invite link or by being let in."""
        place = self.chat(chat)
        self.outsider(place, person)
        used = self.link_in(place, link) if link else None
        if used and used.asks:
            raise bad("this link asks for approval: request to join")
        self.admit(place, person, person, used)

    def request_to_join(self, person: int, chat: int, link: str) -> None:
        """Asks to be let in; the bot hears of it if it may invite people."""
        place = self.chat(chat)
        self.outsider(place, person)
        used = self.link_in(place, link)
        if not used.asks:
            raise bad("this link lets people in without asking")
        place.join_requests[person] = used.url
        if place.member(self.bot.id).may("can_invite_users"):
            request = self.happening(place, person) | {"user_chat_id": person}
            request["invite_link"] = self.link_json(place, used)
            self.updates.put("chat_join_request", request)

    def admit(
        self,
        chat: Chat,
        person: int,
        by: int,
        link: InviteLink | None = None,
        *,
        approved: bool = False,
    ) -> None:
        chat.join_requests.pop(person, None)
        about: Json = {}
        if link:
            link.joined.add(person)
            about["invite_link"] = self.link_json(chat, link)
        self.restate(
            chat, Member(person), by, about | ({"via_join_request": True} if approved else {})
        )
        if chat.type != "channel":
            author = person if link else by
            self.post(chat, author, {"new_chat_members": [self.person(person).user()]})

    def outsider(self, chat: Chat, person: int) -> None:
        if chat.type == "private" or chat.member(self.person(person).id).present:
            raise bad("this person cannot join the chat")

    def leave(self, person: int, chat: int) -> None:
        self.part(self.chat(chat), person, person, "left")

    def remove(self, by: int, person: int, chat: int) -> None:
        """An administrator throws someone out."""
        place = self.chat(chat)
        self.administrator(place, by)
        self.part(place, person, by, "kicked")

    def part(self, chat: Chat, person: int, by: int, status: str) -> None:
        if not chat.member(person).present:
            raise bad("this person is not in the chat")
        self.restate(chat, Member(person, status), by)
        if chat.type != "channel":
            self.post(chat, by, {"left_chat_member": self.person(person).user()})

    def promote(self, by: int, person: int, chat: int, rights: Rights) -> None:
        """Makes someone an administrator with these rights; None takes it away."""
        place = self.chat(chat)
        self.administrator(place, by)
        self.appoint(place, person, by, rights)

    def promote_bot(self, by: int, chat: int, rights: Rights) -> None:
        self.promote(by, self.bot.id, chat, rights)

    def appoint(self, chat: Chat, person: int, by: int, rights: Rights) -> None:
        member = chat.member(person)
        if not member.present or member.status == "creator":
            raise bad("this person cannot be promoted or demoted here")
        granted = frozenset(rights or ())
        unknown = granted - rights_in(chat) - {"is_anonymous"}
        if unknown:
            raise bad(f"unknown rights: {', '.join(sorted(unknown))}")
        status = "member" if rights is None else "administrator"
        self.restate(chat, Member(person, status, granted), by)

    def administrator(self, chat: Chat, person: int) -> None:
        if not chat.member(person).administers:
            raise bad("only an administrator can do this")

    # the bot

    def add_bot(self, by: int, chat: int, *, administrator: bool = False) -> None:
        """Someone brings the bot into a group that stood without it."""
        place = self.chat(chat)
        self.outsider(place, self.bot.id)
        self.admit(place, self.bot.id, by)
        if administrator:
            self.appoint(place, self.bot.id, by, usual_rights(place))

    def remove_bot(self, by: int, chat: int) -> None:
        self.remove(by, self.bot.id, chat)

    def block(self, person: int) -> None:
        """Blocks the bot: it can no longer write to this person."""
        self.set_blocked(person, blocked=True)

    def unblock(self, person: int) -> None:
        self.set_blocked(person, blocked=False)

    def set_blocked(self, person: int, *, blocked: bool) -> None:
        someone = self.person(person)
        if someone.blocked == blocked:
            return
        someone.blocked = blocked
        status = "kicked" if blocked else "member"
        self.restate(self.chat(person), Member(self.bot.id, status), person)
        self.tell("people", None, someone.user())

    # what all of them come to

    def restate(self, chat: Chat, member: Member, by: int, about: Json | None = None) -> None:
        """Gives a member a new standing, and tells the bot what it may know of that."""
        old = self.member_json(chat, chat.member(member.person))
        chat.members[member.person] = member
        change = self.happening(chat, by) | {
            "old_chat_member": old,
            "new_chat_member": self.member_json(chat, member),
        }
        if member.person == self.bot.id:
            self.updates.put("my_chat_member", change)
        elif chat.member(self.bot.id).administers:
            self.updates.put("chat_member", change | (about or {}))
        self.tell("chat", chat.id, self.chat_json(chat))

    def happening(self, chat: Chat, by: int) -> Json:
        return {
            "chat": self.chat_json(chat),
            "from": self.person(by).user(),
            "date": self.time(),
        }

    def link_in(self, chat: Chat, url: str) -> InviteLink:
        link = chat.links.get(url)
        expired = link and 0 < link.expires <= self.time()
        full = link and 0 < link.limit <= len(link.joined)
        if link is None or expired or full:
            raise bad("this invite link does not exist or has expired")
        return link

    def link_json(self, chat: Chat, link: InviteLink) -> Json:
        """The Bot API's `ChatInviteLink`."""
        waiting = sum(url == link.url for url in chat.join_requests.values())
        optional = {
            "name": link.name,
            "expire_date": link.expires,
            "member_limit": link.limit,
            "pending_join_request_count": waiting,
        }
        return {
            "invite_link": link.url,
            "creator": self.person(link.creator).user(),
            "creates_join_request": link.asks,
            "is_primary": False,
            "is_revoked": False,
        } | {name: value for name, value in optional.items() if value}

    def upgrade(self, chat: int) -> int:
        """Turns a basic group into a supergroup, which has another id."""
        old = self.chat(chat)
        if old.type != "group" or old.upgraded_to:
            raise bad("only a basic group can be upgraded")
        creator = next(one.person for one in old.members.values() if one.status == "creator")
        new = Chat(self.new_chat_id("supergroup"), "supergroup", old.title, instance=old.instance)
        new.members = {person: replace(member) for person, member in old.members.items()}
        self.chats[new.id] = new
        self.post(old, creator, {"migrate_to_chat_id": new.id})
        self.post(new, creator, {"migrate_from_chat_id": old.id})
        old.upgraded_to = new.id
        old.members = {}
        self.tell("chat", new.id, self.chat_json(new))
        return new.id
