// The head of the open chat: who it is, what is pinned, its topics, who is typing.

import { el, iconButton } from "./dom.js";
import { sheet } from "./dialog.js";
import { openLab } from "./lab.js";
import { avatar, chatAvatar, chatTitle, fullName, summary } from "./names.js";
import { chatOf, isPrivate, messageOf, on, openChat, openThread, store, tell } from "./store.js";
import { t } from "./words.js";

const TYPING = 5000;
const IN_CHAT = ["creator", "administrator", "member", "restricted"];

const title = el("button", { type: "button", class: "chat-title", testid: "chat-title", onclick: () => openMembers() });
const pinned = el("button", { type: "button", class: "pinned", testid: "pinned", hidden: true, onclick: () => nextPin() });
const topics = el("div", { class: "topics", role: "tablist", testid: "topics", hidden: true });

let typing = null;
let pinIndex = 0;

export function headerPane() {
  const back = iconButton("back", t("button.back"), () => openChat(null), { class: "icon-button narrow", testid: "back" });
  const lab = iconButton("gear", t("lab.title"), openLab, { class: "icon-button narrow", testid: "lab-here" });
  return el("div", { class: "head" }, el("header", { class: "bar" }, back, title, lab), pinned, topics);
}

function subtitle(chat) {
  if (typing) return t("header.typing", { name: store.bot.first_name });
  if (chat.type === "private") return t("header.bot");
  const count = chat.members.filter((member) => IN_CHAT.includes(member.status)).length;
  return t("header.members", { count });
}

function drawTitle(chat) {
  title.replaceChildren(
    chatAvatar(chat),
    el(
      "span",
      { class: "card-words" },
      el("b", { testid: "chat-name" }, chatTitle(chat)),
      el("small", { class: typing ? "typing" : "", "aria-live": "polite" }, subtitle(chat)),
    ),
  );
}

function drawPinned(chat) {
  const ids = chat.pinned ?? [];
  pinned.hidden = ids.length === 0;
  if (pinned.hidden) return;
  pinIndex = Math.min(pinIndex, ids.length - 1);
  const message = messageOf(ids.at(-1 - pinIndex));
  const label = ids.length > 1 ? t("header.pinnedOf", { number: ids.length - pinIndex }) : t("header.pinned");
  pinned.replaceChildren(
    el("b", {}, label),
    el("span", {}, message ? summary(message) : t("header.pinnedOld")),
  );
}

function nextPin() {
  const ids = chatOf()?.pinned ?? [];
  tell("jump", ids.at(-1 - pinIndex));
  pinIndex = (pinIndex + 1) % ids.length;
  draw();
}

function tab(id, name) {
  return el(
    "button",
    {
      type: "button",
      role: "tab",
      class: "topic",
      testid: "topic",
      "data-topic": id ?? "all",
      "aria-selected": String(store.thread === id),
      onclick: () => openThread(id),
    },
    name,
  );
}

function drawTopics(chat) {
  topics.hidden = !chat.forum;
  if (topics.hidden) return;
  const named = (chat.topics ?? []).map((topic) => tab(topic.id, topic.name));
  topics.replaceChildren(tab(null, t("topics.all")), tab(0, t("topics.general")), ...named);
}

function draw() {
  const chat = chatOf();
  if (!chat) return;
  drawTitle(chat);
  drawPinned(chat);
  drawTopics(chat);
}

const STATUS = {
  creator: () => t("status.creator"),
  administrator: () => t("status.administrator"),
  member: () => t("status.member"),
  restricted: () => t("status.restricted"),
};

function openMembers() {
  const chat = chatOf();
  if (isPrivate(chat.id)) return;
  const rows = chat.members
    .filter((member) => IN_CHAT.includes(member.status))
    .map(({ person: id, status }) => {
      const person = [store.bot, ...store.people].find((one) => one.id === id);
      const name = person ? fullName(person) : String(id);
      const words = el("span", { class: "card-words" }, el("b", {}, name), el("small", {}, STATUS[status]()));
      return el("li", { class: "person" }, avatar(id, name), words);
    });
  sheet(t("header.membersTitle"), el("ul", { class: "people-list" }, rows), { testid: "members" });
}

function stopTyping() {
  clearTimeout(typing);
  typing = null;
}

on("action", ({ chat }) => {
  if (chat !== store.chat) return;
  stopTyping();
  typing = setTimeout(() => {
    typing = null;
    draw();
  }, TYPING);
  draw();
});
on("open", () => {
  pinIndex = 0;
  stopTyping();
  draw();
});
on("messages", ({ chat, arrived }) => {
  if (chat !== store.chat) return;
  if (arrived?.from?.id === store.bot.id) stopTyping();
  draw();
});
on("state", draw);
