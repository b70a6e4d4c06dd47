"""A notice's life for who reads English, while the group reads Chinese."""

import pytest

from tests.conversations.alliance import Alliance
from tests.conversations.english import TEXT, UNIT, emma_and_li, foreign
from tests.vocabulary import Person, photo
from tests.vocabulary.reading import Message

pytestmark = pytest.mark.slow  # it talks for long, in turns that other conversations take as well

MINUTE, HOUR = 60.0, 3600.0


async def sent(alliance: Alliance, li: Person, *choices: str) -> Message:
    """小李 posts a notice after these presses on its draft; its card."""
    await li.says(f"/notice {TEXT}")
    preview = await li.sees("not sent yet")
    for choice in choices:
        await li.presses(choice, on=preview)
        await li.is_quiet()
    await li.presses("Post in", on=preview)
    return await alliance["小李"].sees("📢 通知 1 号")


async def passes(alliance: Alliance, seconds: float) -> None:
    await alliance["王主任"].is_quiet()
    alliance.clock.advance(seconds)
    await alliance["王主任"].is_quiet()


async def test_it_is_sent_undone_and_sent_while_the_group_reads_chinese(
    alliance: Alliance,
) -> None:
    emma, li = await emma_and_li(alliance)
    await li.says(f"/notice {TEXT}")
    preview = await li.sees("20 organisations will be asked")
    toasts = [
        await li.presses("Post in", on=preview),
        await li.presses("Undo", on=preview),
        await li.forges("notices.unsend:1", preview["message_id"]),
        await li.presses("Post in", on=preview),
        await li.forges(f"notices.send:1:{alliance.group}", preview["message_id"]),
    ]
    assert toasts[1:3] == [
        "Taken back: nothing was posted. It is a draft again.",
        "It was taken back already: nothing was posted. It is a draft again.",
    ]
    assert toasts[4] == "小李 has sent it already, as notice 1."
    card = await alliance["小李"].sees("📢 通知 1 号")
    assert alliance["Emma"].buttons(card) == ["收到", "有困难"]
    toasts.append(await alliance["Emma"].presses("收到", on=card))
    assert toasts[-1] == f"{UNIT}: counted as “Received”."
    assert foreign(alliance, li, *toasts) == foreign(alliance, emma) == []


FORMS = {
    "Received only": ((), "Received", "counted as “Received”"),
    "Sign-up": (("1",), "＋1", "counted as “1 comes”"),
    "Choose one": (("morning\nevening",), "B. evening", "counted as “evening”"),
    "Choose several": (("morning\nevening",), "A. morning", "counted as “morning”"),
}


@pytest.mark.parametrize("form", FORMS)
async def test_a_form_is_answered_by_a_button(alliance: Alliance, form: str) -> None:
    emma, li = await emma_and_li(alliance)
    asked, button, counted = FORMS[form]
    await li.says(f"/notice {TEXT}")
    preview = await li.sees("not sent yet")
    await li.presses("❗ Weight: normal", on=preview)
    await li.presses("💬 Answer", on=preview)
    await li.presses(form, on=preview)
    for answer in asked:
        question = await li.sees("eply to this message")
        await li.says(answer, reply_to=question["message_id"])
        await li.sees("Noted")
    await alliance.until(lambda: "Post in" in " ".join(li.buttons(preview)))
    await li.presses("Post in", on=preview)
    copy = await emma.sees("Important: notice 1")
    assert TEXT in emma.reads(copy)
    toasts = [await emma.presses(button, on=copy), await emma.presses("Show or change")]
    assert counted in toasts[0]
    await li.says("/pending 1")
    await li.sees("1/20")
    await li.says("/notice 1")
    await li.sees("1/20")
    assert foreign(alliance, li) == foreign(alliance, emma, *toasts) == []


REPLIES = {
    "A number": ("about twelve", "12 of us", "counted as “12”"),
    "A few words": ("\u200b", "In the morning, please", "counted as “In the morning, please”"),
    "Hand in": ("later", "", "counted as “handed in”"),
}


@pytest.mark.parametrize("form", REPLIES)
async def test_a_form_is_answered_by_a_reply(alliance: Alliance, form: str) -> None:
    emma, li = await emma_and_li(alliance)
    await sent(alliance, li, "❗ Weight: normal", "💬 Answer", form)
    await emma.presses("Fill in", on=await emma.sees("Important: notice 1"))
    question = await emma.sees("lease reply to this message")
    unclear, clear, counted = REPLIES[form]
    await emma.says(unclear, reply_to=question["message_id"])
    await emma.sees("lease")
    if clear:
        await emma.says(clear, reply_to=question["message_id"])
    else:
        await emma.sends_photo(photo("receipt"), reply_to=question["message_id"])
    await emma.sees(counted)
    await li.says("/notice 1")
    await li.sees("1/20")
    assert foreign(alliance, li) == foreign(alliance, emma) == []


