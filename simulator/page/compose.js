// The bar where a person writes.

import { post } from "./api.js";
import { openAttach, photosChosen } from "./attach.js";
import { el, icon, iconButton } from "./dom.js";
import { inlineList, search } from "./inline.js";
import { author, summary } from "./names.js";
import { settings } from "./settings.js";
import { replyKeys } from "./replykeys.js";
import { pickCommand, slashMenu, suggest } from "./slash.js";
import { chatOf, isPrivate, me, on, statusOf, store } from "./store.js";
import { attempt } from "./toasts.js";
import { t } from "./words.js";

const TALLEST = 180;

const drafts = new Map();
const area = el("textarea", { rows: 1, testid: "compose", enterkeyhint: "send", autocomplete: "off" });
const context = el("div", { class: "context", testid: "reply-bar", hidden: true });
const bar = el("form", { class: "compose", onsubmit: submit });
const start = el("div", { class: "start-bar", hidden: true });

let attached = null;

export function composePane() {
  const slash = iconButton("slash", t("compose.commands"), () => put("/"), { testid: "slash" });
  const add = iconButton("attach", t("compose.attach"), () => openAttach(), { testid: "attach" });
  const send = iconButton("send", t("compose.send"), null, { type: "submit", class: "icon-button send", testid: "send" });
  area.addEventListener("input", changed);
  area.addEventListener("keydown", keyed);
  area.addEventListener("paste", pasted);
  bar.append(add, area, slash, send);
  return el("footer", { class: "foot" }, slashMenu, inlineList, context, bar, replyKeys, start);
}

function grow() {
  area.style.height = "auto";
  area.style.height = `${Math.min(area.scrollHeight, TALLEST)}px`;
}

function changed() {
  drafts.set(store.chat, area.value);
  grow();
  suggest(area.value, attached?.kind !== "edit");
  search(area.value, attached?.kind !== "edit");
}

export function put(text) {
  area.value = text;
  area.focus();
  changed();
}

const desktop = matchMedia("(hover: hover) and (pointer: fine)");

function keyed(event) {
  if (event.isComposing) return;
  const picked = pickCommand(event);
  if (picked) {
    event.preventDefault();
    if (picked.fill) put(picked.fill);
    if (picked.send) sendNow(picked.send);
    return;
  }
  if (event.key === "Escape" && attached) attach(null);
  const enter = event.key === "Enter" && !event.shiftKey && (desktop.matches || event.ctrlKey);
  if (!enter) return;
  event.preventDefault();
  submit();
}

function pasted(event) {
  const images = [...event.clipboardData.files].filter((file) => file.type.startsWith("image/"));
  if (images.length === 0) return;
  event.preventDefault();
  photosChosen(images);
}

export function wherePosted() {
  return {
    person: settings.person,
    chat: store.chat,
    ...(attached?.kind === "reply" ? { reply_to: attached.message.message_id } : {}),
    ...(store.thread ? { thread: store.thread } : {}),
  };
}

function mayHide() {
  return ["creator", "administrator"].includes(statusOf(chatOf()));
}

export function detach() {
  attach(null);
}

function submit(event) {
  event?.preventDefault();
  const text = area.value.trim();
  if (!text) return;
  if (attached?.kind === "edit") editNow(text);
  else sendNow(text);
}

async function editNow(text) {
  const { message } = attached;
  const body = { person: settings.person, chat: store.chat, message: message.message_id, text };
  if (!(await attempt(() => post("edit", body)))) return;
  attach(null);
  put("");
}

async function sendNow(text) {
  const hidden = store.anonymous && mayHide() ? { anonymous: true } : {};
  const body = { ...wherePosted(), ...hidden, text };
  const kept = { text: area.value, attached };
  attach(null);
  put("");
  if (await attempt(() => post("say", body))) return;
  put(kept.text);
  attach(kept.attached);
}

function attach(value) {
  attached = value;
  context.hidden = value === null;
  if (value === null) return showPlaceholder();
  const { kind, message } = value;
  const label = kind === "edit" ? t("compose.editing") : t("compose.replying", { name: author(message).name });
  context.replaceChildren(
    icon(kind),
    el("span", { class: "card-words" }, el("b", {}, label), el("small", {}, summary(message))),
    iconButton("close", t("button.cancel"), () => cancel(), { testid: "reply-cancel" }),
  );
  const asked = message.sim?.force_reply?.input_field_placeholder;
  showPlaceholder(kind === "reply" ? asked : null);
  area.focus();
}

function cancel() {
  if (attached?.kind === "edit") put("");
  attach(null);
}

function showPlaceholder(asked) {
  const hidden = store.anonymous && mayHide();
  area.placeholder = asked || (hidden ? t("compose.anonymous") : t("compose.placeholder"));
  area.setAttribute("aria-label", t("compose.placeholder"));
}

// In a private chat nobody can write before Start; who has blocked the bot may only lift that.
function draw() {
  const person = me();
  const closed = isPrivate() && person && (!person.started || person.blocked);
  bar.hidden = Boolean(closed);
  start.hidden = !closed;
  if (!attached) showPlaceholder();
  if (!closed) return;
  const [label, path, testid] = person.blocked
    ? [t("compose.unblock"), "unblock", "unblock"]
    : [t("compose.start"), "start", "start"];
  const act = () => attempt(() => post(path, { person: settings.person }));
  start.replaceChildren(el("button", { type: "button", class: "button primary wide", testid, onclick: act }, label));
}

function forced(message) {
  const wish = message.sim?.force_reply;
  if (!wish || message.chat.id !== store.chat) return false;
  const person = me();
  if (isPrivate() || !wish.selective) return true;
  const named = (message.entities ?? []).some((entity) => entity.user?.id === settings.person);
  const called = person?.username && message.text?.includes(`@${person.username}`);
  const answered = message.reply_to_message;
  return named || called || (answered?.from?.id === settings.person && !answered.forum_topic_created);
}

on("open", () => {
  attach(null);
  area.value = drafts.get(store.chat) ?? "";
  grow();
  suggest("");
  search("");
  draw();
  if (desktop.matches && store.chat !== null && !bar.hidden) area.focus();
});
on("messages", ({ chat, arrived, gone }) => {
  if (arrived && forced(arrived)) attach({ kind: "reply", message: arrived });
  // As in Telegram's apps: nobody answers a message that was deleted meanwhile.
  if (chat === store.chat && gone?.includes(attached?.message.message_id)) cancel();
});
on("state", draw);
on("reply", (message) => attach({ kind: "reply", message }));
on("edit", (message) => {
  put(message.text);
  attach({ kind: "edit", message });
});
on("put", put);
on("send", sendNow);
