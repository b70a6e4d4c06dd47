// Text with its entities. Offsets are UTF-16 units, which is how JavaScript counts too.

import { el } from "./dom.js";
import { fromNow, momentOf } from "./names.js";
import { tell } from "./store.js";
import { t } from "./words.js";

const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);

const MAKERS = {
  bold: () => el("strong"),
  italic: () => el("em"),
  underline: () => el("u"),
  strikethrough: () => el("s"),
  code: () => el("code"),
  pre: (entity) => el("pre", { "data-language": entity.language }),
  blockquote: () => el("blockquote"),
  expandable_blockquote: () => expandable(),
  spoiler: () => spoiler(),
  hashtag: () => el("span", { class: "tag" }),
  cashtag: () => el("span", { class: "tag" }),
  phone_number: () => el("span", { class: "tag" }),
  mention: (entity, text) => tappable("mention", () => tell("mention", text)),
  text_mention: (entity) => tappable("mention", () => tell("mention", entity.user)),
  bot_command: (entity, text) => tappable("command", () => tell("command", text)),
  url: (entity, text) => tappable("link", () => tell("link", text), text),
  text_link: (entity) => tappable("link", () => tell("link", entity.url), entity.url),
  date_time: (entity) => pointInTime(entity),
  email: (entity, text) => tappable("link", () => tell("copy", text), text),
};

// Not a button: that would not break over lines as words do.
function tappable(kind, onclick, title) {
  const onkeydown = (event) => event.key === "Enter" && onclick();
  const attributes = { role: "link", tabindex: "0", "data-entity": kind, onclick, onkeydown, title };
  return el("span", { class: `tag inline-${kind}`, ...attributes });
}

// As Telegram's apps do: in the reader's own words, whatever was written there.
function pointInTime(entity) {
  const seconds = entity.unix_time;
  const shown = entity.date_time_format === "r" ? fromNow(seconds) : entity.date_time_format && momentOf(seconds);
  return el("time", { "data-entity": "date_time", "data-shown": shown || null, title: momentOf(seconds) });
}

function expandable() {
  const fold = () => node.classList.toggle("folded");
  const onkeydown = (event) => event.key === "Enter" && fold();
  const node = el("blockquote", { class: "folded", tabindex: "0", role: "button", onclick: fold, onkeydown });
  return node;
}

function spoiler() {
  const show = () => {
    node.classList.add("shown");
    node.removeAttribute("role");
    node.removeAttribute("aria-label");
  };
  const node = el("span", {
    class: "spoiler",
    role: "button",
    tabindex: "0",
    "aria-label": t("message.spoiler"),
    onclick: show,
    onkeydown: (event) => event.key === "Enter" && show(),
  });
  return node;
}

export function formatted(text, entities = []) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const fragment = document.createDocumentFragment();
  fill(fragment, text, sorted, 0, text.length);
  return fragment;
}

function fill(parent, text, entities, start, end) {
  let at = start;
  let index = 0;
  while (index < entities.length) {
    const entity = entities[index];
    const from = Math.max(entity.offset, at);
    const to = Math.min(entity.offset + entity.length, end);
    const inner = entities.slice(index + 1).filter((other) => other.offset < to);
    index += 1 + inner.length;
    if (from >= to) continue;
    parent.append(text.slice(at, from));
    parent.append(node(text, entity, inner, from, to));
    at = to;
    // A block ends its line by itself; the line break after it would draw an empty one.
    if (BLOCKS.has(entity.type) && text[at] === "\n") at += 1;
  }
  parent.append(text.slice(at, end));
}

function node(text, entity, inner, from, to) {
  const made = (MAKERS[entity.type] ?? (() => el("span")))(entity, text.slice(from, to));
  if (made.dataset.shown) {
    made.textContent = made.dataset.shown;
    return made;
  }
  fill(made, text, inner, from, to);
  return made;
}
