// The list of messages of the open chat: groups, days, scrolling, jumping.

import { bubble, service } from "./bubble.js";
import { el, icon, reconcile } from "./dom.js";
import { author, dayKey, dayOf, isOwn, serviceText } from "./names.js";
import { markRead, messagesOf, on, store } from "./store.js";
import { t } from "./words.js";

const CLOSE = 90;
const PAUSE = 600;

const list = el("div", { class: "list" });
const scroller = el(
  "div",
  { class: "messages", role: "log", "aria-live": "polite", tabindex: "0", testid: "messages" },
  list,
);
const pillCount = el("span", { testid: "pill-count" });
const pill = el(
  "button",
  { type: "button", class: "pill", testid: "pill", hidden: true, onclick: () => toBottom(true) },
  pillCount,
  icon("down"),
);

let drawn = new Map();
let missed = 0;
let stuck = true;

export function messagesPane() {
  scroller.setAttribute("aria-label", t("messages.title"));
  scroller.addEventListener("scroll", noticeScroll, { passive: true });
  new ResizeObserver(() => stuck && toBottom()).observe(scroller);
  return el("div", { class: "messages-frame" }, scroller, pill);
}

function inThread(message) {
  if (store.thread === null) return true;
  if (store.thread === 0) return !message.is_topic_message;
  return message.message_thread_id === store.thread;
}

function units(messages) {
  const found = [];
  for (const message of messages.filter(inThread)) {
    const last = found.at(-1);
    const album = message.media_group_id;
    if (album && last?.messages[0].media_group_id === album) last.messages.push(message);
    else found.push({ messages: [message], service: serviceText(message) !== null });
  }
  return found;
}

function together(a, b) {
  if (!a || !b || a.service || b.service) return false;
  const [one, other] = [a.messages[0], b.messages[0]];
  return (
    author(one).id === author(other).id &&
    dayKey(one.date) === dayKey(other.date) &&
    other.date - one.date < PAUSE
  );
}

function nodesOf(found) {
  const fresh = new Map();
  const nodes = [];
  found.forEach((unit, index) => {
    const message = unit.messages[0];
    const before = found[index - 1];
    if (!before || dayKey(before.messages[0].date) !== dayKey(message.date)) {
      nodes.push(kept(fresh, `day ${dayKey(message.date)}`, dayOf(message.date), () => dayLine(message)));
    }
    const flags = { first: !together(before, unit), last: !together(unit, found[index + 1]) };
    const signature = JSON.stringify([unit.messages, flags]);
    const make = () => (unit.service ? service(message) : bubble(unit.messages, flags));
    nodes.push(kept(fresh, String(message.message_id), signature, make));
  });
  drawn = fresh;
  return nodes;
}

function kept(fresh, name, signature, make) {
  const old = drawn.get(name);
  const entry = old?.signature === signature ? old : { signature, node: replaced(old?.node, make()) };
  fresh.set(name, entry);
  return entry.node;
}

// Who presses with the keyboard keeps the place when the bot edits the message.
function replaced(old, node) {
  const key = old?.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  if (key) queueMicrotask(() => node.querySelector(`[data-key="${key}"]`)?.focus());
  return node;
}

function dayLine(message) {
  return el("p", { class: "day" }, el("span", {}, dayOf(message.date)));
}

function draw() {
  const nodes = nodesOf(units(messagesOf()));
  reconcile(list, nodes.length ? nodes : [emptyLine()]);
}

function emptyLine() {
  return el("p", { class: "empty", testid: "empty" }, t("messages.empty"));
}

function nearBottom() {
  return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < CLOSE;
}

function toBottom(smooth = false) {
  scroller.scrollTo({ top: scroller.scrollHeight, behavior: smooth ? "smooth" : "instant" });
  stuck = true;
  missed = 0;
  showPill();
}

function noticeScroll() {
  stuck = nearBottom();
  if (stuck) missed = 0;
  showPill();
}

function showPill() {
  pill.hidden = stuck;
  pill.classList.toggle("counting", missed > 0);
  pillCount.textContent = missed > 0 ? t("messages.new", { count: missed }) : "";
  pill.setAttribute("aria-label", missed > 0 ? t("messages.new", { count: missed }) : t("messages.bottom"));
}

export function jump(id) {
  const row = list.querySelector(`[data-messages~="${id}"]`);
  if (!row) return;
  row.scrollIntoView({ block: "center", behavior: "smooth" });
  row.classList.remove("flash");
  requestAnimationFrame(() => row.classList.add("flash"));
}

on("open", () => {
  drawn = new Map();
  missed = 0;
  list.replaceChildren();
  draw();
  toBottom();
});

on("messages", ({ chat, arrived }) => {
  if (chat !== store.chat) return;
  // The scroll event may still be on its way, so the place is measured, not remembered.
  stuck = nearBottom();
  draw();
  if (stuck || (arrived && isOwn(arrived))) toBottom();
  else if (arrived) missed += 1;
  showPill();
  markRead(chat);
});

on("state", draw);
on("jump", jump);
document.addEventListener("visibilitychange", () => markRead(store.chat));
