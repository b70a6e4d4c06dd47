// Who looks through this window.

import { get, post } from "./api.js";
import { field, form, sheet } from "./dialog.js";
import { el, icon } from "./dom.js";
import { avatar, fullName } from "./names.js";
import { address, settings } from "./settings.js";
import { attempt } from "./toasts.js";
import { t } from "./words.js";

const MANY = 8;
const HIGH = ["creator", "administrator"];

function rolesOf(person, chats) {
  const groups = chats.filter((chat) => chat.type !== "private");
  return groups
    .map((chat) => ({ chat, status: chat.members.find((member) => member.person === person.id)?.status }))
    .filter(({ status }) => status && status !== "left" && status !== "kicked")
    .map(({ chat, status }) => (HIGH.includes(status) ? t("people.leads", { chat: chat.title }) : chat.title));
}

function row(person, chats) {
  const there = address({ person: person.id, chat: null });
  const name = fullName(person);
  const roles = rolesOf(person, chats).join(t("list.comma"));
  return el(
    "li",
    { class: "person-row", "data-name": `${name} ${person.username ?? ""}`.toLowerCase() },
    el(
      "a",
      {
        class: "person",
        href: there,
        testid: "person",
        "data-person": person.id,
        "aria-current": person.id === settings.person ? "true" : null,
      },
      avatar(person.id, name),
      el("span", { class: "card-words" }, el("b", {}, name), el("small", {}, roles || t("people.nowhere"))),
    ),
    el(
      "a",
      {
        class: "icon-button",
        href: there,
        target: "_blank",
        rel: "noopener",
        title: t("people.window"),
        "aria-label": t("people.windowOf", { name }),
      },
      icon("window"),
    ),
  );
}

function search(rows) {
  const { node, input } = field(t("people.search"), { type: "search", testid: "person-search" });
  input.addEventListener("input", () => {
    const wanted = input.value.trim().toLowerCase();
    for (const one of rows) one.hidden = !one.dataset.name.includes(wanted);
  });
  return node;
}

function peopleList({ people, chats }) {
  const rows = people.filter((person) => !person.is_bot).map((person) => row(person, chats));
  return el(
    "div",
    { class: "people" },
    rows.length > MANY ? search(rows) : null,
    el("ul", { class: "people-list", testid: "people" }, rows),
    el("details", { class: "more-people" }, el("summary", { testid: "person-new" }, t("people.new")), newPerson()),
  );
}

export function newPerson() {
  const first = field(t("people.first"), { required: true, maxlength: 64, testid: "person-first" });
  const last = field(t("people.last"), { maxlength: 64 });
  const username = field(t("people.username"), { pattern: "[A-Za-z0-9_]{3,32}", placeholder: "ann_2" });
  const language = field(t("people.language"), { value: settings.lang === "zh" ? "zh-hans" : "en", maxlength: 8 });
  const add = async () => {
    const body = {
      first_name: first.input.value,
      last_name: last.input.value,
      username: username.input.value,
      language_code: language.input.value,
    };
    const person = await attempt(() => post("people", body));
    if (person) location.assign(address({ person: person.id, chat: null }));
  };
  const fields = [first, last, username, language].map(({ node }) => node);
  return form(fields, t("people.add"), add, "person-form");
}

// The state of one person shows only their chats; without a person it says who is where.
export async function openPicker() {
  const state = await attempt(() => get("state"));
  if (state) sheet(t("people.title"), peopleList(state), { testid: "picker" });
}

export function welcome(state) {
  return el(
    "div",
    { class: "welcome", testid: "welcome" },
    el("span", { class: "avatar avatar-bot huge-avatar", "aria-hidden": "true" }, icon("house")),
    el("h1", {}, t("app.title")),
    el("p", {}, t("people.welcome")),
    peopleList(state),
  );
}
