// A reply keyboard: the bot's buttons below the field, which send words, one's own number or place.

import { post } from "./api.js";
import { el } from "./dom.js";
import { fullName } from "./names.js";
import { settings } from "./settings.js";
import { isPrivate, me, on, store } from "./store.js";
import { attempt } from "./toasts.js";
import { t } from "./words.js";

const NUMBER = "+86 138 0000 0000";
// Where everybody of this Telegram is: Huiji district, Zhengzhou.
const HERE = { latitude: 34.8, longitude: 113.65 };

export const replyKeys = el("div", { class: "reply-keys", role: "group", testid: "reply-keys", hidden: true });

const shown = new Map();

function draw() {
  const markup = shown.get(store.chat);
  const rows = isPrivate() ? (markup?.keyboard ?? []) : [];
  replyKeys.hidden = rows.length === 0;
  replyKeys.setAttribute("aria-label", t("message.buttons"));
  replyKeys.replaceChildren(...rows.flat().map((one) => key(one, markup)));
}

function key(one, markup) {
  const button = typeof one === "string" ? { text: one } : one;
  const props = { type: "button", class: "key", testid: "reply-key", onclick: () => press(button, markup) };
  return el("button", props, el("span", { class: "key-text" }, button.text));
}

// As in Telegram's apps: a button that asks for a number or a place sends one's own.
async function press(button, markup) {
  const where = { person: settings.person, chat: store.chat };
  const own = { phone_number: NUMBER, first_name: fullName(me()), user_id: settings.person };
  const said = button.request_contact
    ? ["contact", own]
    : button.request_location
      ? ["location", HERE]
      : ["say", { text: button.text }];
  const done = await attempt(() => post(said[0], { ...where, ...said[1] }));
  if (done && markup.one_time_keyboard) {
    shown.delete(store.chat);
    draw();
  }
}

on("messages", ({ chat, arrived }) => {
  const markup = arrived?.sim?.reply_keyboard;
  if (!markup) return;
  if (markup.remove_keyboard) shown.delete(chat);
  else shown.set(chat, markup);
  draw();
});
on("open", draw);
