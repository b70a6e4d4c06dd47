// One message (or album) as a bubble.

import { el, icon, iconButton } from "./dom.js";
import { formatted } from "./entities.js";
import { keyboard } from "./keyboard.js";
import { carried } from "./media.js";
import { openMenu, react } from "./menu.js";
import { author, avatar, chatAvatar, fullName, hue, isOwn, momentOf, serviceText, summary, timeOf } from "./names.js";
import { isPrivate, messageOf, store, tell } from "./store.js";
import { t } from "./words.js";

const HOLD = 450;

export function service(message) {
  const pinned = message.pinned_message;
  const attributes = { class: "service", testid: "service", "data-messages": message.message_id };
  const text = serviceText(message);
  if (!pinned) return el("p", attributes, el("span", {}, text));
  return el(
    "p",
    attributes,
    el("button", { type: "button", onclick: () => tell("jump", pinned.message_id) }, text),
  );
}

export function bubble(messages, { first, last }) {
  const message = messages[0];
  const captioned = messages.find((one) => one.caption) ?? message;
  const own = isOwn(message);
  const row = el(
    "article",
    {
      class: ["row", own ? "own" : "", first ? "first" : "", last ? "last" : ""].filter(Boolean).join(" "),
      testid: "message",
      "data-messages": messages.map((one) => one.message_id).join(" "),
      "aria-label": `${author(message).name} ${timeOf(message.date)}`,
    },
    own || isPrivate() ? null : face(message, last),
    el(
      "div",
      { class: "column" },
      body(messages, captioned, first && !own && !isPrivate()),
      keyboard(messages.at(-1)),
      reactions(message),
    ),
    iconButton("more", t("message.menu"), (event) => openMenu(captioned, event.currentTarget), {
      class: "icon-button more",
      testid: "message-menu",
    }),
  );
  holdable(row, captioned);
  return row;
}

function face(message, last) {
  if (!last) return el("span", { class: "avatar-gap" });
  const { id, name, anonymous } = author(message);
  return anonymous ? chatAvatar(message.sender_chat) : avatar(id, name);
}

function body(messages, captioned, named) {
  const text = captioned.text ?? captioned.caption ?? "";
  const entities = captioned.entities ?? captioned.caption_entities ?? [];
  const media = [carried(messages)].flat().filter(Boolean);
  const pictured = messages[0].photo ? "pictured" : "";
  return el(
    "div",
    { class: ["bubble", pictured, text ? "" : "wordless", captioned.edit_date ? "edited" : ""].filter(Boolean).join(" ") },
    named ? nameLine(messages[0]) : null,
    forwardedFrom(messages[0]),
    via(messages[0]),
    quote(messages[0]),
    media,
    text ? el("div", { class: "text", testid: "message-text" }, formatted(text, entities)) : null,
    !text && media.length === 0 ? el("div", { class: "text muted" }, t("kind.other")) : null,
    meta(captioned),
  );
}

function nameLine(message) {
  const { id, name, anonymous } = author(message);
  const signature = anonymous ? (message.author_signature ?? t("status.administrator")) : null;
  return el(
    "div",
    { class: `name ${id === store.bot.id ? "name-bot" : `hue-${hue(id)}`}`, testid: "message-author" },
    el("span", {}, name),
    signature ? el("small", {}, signature) : null,
  );
}

function origin(message) {
  const source = message.forward_origin;
  if (!source) return null;
  if (source.sender_user) return fullName(source.sender_user);
  return source.sender_user_name ?? source.sender_chat?.title ?? source.chat?.title ?? "";
}

function forwardedFrom(message) {
  const name = origin(message);
  if (name === null) return null;
  return el("div", { class: "forwarded" }, icon("forward"), el("span", {}, t("message.forwarded", { name })));
}

function via(message) {
  if (!message.via_bot) return null;
  const name = message.via_bot.username;
  return el("div", { class: "forwarded", testid: "via" }, el("span", {}, t("message.via", { name })));
}

function quote(message) {
  const target = message.reply_to_message;
  if (!target || target.forum_topic_created) return null;
  const known = messageOf(target.message_id) ?? target;
  return el(
    "button",
    { type: "button", class: "quote", testid: "quote", onclick: () => tell("jump", target.message_id) },
    el("b", {}, author(known).name),
    el("span", {}, summary(known)),
  );
}

function meta(message) {
  const edited = message.edit_date ? el("span", { testid: "edited" }, t("message.edited")) : null;
  return el(
    "div",
    { class: "meta" },
    edited,
    el("time", { title: momentOf(message.date), datetime: new Date(message.date * 1000).toISOString() }, timeOf(message.date)),
  );
}

function reactions(message) {
  const given = message.sim?.reactions ?? [];
  if (given.length === 0) return null;
  return el(
    "div",
    { class: "reactions" },
    given.map(({ emoji, count, mine }) =>
      el(
        "button",
        {
          type: "button",
          class: "reaction",
          testid: "reaction",
          "aria-pressed": mine ? "true" : "false",
          "aria-label": t("message.reaction", { emoji, count }),
          onclick: () => react(message, mine ? "" : emoji),
        },
        `${emoji} ${count}`,
      ),
    ),
  );
}

function holdable(row, message) {
  let timer = null;
  const cancel = () => clearTimeout(timer);
  const target = row.querySelector(".bubble");
  target.addEventListener("contextmenu", (event) => {
    if (getSelection()?.toString()) return;
    event.preventDefault();
    cancel();
    openMenu(message, target, event);
  });
  target.addEventListener("touchstart", (event) => {
    const { clientX, clientY } = event.touches[0];
    timer = setTimeout(() => openMenu(message, target, { clientX, clientY }), HOLD);
  }, { passive: true });
  for (const name of ["touchend", "touchmove", "touchcancel"]) {
    target.addEventListener(name, cancel, { passive: true });
  }
}
