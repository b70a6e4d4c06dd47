// The "/" menu: the commands that the bot set for this person in this chat.

import { el } from "./dom.js";
import { isPrivate, on, store, tell } from "./store.js";
import { t } from "./words.js";

export const slashMenu = el("div", { class: "slash", role: "listbox", testid: "commands", hidden: true });

let shown = [];
let chosen = 0;
let typed = "";

// In a group a phone names the bot, so that no other bot there takes the command.
function whole(command) {
  return isPrivate() ? `/${command}` : `/${command}@${store.bot.username}`;
}

export function suggest(text, allowed = true) {
  if (text !== typed) chosen = 0;
  typed = text;
  const match = allowed ? /^\/(\w*)$/.exec(text) : null;
  shown = match ? store.commands.filter(({ command }) => command.startsWith(match[1].toLowerCase())) : [];
  chosen = Math.min(chosen, Math.max(shown.length - 1, 0));
  draw();
}

function draw() {
  slashMenu.hidden = shown.length === 0;
  slashMenu.setAttribute("aria-label", t("compose.commands"));
  slashMenu.replaceChildren(...shown.map(option));
}

function option({ command, description }, index) {
  return el(
    "button",
    {
      type: "button",
      role: "option",
      tabindex: "-1",
      class: "slash-item",
      testid: "command",
      "data-command": command,
      "aria-selected": index === chosen ? "true" : "false",
      onclick: () => tell("send", whole(command)),
    },
    el("b", {}, `/${command}`),
    el("span", {}, description),
  );
}

// What a key means while the menu is open: nothing, a text to fill in, or a text to send.
export function pickCommand(event) {
  if (shown.length === 0) return null;
  const { command } = shown[chosen];
  if (event.key === "Tab") return { fill: `${whole(command)} ` };
  if (event.key === "Enter" && !event.shiftKey) return { send: whole(command) };
  if (event.key === "Escape") return suggest("") ?? {};
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return null;
  chosen = (chosen + step + shown.length) % shown.length;
  draw();
  slashMenu.children[chosen].scrollIntoView({ block: "nearest" });
  return {};
}

on("commands", () => suggest(typed));
