// How people, chats and times are called on the page.

import { el, icon } from "./dom.js";
import { settings } from "./settings.js";
import { store } from "./store.js";
import { t } from "./words.js";

const HUES = 8;
const SHORT = 32;

export function fullName(person) {
  return [person.first_name, person.last_name].filter(Boolean).join(" ");
}

export function chatTitle(chat) {
  return chat.type === "private" ? store.bot.first_name : chat.title;
}

function initials(name) {
  const letters = [...name.trim()].filter((letter) => /[\p{L}\p{N}\p{Emoji_Presentation}]/u.test(letter));
  if (letters.length === 0) return "·";
  if (/\p{Script=Han}/u.test(letters[0])) return chineseInitials(letters);
  const words = name.trim().split(/\s+/);
  return words.slice(0, 2).map((word) => [...word][0]).join("").toUpperCase();
}

// A Chinese given name says more than the family name: 王小明 is 小明 to the neighbours.
function chineseInitials(letters) {
  if (letters.length <= 3) return letters.slice(-2).join("");
  return letters[0];
}

export function hue(id) {
  return Math.abs(id) % HUES;
}

export function avatar(id, name, size = "", short = initials(name)) {
  const isBot = id === store.bot.id;
  return el(
    "span",
    { class: `avatar ${isBot ? "avatar-bot" : `hue-${hue(id)}`} ${size}`, "aria-hidden": "true" },
    isBot ? icon("house") : short,
  );
}

export function chatAvatar(chat, size) {
  return chat.type === "private"
    ? avatar(store.bot.id, store.bot.first_name, size)
    : avatar(chat.id, chat.title, size, [...chat.title].slice(0, 2).join(""));
}

export function author(message) {
  if (message.sender_chat) {
    return { id: message.sender_chat.id, name: message.sender_chat.title, anonymous: true };
  }
  const person = message.from ?? { id: 0, first_name: "" };
  return { id: person.id, name: fullName(person), bot: person.is_bot };
}

export function isOwn(message) {
  return !message.sender_chat && message.from?.id === settings.person;
}

const locale = settings.lang === "zh" ? "zh-CN" : "en-GB";
const clock = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const day = new Intl.DateTimeFormat(locale, { month: "long", day: "numeric", weekday: "long" });
const shortDay = new Intl.DateTimeFormat(locale, { month: "numeric", day: "numeric" });
const whole = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });

const relative = new Intl.RelativeTimeFormat(locale, { numeric: "always" });
const UNITS = [["day", 86400], ["hour", 3600], ["minute", 60]];

const asDate = (seconds) => new Date(seconds * 1000);

export const timeOf = (seconds) => clock.format(asDate(seconds));
export const momentOf = (seconds) => whole.format(asDate(seconds));
export function fromNow(seconds) {
  const left = seconds - store.now;
  const [unit, size] = UNITS.find((one) => Math.abs(left) >= one[1]) ?? ["minute", 60];
  return relative.format(Math.trunc(left / size), unit);
}
export const dayKey = (seconds) => asDate(seconds).toDateString();

export function dayOf(seconds) {
  if (dayKey(seconds) === dayKey(store.now)) return t("day.today");
  if (dayKey(seconds) === dayKey(store.now - 86400)) return t("day.yesterday");
  return day.format(asDate(seconds));
}

export function shortMoment(seconds) {
  return dayKey(seconds) === dayKey(store.now) ? timeOf(seconds) : shortDay.format(asDate(seconds));
}

export function sizeOf(bytes) {
  if (!bytes) return "";
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

const KINDS = {
  photo: () => t("kind.photo"),
  video: () => t("kind.video"),
  animation: () => t("kind.video"),
  voice: () => t("kind.voice"),
  audio: () => t("kind.audio"),
  sticker: (message) => message.sticker.emoji ?? t("kind.sticker"),
  document: (message) => message.document.file_name ?? t("kind.document"),
  venue: (message) => message.venue.title,
  location: () => t("kind.location"),
  contact: (message) => fullName(message.contact),
  poll: (message) => message.poll.question,
  dice: (message) => `${message.dice.emoji} ${message.dice.value}`,
};

// One line that stands for a message: in the chat list, quotes and the pinned bar.
export function summary(message) {
  const kind = Object.keys(KINDS).find((name) => name in message);
  const words = message.text ?? message.caption;
  if (!kind) return words ?? serviceText(message) ?? t("kind.other");
  const label = KINDS[kind](message);
  return words ? `${t("kind.bracket", { label })} ${words}` : t("kind.bracket", { label });
}

function shortened(text) {
  const letters = [...text.replaceAll("\n", " ")];
  return letters.length > SHORT ? `${letters.slice(0, SHORT).join("")}…` : letters.join("");
}

const names = (people) => people.map(fullName).join(t("list.comma"));

const SERVICES = {
  new_chat_members: (message, who) => {
    const alone = message.new_chat_members.length === 1 && message.new_chat_members[0].id === message.from?.id;
    if (alone) return t("service.joined", { who });
    return t("service.added", { who, whom: names(message.new_chat_members) });
  },
  left_chat_member: (message, who) =>
    message.left_chat_member.id === message.from?.id
      ? t("service.left", { who })
      : t("service.removed", { who, whom: fullName(message.left_chat_member) }),
  pinned_message: (message, who) =>
    t("service.pinned", { who, what: shortened(summary(message.pinned_message)) }),
  new_chat_title: (message, who) => t("service.title", { who, title: message.new_chat_title }),
  group_chat_created: (message, who) => t("service.created", { who }),
  supergroup_chat_created: (message, who) => t("service.created", { who }),
  migrate_to_chat_id: () => t("service.upgraded"),
  migrate_from_chat_id: () => t("service.upgraded"),
  forum_topic_created: (message, who) =>
    t("service.topic", { who, name: message.forum_topic_created.name }),
  forum_topic_edited: (message, who) => t("service.topicEdited", { who }),
  forum_topic_closed: (message, who) => t("service.topicClosed", { who }),
  forum_topic_reopened: (message, who) => t("service.topicReopened", { who }),
  new_chat_photo: (message, who) => t("service.photo", { who }),
  delete_chat_photo: (message, who) => t("service.photo", { who }),
};

export function serviceText(message) {
  const kind = Object.keys(SERVICES).find((name) => name in message);
  return kind ? SERVICES[kind](message, author(message).name) : null;
}
