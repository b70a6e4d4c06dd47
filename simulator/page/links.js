// Where a tapped link leads: into this world when it is Telegram's, else asked first.

import { post } from "./api.js";
import { sheet } from "./dialog.js";
import { el } from "./dom.js";
import { copy } from "./menu.js";
import { settings } from "./settings.js";
import { on, openChat, refreshMessages, refreshState, store, tell } from "./store.js";
import { attempt, toast } from "./toasts.js";
import { t } from "./words.js";

const TELEGRAM = ["t.me", "telegram.me"];

function parsed(text) {
  try {
    return new URL(/^[a-z]+:/i.test(text) ? text : `https://${text}`);
  } catch {
    return null;
  }
}

async function follow(url) {
  const answer = await attempt(() => post("link", { person: settings.person, url }));
  if (!answer?.chat) return;
  closeDialogs();
  await attempt(refreshState);
  await attempt(() => refreshMessages(answer.chat));
  openChat(answer.chat);
}

function closeDialogs() {
  for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close();
}

function confirmOpening(url) {
  const open = el(
    "a",
    {
      class: "button primary",
      href: url.href,
      target: "_blank",
      rel: "noopener noreferrer",
      testid: "link-open",
      onclick: () => dialog.close(),
    },
    t("link.open"),
  );
  const copied = () => {
    dialog.close();
    copy(url.href);
  };
  const take = el("button", { type: "button", class: "button", onclick: copied }, t("menu.copy"));
  const content = [
    el("p", { class: "address" }, url.href),
    el("p", { class: "muted" }, t("link.outside")),
    el("div", { class: "dialog-buttons" }, take, open),
  ];
  const dialog = sheet(t("link.title"), content, { testid: "link-dialog" });
}

on("link", (text) => {
  const url = parsed(text);
  if (url && TELEGRAM.includes(url.hostname)) follow(url.href);
  else if (url && ["http:", "https:"].includes(url.protocol)) confirmOpening(url);
  else toast(text);
});

on("mention", (who) => {
  const name = typeof who === "string" ? who : who.username && `@${who.username}`;
  if (name?.toLowerCase() === `@${store.bot.username}`.toLowerCase()) openChat(settings.person);
  else if (name) tell("put", `${name} `);
});

on("command", (text) => tell("send", text));
on("copy", copy);
