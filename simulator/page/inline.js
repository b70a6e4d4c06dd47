// `@bot words`: what the bot finds for it, in any chat; choosing a line posts it in one's own name.

import { post } from "./api.js";
import { el } from "./dom.js";
import { settings } from "./settings.js";
import { on, openChat, store, tell } from "./store.js";
import { attempt } from "./toasts.js";
import { t } from "./words.js";

// As Telegram's apps wait for a pause in typing.
const PAUSE = 300;

export const inlineList = el("div", { class: "slash", role: "listbox", testid: "inline", hidden: true });

let timer = null;
let asked = null;
let typed = null;
const early = new Map();

// The words behind the bot's name; null when the text does not begin with it.
function wordsOf(text) {
  const name = `@${store.bot?.username ?? ""} `.toLowerCase();
  return text.toLowerCase().startsWith(name) ? text.slice(name.length) : null;
}

export function search(text, allowed = true) {
  const words = allowed ? wordsOf(text) : null;
  if (words === typed) return;
  typed = words;
  clearTimeout(timer);
  asked = null;
  if (words === null) return hide();
  timer = setTimeout(() => ask(words), PAUSE);
}

function hide() {
  inlineList.hidden = true;
  inlineList.replaceChildren();
}

async function ask(words) {
  const body = { person: settings.person, text: words };
  const answer = await attempt(() => post("inline", body));
  if (!answer || words !== typed) return;
  asked = answer.query;
  if (early.has(asked)) show(early.get(asked));
  early.clear();
}

function show({ results, button }) {
  inlineList.setAttribute("aria-label", t("inline.results"));
  inlineList.replaceChildren(...(button ? [hint(button)] : []), ...results.map(line));
  inlineList.hidden = inlineList.children.length === 0;
}

function line({ id, title, description }) {
  const query = asked;
  return el(
    "button",
    { type: "button", role: "option", tabindex: "-1", class: "slash-item", testid: "inline-result", onclick: () => choose(query, id) },
    el("b", { class: "inline-title" }, title),
    el("span", {}, description ?? ""),
  );
}

function hint({ text, start_parameter: payload }) {
  const open = async () => {
    if (!(await attempt(() => post("start", { person: settings.person, payload })))) return;
    tell("put", "");
    openChat(settings.person);
  };
  return el("button", { type: "button", class: "slash-item", testid: "inline-hint", onclick: open }, el("span", {}, text));
}

async function choose(query, result) {
  const body = { person: settings.person, chat: store.chat, query, result };
  if (await attempt(() => post("choose", body))) tell("put", "");
}

on("answer", (answer) => {
  if (!("results" in answer)) return;
  if (answer.query === asked) show(answer);
  else early.set(answer.query, answer);
});
