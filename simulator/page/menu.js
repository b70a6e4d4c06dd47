// The small menu of a message, and what it does.

import { post } from "./api.js";
import { sheet } from "./dialog.js";
import { el, icon } from "./dom.js";
import { chatAvatar, chatTitle, isOwn } from "./names.js";
import { settings } from "./settings.js";
import { store, tell } from "./store.js";
import { attempt, toast } from "./toasts.js";
import { t } from "./words.js";

const EMOJI = ["👍", "❤", "🔥", "👏", "🎉", "🤔", "🙏", "👎"];

export function react(message, emoji) {
  const { chat, message_id: id } = message;
  return attempt(() => post("react", { person: settings.person, chat: chat.id, message: id, emoji }));
}

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(t("menu.copied"));
  } catch {
    toast(text);
  }
}

function forward(message) {
  const send = async (chat) => {
    dialog.close();
    const body = { person: settings.person, from_chat: message.chat.id, message: message.message_id, to_chat: chat.id };
    if (await attempt(() => post("forward", body))) toast(t("menu.forwarded", { chat: chatTitle(chat) }));
  };
  const rows = store.chats.map((chat) =>
    el(
      "button",
      { type: "button", class: "person", testid: "forward-to", "data-chat": chat.id, onclick: () => send(chat) },
      chatAvatar(chat),
      el("b", {}, chatTitle(chat)),
    ),
  );
  const dialog = sheet(t("menu.forwardTo"), rows, { testid: "forward" });
}

function items(message) {
  const text = message.text ?? message.caption;
  return [
    ["reply", t("menu.reply"), () => tell("reply", message)],
    text ? ["copy", t("menu.copy"), () => copy(text)] : null,
    isOwn(message) && message.text ? ["edit", t("menu.edit"), () => tell("edit", message)] : null,
    ["forward", t("menu.forward"), () => forward(message)],
  ].filter(Boolean);
}

export function openMenu(message, anchor, point = null) {
  document.querySelector(".menu")?.close();
  const run = (act) => () => {
    menu.close();
    act();
  };
  const faces = EMOJI.map((emoji) =>
    el(
      "button",
      {
        type: "button",
        class: "face",
        role: "menuitem",
        "aria-label": emoji,
        testid: "react",
        onclick: run(() => react(message, emoji)),
      },
      emoji,
    ),
  );
  const rows = items(message).map(([name, label, act]) =>
    el(
      "button",
      { type: "button", class: "menu-item", role: "menuitem", testid: `menu-${name}`, onclick: run(act) },
      icon(name),
      label,
    ),
  );
  const menu = el(
    "dialog",
    {
      class: "menu",
      testid: "menu",
      role: "menu",
      tabindex: "-1",
      "aria-label": t("message.menu"),
    },
    el("div", { class: "faces" }, faces),
    rows,
  );
  menu.addEventListener("click", (event) => event.target === menu && menu.close());
  menu.addEventListener("close", () => menu.remove());
  menu.addEventListener("keydown", (event) => walk(event, [...menu.querySelectorAll("button")]));
  document.body.append(menu);
  menu.showModal();
  menu.focus();
  place(menu, anchor, point);
}

function walk(event, buttons) {
  const steps = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 };
  const step = steps[event.key];
  if (!step) return;
  event.preventDefault();
  const at = buttons.indexOf(document.activeElement);
  const next = at < 0 && step < 0 ? buttons.length - 1 : (at + step + buttons.length) % buttons.length;
  buttons[next].focus();
}

function place(menu, anchor, point) {
  const box = anchor.getBoundingClientRect();
  const x = point?.clientX ?? box.left;
  const y = point?.clientY ?? box.bottom;
  const margin = 8;
  const left = Math.min(Math.max(margin, x), innerWidth - menu.offsetWidth - margin);
  const top = Math.min(Math.max(margin, y), innerHeight - menu.offsetHeight - margin);
  menu.style.left = `${left}px`;
  menu.style.top = `${top}px`;
}
