"""What members may do, and the Bot API's `ChatMember`."""

from simulator.world.values import Chat, Json, Member

GROUP_RIGHTS = frozenset(
    {
        "can_manage_chat",
        "can_delete_messages",
        "can_manage_video_chats",
        "can_restrict_members",
        "can_promote_members",
        "can_change_info",
        "can_invite_users",
        "can_post_stories",
        "can_edit_stories",
        "can_delete_stories",
        "can_pin_messages",
    }
)
FORUM_RIGHTS = frozenset({"can_manage_topics"})
CHANNEL_RIGHTS = GROUP_RIGHTS - {"can_pin_messages"} | {"can_post_messages", "can_edit_messages"}


def rights_in(chat: Chat) -> frozenset[str]:
    """Every right that an administrator can have here."""
    if chat.type == "channel":
        return CHANNEL_RIGHTS
    return GROUP_RIGHTS | FORUM_RIGHTS if chat.forum else GROUP_RIGHTS


def usual_rights(chat: Chat) -> frozenset[str]:
    """What an administrator usually gets: all but making further administrators."""
    return rights_in(chat) - {"can_promote_members"}


def chat_member(member: Member, user: Json, chat: Chat, *, editable: bool = False) -> Json:
    """The Bot API's `ChatMember`; `editable`: the bot may change this administrator's rights."""
    known: Json = {"status": member.status, "user": user}
    if member.administers:
        known["is_anonymous"] = "is_anonymous" in member.rights
        known |= {"custom_title": member.title} if member.title else {}
    if member.status == "administrator":
        listed = {right: right in member.rights for right in rights_in(chat)}
        return known | {"can_be_edited": editable} | listed
    return known | ({"until_date": 0} if member.status == "kicked" else {})
