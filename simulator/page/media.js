// What a message carries besides text: pictures, files, places, people, polls.

import { fileAddress, post } from "./api.js";
import { el, icon } from "./dom.js";
import { avatar, fullName, sizeOf } from "./names.js";
import { settings } from "./settings.js";
import { attempt } from "./toasts.js";
import { view } from "./viewer.js";
import { t } from "./words.js";

const WIDE_ENOUGH = 640;
const ROWS = {
  2: [2], 3: [1, 2], 4: [2, 2], 5: [2, 3], 6: [3, 3], 7: [2, 2, 3], 8: [2, 3, 3], 9: [3, 3, 3], 10: [2, 3, 3, 2],
};

function bestSize(sizes) {
  const sorted = [...sizes].sort((a, b) => a.width - b.width);
  return sorted.find((size) => size.width >= WIDE_ENOUGH) ?? sorted.at(-1);
}

function picture(message) {
  const size = bestSize(message.photo);
  const largest = message.photo.reduce((a, b) => (b.width > a.width ? b : a));
  return {
    src: fileAddress(size.file_id),
    full: fileAddress(largest.file_id),
    width: size.width,
    height: size.height,
    caption: message.caption ?? "",
  };
}

function pictureButton(pictures, index) {
  const { src, width, height } = pictures[index];
  const label = t("message.photo", { number: index + 1, count: pictures.length });
  return el(
    "button",
    { type: "button", class: "picture", testid: "photo", "aria-label": label, onclick: () => view(pictures, index) },
    el("img", { src, width, height, alt: "", loading: "lazy", draggable: "false" }),
  );
}

export function photos(messages) {
  const pictures = messages.map(picture);
  if (pictures.length === 1) return single(pictures);
  const rows = ROWS[pictures.length] ?? [1];
  const spans = rows.flatMap((count) => Array(count).fill(6 / count));
  const cells = pictures.map((one, index) => {
    const node = pictureButton(pictures, index);
    node.classList.add(`span-${spans[index] ?? 6}`);
    return node;
  });
  return el("div", { class: "album", testid: "album" }, cells);
}

function single(pictures) {
  const { width, height } = pictures[0];
  const node = pictureButton(pictures, 0);
  // The place is kept before the picture is there, so that nothing jumps.
  const shape = Math.min(Math.max(width / height, 0.6), 2.2);
  node.style.setProperty("--shape", shape);
  return el("div", { class: "single" }, node);
}

function card(kind, symbol, title, line, attributes = {}) {
  return el(
    attributes.href ? "a" : "div",
    { class: `card card-${kind}`, testid: kind, ...attributes },
    typeof symbol === "string" ? el("span", { class: "card-icon" }, icon(symbol)) : symbol,
    el("span", { class: "card-words" }, el("b", {}, title), el("small", {}, line)),
  );
}

function fileCard(file, symbol, title) {
  return card("document", symbol, title, sizeOf(file.file_size), {
    href: fileAddress(file.file_id),
    download: title,
  });
}

function map({ latitude, longitude }, title, address) {
  const point = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  return el(
    "div",
    { class: "place", testid: title ? "venue" : "location" },
    el("div", { class: "place-map" }, icon("place")),
    el("div", { class: "card-words" }, el("b", {}, title ?? point), el("small", {}, address ?? t("kind.location"))),
  );
}

// A quiz shows what is right to who has answered, as Telegram's clients do.
function verdict({ poll, sim }, index) {
  if (poll.type !== "quiz" || !sim?.vote) return "";
  if (poll.correct_option_ids?.includes(index)) return "✔";
  return sim.vote.includes(index) ? "✘" : "";
}

function pollOption(message, option, index, total) {
  const { poll: asked, sim } = message;
  const share = total ? Math.round((option.voter_count / total) * 100) : 0;
  const vote = () => {
    const { chat, message_id: id } = message;
    attempt(() => post("vote", { person: settings.person, chat: chat.id, message: id, options: [index] }));
  };
  const bar = el("progress", { max: 100, value: share, "aria-hidden": "true" });
  const settled = asked.is_closed || (Boolean(sim?.vote) && !asked.allows_revoting);
  const mark = verdict(message, index);
  return el(
    "button",
    { type: "button", class: "option", testid: "poll-option", onclick: vote, disabled: settled },
    el("span", { class: "option-words" }, mark ? `${mark} ${option.text}` : option.text, el("small", {}, `${share}%`)),
    bar,
  );
}

function poll(message) {
  const { question, options, total_voter_count: total, is_closed: closed, type, explanation } = message.poll;
  const voted = Boolean(message.sim?.vote);
  const kind = type === "quiz" ? t("poll.quiz") : t("poll.open");
  return el(
    "div",
    { class: "poll", testid: "poll" },
    el("b", {}, question),
    el("small", {}, closed ? t("poll.closed") : kind),
    options.map((option, index) => pollOption(message, option, index, total)),
    voted && explanation ? el("div", { class: "poll-why", testid: "poll-why" }, explanation) : null,
    el("small", {}, t("poll.votes", { count: total })),
  );
}

const CARRIED = {
  photo: (message) => photos([message]),
  animation: ({ animation }) => fileCard(animation, "play", animation.file_name ?? t("kind.video")),
  video: ({ video }) => fileCard(video, "play", video.file_name ?? t("kind.video")),
  voice: ({ voice }) => fileCard(voice, "play", t("kind.voice")),
  audio: ({ audio }) => fileCard(audio, "play", audio.title ?? audio.file_name ?? t("kind.audio")),
  document: ({ document: file }) => fileCard(file, "file", file.file_name ?? t("kind.document")),
  venue: ({ venue }) => map(venue.location, venue.title, venue.address),
  location: ({ location: point }) => map(point),
  contact: ({ contact }) =>
    card("contact", avatar(contact.user_id ?? 0, fullName(contact)), fullName(contact), contact.phone_number),
  poll,
  sticker: ({ sticker }) => el("div", { class: "huge" }, sticker.emoji ?? t("kind.sticker")),
  dice: ({ dice }) => el("div", { class: "huge" }, `${dice.emoji} ${dice.value}`),
};

export function carried(messages) {
  if (messages.length > 1 && messages.every((message) => message.photo)) return photos(messages);
  return messages.map(carriedByOne);
}

function carriedByOne(message) {
  const kind = Object.keys(CARRIED).find((name) => name in message);
  return kind ? CARRIED[kind](message) : null;
}
