// Inline keyboards: pressing, waiting for the bot's answer, following links.

import { get, post } from "./api.js";
import { attempt, answerShown } from "./toasts.js";
import { el, icon } from "./dom.js";
import { settings } from "./settings.js";
import { on, tell } from "./store.js";
import { t } from "./words.js";

const PATIENCE = 20000;

const waiting = new Map();
const early = new Map();

const place = (message, row, column) => `${message.chat.id}/${message.message_id}/${row}/${column}`;

export function keyboard(message) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  return el(
    "div",
    { class: "keyboard", role: "group", "aria-label": t("message.buttons"), testid: "keyboard" },
    rows.map((row, y) =>
      el("div", { class: "keyboard-row" }, row.map((button, x) => key(message, button, y, x))),
    ),
  );
}

function key(message, button, row, column) {
  const where = place(message, row, column);
  return el(
    "button",
    {
      type: "button",
      class: "key",
      testid: "key",
      "data-key": where,
      "data-callback": button.callback_data,
      "data-url": button.url,
      "aria-busy": waiting.has(where) ? "true" : null,
      onclick: () => pressed(message, button, where),
    },
    el("span", { class: "key-text" }, button.text),
    button.url ? icon("window") : null,
  );
}

function pressed(message, button, where) {
  if (button.url) tell("link", button.url);
  else if (button.callback_data) press(message, button.callback_data, where);
  else if (button.copy_text) tell("copy", button.copy_text.text);
  else if ("switch_inline_query_current_chat" in button) tell("put", button.switch_inline_query_current_chat);
}

function busy(where, value) {
  for (const node of document.querySelectorAll(`[data-key="${where}"]`)) {
    if (value) node.setAttribute("aria-busy", "true");
    else node.removeAttribute("aria-busy");
  }
}

async function press(message, data, where) {
  if (waiting.has(where)) return;
  waiting.set(where, null);
  busy(where, true);
  const body = { person: settings.person, chat: message.chat.id, message: message.message_id, data };
  const answer = await attempt(() => post("press", body));
  if (!answer) return finish(where);
  waiting.set(where, answer.query);
  if (early.has(answer.query)) return answered(early.get(answer.query));
  setTimeout(() => waiting.get(where) === answer.query && finish(where), PATIENCE);
}

function finish(where) {
  waiting.delete(where);
  busy(where, false);
}

function answered(answer) {
  const where = [...waiting.keys()].find((name) => waiting.get(name) === answer.query);
  if (!where) {
    early.set(answer.query, answer);
    return;
  }
  early.delete(answer.query);
  finish(where);
  answerShown(answer);
  if (answer.url) tell("link", answer.url);
}

async function askAgain(query) {
  const { answer } = await get(`presses/${query}`).catch(() => ({}));
  if (answer) answered({ ...answer, query });
}

on("answer", answered);
on("connection", (up) => {
  if (up) for (const query of waiting.values()) if (query) askAgain(query);
});