async def test_a_difficulty_its_reason_the_record_and_the_calls(alliance: Alliance) -> None:
    emma, li = await emma_and_li(alliance)
    card = await sent(alliance, li, "❗ Weight: normal")
    copy = await emma.sees("Important: notice 1")
    await emma.presses("Difficulty", on=copy)
    question = await emma.sees("what makes it difficult?")
    await emma.says("No car that day", reply_to=question["message_id"])
    await emma.sees(f"Noted for {UNIT}, thank you.")
    await alliance["张阿姨"].presses("收到", on=card)
    await li.says("/pending 1")
    board = await li.sees("No car that day")
    toasts = [await li.presses("I call them", on=board)]
    for label, says in (
        ("⚠️ Reasons 1", "Notice 1: difficulties"),
        ("◀ Back", "📋"),
        ("👀 Seen 1", "nothing to answer"),
        ("◀ Back", "1/20"),
        ("📜 History", "what happened"),
    ):
        toasts.append(await li.presses(label, on=board))
        await alliance.shows(li, board, says)
    calls = await li.sees("you call 19 organisations")
    await li.presses("兴隆社区", on=calls)
    call = await li.sees("📞 兴隆社区 · notice 1")
    toasts.append(await li.presses("Received", on=call))
    assert "is written down" in toasts[-1]
    await li.says("/numbers")
    await li.sees("The last three months")
    assert foreign(alliance, li, *toasts) == foreign(alliance, emma) == []


async def test_the_deadline_reminds_closes_and_sums_up(alliance: Alliance) -> None:
    emma, li = await emma_and_li(alliance)
    await li.says(f"/notice {TEXT}")
    preview = await li.sees("not sent yet")
    await li.presses("⏰ Deadline", on=preview)
    await li.presses("Thu 20 Aug 18:00", on=preview)
    await alliance.until(lambda: "Please answer by Thu 20 Aug 18:00" in li.reads(preview))
    await li.presses("Post in", on=preview)
    card = await alliance["小李"].sees("📢 通知 1 号")
    await passes(alliance, 7.2 * HOUR)
    reminder = await emma.sees("Reminder: notice 1")
    assert emma.buttons(reminder) == ["Received", "Difficulty"]
    await passes(alliance, 2 * HOUR)
    summary = await li.sees("Notice 1 is closed")
    late = await alliance["Emma"].forges("notices.received:1", card["message_id"])
    assert late == "This notice takes no answers. /notices shows all of them."
    closed = await li.forges("notices.amend:1", summary["message_id"])
    assert closed == "Notice 1 is closed. Please open it again first, then change it."
    toasts = [late, closed, await li.presses("Open it again", on=summary)]
    assert foreign(alliance, li, *toasts) == foreign(alliance, emma) == []


async def test_what_is_urgent_comes_again_and_staff_hear_whom_to_call(alliance: Alliance) -> None:
    emma, li = await emma_and_li(alliance)
    await sent(alliance, li, "❗ Weight: normal", "❗ Weight: important")
    await emma.sees("Urgent: notice 1")
    for minutes in (16, 31, 31, 31):
        await passes(alliance, minutes * MINUTE)
    await emma.sees("Reminder: notice 1")
    await li.sees("Notice 1 is urgent, and 20 organisations have not answered")
    assert foreign(alliance, li) == foreign(alliance, emma) == []


async def test_it_is_changed_asked_for_anew_copied_and_recalled(alliance: Alliance) -> None:
    emma, li = await emma_and_li(alliance)
    await sent(alliance, li, "❗ Weight: normal")
    await emma.presses("Received", on=await emma.sees("Important: notice 1"))
    await li.says("/notice 1")
    shown = await li.sees("📢 Notice 1")
    toasts = [await li.presses("Change the text", on=shown)]
    question = await li.sees("the whole new text")
    await li.says("Typhoon on Saturday", reply_to=question["message_id"])
    await li.sees("1 person who had answered is told in private.")
    await emma.sees("which you answered, was changed. It says now:\n\nTyphoon on Saturday")
    toasts.append(await li.presses("Have all answer anew"))
    assert toasts[-1] == "1 answer was taken back; it is asked for anew."
    toasts += [await li.presses("Copy as new", on=shown), await li.presses("Recall", on=shown)]
    sure = await li.sees("Recall notice 1?")
    toasts.append(await li.presses("Recall it", on=sure))
    assert toasts[-1] == "Notice 1 is recalled."
    toasts.append(await li.forges("notices.amend:1", shown["message_id"]))
    assert toasts[-1].startswith("Notice 1 is recalled and cannot be changed any more.")
    await emma.sees_no("Important: notice 1")
    assert foreign(alliance, li, *toasts) == foreign(alliance, emma) == []


async def test_everybody_is_asked_in_private(alliance: Alliance) -> None:
    emma, li = await emma_and_li(alliance)
    await li.says(f"/notice {TEXT}")
    preview = await li.sees("not sent yet")
    for label in ("👥 Whom", "Everybody", "Back", "📍 Where", "In private only", "in private"):
        await li.presses(label, on=preview)
    copy = await emma.sees("📢 Notice 1")
    assert await emma.presses("Received", on=copy) == "You: counted as “Received”."
    await alliance.shows(emma, copy, "🙋 You: Received")
    await li.says("/notice 1")
    await li.sees("📢 Notice 1")
    assert foreign(alliance, li) == foreign(alliance, emma) == []
