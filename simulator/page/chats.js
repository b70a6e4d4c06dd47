// The list of chats, with the last line of each and a dot for what is new.

import { el, iconButton, reconcile } from "./dom.js";
import { openLab } from "./lab.js";
import { author, avatar, chatAvatar, chatTitle, fullName, isOwn, serviceText, shortMoment, summary } from "./names.js";
import { openPicker } from "./people.js";
import { isPrivate, me, messagesOf, on, openChat, store, unread } from "./store.js";
import { t } from "./words.js";

const list = el("nav", { class: "chats", testid: "chats" });
const who = el("button", { type: "button", class: "who", testid: "who", onclick: () => openPicker() });
const line = el("p", { class: "line-down", role: "status", hidden: true, testid: "offline" });

let drawn = new Map();

export function chatsPane() {
  list.setAttribute("aria-label", t("chats.title"));
  line.textContent = t("error.reconnecting");
  return el(
    "aside",
    { class: "side" },
    el("header", { class: "bar side-bar" }, who, iconButton("gear", t("lab.title"), openLab, { testid: "lab-open" })),
    line,
    list,
  );
}

function lastLine(message) {
  if (!message) return t("chats.nothing");
  const text = summary(message).replaceAll("\n", " ");
  if (isPrivate(message.chat.id) || serviceText(message)) return text;
  const name = isOwn(message) ? t("chats.me") : author(message).name;
  return t("chats.line", { name, text });
}

function item(chat) {
  const last = messagesOf(chat.id).at(-1);
  const news = chat.id === store.chat ? 0 : unread(chat.id);
  const label = news > 0 ? t("chats.unread", { count: news }) : null;
  return el(
    "button",
    {
      type: "button",
      class: "chat",
      testid: "chat",
      "data-chat": chat.id,
      "aria-current": chat.id === store.chat ? "true" : null,
      onclick: () => openChat(chat.id),
    },
    chatAvatar(chat, "large"),
    el(
      "span",
      { class: "chat-words" },
      el("span", { class: "chat-top" }, el("b", {}, chatTitle(chat)), el("time", {}, last ? shortMoment(last.date) : "")),
      el(
        "span",
        { class: "chat-bottom" },
        el("span", { class: "chat-last" }, lastLine(last)),
        label ? el("span", { class: "dot", testid: "unread", "aria-label": label }, news > 99 ? "99+" : String(news)) : null,
      ),
    ),
  );
}

function kept(chat) {
  const last = messagesOf(chat.id).at(-1);
  const hour = Math.floor(store.now / 3600);
  const signature = JSON.stringify([chatTitle(chat), last, store.chat === chat.id, unread(chat.id), hour]);
  const old = drawn.get(chat.id);
  return old?.signature === signature ? old : { signature, node: item(chat) };
}

function draw() {
  const date = (chat) => messagesOf(chat.id).at(-1)?.date ?? 0;
  const sorted = [...store.chats].sort((a, b) => date(b) - date(a));
  const fresh = new Map(sorted.map((chat) => [chat.id, kept(chat)]));
  drawn = fresh;
  reconcile(list, sorted.map((chat) => fresh.get(chat.id).node));
}

function drawWho() {
  const person = me();
  if (!person) return;
  const name = fullName(person);
  who.setAttribute("aria-label", t("people.switch", { name }));
  who.replaceChildren(avatar(person.id, name), el("b", {}, name));
}

on("state", () => {
  drawWho();
  draw();
});
on("messages", draw);
on("open", draw);
on("connection", (up) => {
  line.hidden = up;
});
