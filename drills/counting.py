"""What people saw, counted against what is kept."""

import hashlib

from drills.crowd import Crowd, Press
from drills.outcomes import Outcome
from drills.town import Town


def count(made: Town, crowd: Crowd) -> list[Outcome]:
    """Once no bot is there: what people saw, against what the database and the photos hold."""
    return [
        _answers(made, crowd),
        _boards(made, crowd),
        reports(made, crowd),
        _notices(made, crowd),
        _receipts(made),
        _handled(made),
    ]


def _answers(made: Town, crowd: Crowd) -> Outcome:
    outcome = Outcome("an answer that a person saw taken is kept, or a later one of theirs")
    kept = {
        (organisation, notice): answer
        for organisation, notice, answer in made.ask(
            "SELECT organisation_id, notice_id, answer FROM answers"
        )
    }
    for (organisation, notice), presses in _by_answer(crowd).items():
        seen = [number for number, press in enumerate(presses) if crowd.saw_it_taken(press)]
        outcome.tries += len(seen)
        if not seen:
            continue
        allowed = {press.answer for press in presses[seen[-1] :]}
        if kept.get((organisation, notice)) not in allowed:
            found = kept.get((organisation, notice))
            outcome.violations.append(f"unit {organisation}, notice {notice}: {found}")
    return outcome


def _by_answer(crowd: Crowd) -> dict[tuple[int, int], list[Press]]:
    by_answer: dict[tuple[int, int], list[Press]] = {}
    for press in crowd.presses:
        by_answer.setdefault((press.organisation, press.notice), []).append(press)
    return by_answer


def _boards(made: Town, crowd: Crowd) -> Outcome:
    outcome = Outcome("a board shows as many answers as are kept: none twice, none missing")
    kept = made.ask(
        "SELECT n.number, count(a.answer) FROM notices n LEFT JOIN answers a ON a.notice_id = n.id"
        " JOIN deliveries d ON d.kind = 'notices.card' AND d.subject_id = n.id"
        " WHERE d.state = 'sent' AND d.message_id IS NOT NULL GROUP BY n.id"
    )
    shown = [str(card.get("text")) for card in crowd.cards()]
    for number, count in kept:
        outcome.tries += 1
        card = next((text for text in reversed(shown) if f"通知 {number} 号" in text), "")
        if f"{count}/{len(made.liaisons)}" not in card and "全部" not in card:
            outcome.violations.append(f"notice {number}: {count} kept, shown: {card[-60:]!r}")
    return outcome


def reports(made: Town, crowd: Crowd) -> Outcome:
    outcome = Outcome("a report is whole: once, with every photo, each on disk as its hash says")
    rows = made.ask(
        "SELECT a.title, p.path, p.sha256 FROM activities a"
        " LEFT JOIN photos p ON p.activity_id = a.id AND p.state = 'kept'"
    )
    once = dict(made.ask("SELECT title, count(*) FROM activities GROUP BY title"))
    for report in crowd.reports:
        outcome.tries += 1
        files = [(path, digest) for title, path, digest in rows if title == report.title and path]
        whole = all(
            hashlib.sha256((made.data / "photos" / path).read_bytes()).hexdigest() == digest
            for path, digest in files
        )
        if once.get(report.title) != 1 or len(files) != report.photos or not whole:
            outcome.violations.append(
                f"{report.title}: {once.get(report.title, 0)} times,"
                f" {len(files)} of {report.photos} photos"
            )
    return outcome


def _notices(made: Town, crowd: Crowd) -> Outcome:
    outcome = Outcome("a notice is in the group once, or staff are shown that it may be missing")
    states = {
        text: (state, fault)
        for text, state, fault in made.ask(
            "SELECT n.text, d.state, d.fault FROM notices n JOIN deliveries d"
            " ON d.kind = 'notices.card' AND d.subject_id = n.id"
        )
    }
    shown = [str(card.get("text")) for card in crowd.cards()]
    for text, (state, _) in states.items():
        outcome.tries += 1
        times = sum(f"{text}\n" in f"{one}\n" for one in shown)
        if times > 1 or (times == 0 and state not in {"unknown", "failed"}):
            outcome.violations.append(f"{text}: {times} times, {state}")
    return outcome


def _receipts(made: Town) -> Outcome:
    outcome = Outcome("a report has its receipt once, or staff are shown that it may be missing")
    shown = [str(one.get("text")) for one in made.bots_messages(made.group)]
    for number, title, state in made.ask(
        "SELECT a.id, a.title, d.state FROM activities a JOIN deliveries d"
        " ON d.kind = 'activities.receipt' AND d.subject_id = a.id"
    ):
        outcome.tries += 1
        times = sum(f"活动 {number} 号" in one and title in one for one in shown)
        if times > 1 or (times == 0 and state not in {"unknown", "failed"}):
            outcome.violations.append(f"report {number}: {times} receipts, {state}")
    return outcome


def _handled(made: Town) -> Outcome:
    outcome = Outcome("what was taken in is done in the end; nothing was set aside")
    outcome.tries = made.ask("SELECT count(*) FROM inbox")[0][0]
    outcome.violations = [
        f"update {number}: tries {tries}, {fault or 'not done'}"
        for number, tries, fault in made.ask(
            "SELECT update_id, tries, fault FROM inbox WHERE done_at IS NULL"
        )
    ]
    return outcome
