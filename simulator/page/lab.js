// The drawer of everything that is no phone: time, faults, rules, other people.

import { get, post, remove } from "./api.js";
import { choice, field, form, sheet } from "./dialog.js";
import { el, icon } from "./dom.js";
import { chatTitle, fullName, momentOf } from "./names.js";
import { newPerson, openPicker } from "./people.js";
import { LANGUAGES, setLanguage, settings, setTheme, THEMES } from "./settings.js";
import { chatOf, isPrivate, me, on, openChat, refreshState, statusOf, store, tell } from "./store.js";
import { attempt, toast } from "./toasts.js";
import { t } from "./words.js";

const clock = el("output", { class: "lab-clock", testid: "lab-clock" });
const faults = el("ul", { class: "faults", testid: "faults" });
const rules = el("div", { class: "switches" });
const here = el("div", { class: "stack" });

const section = (title, ...content) => el("section", { class: "lab-section" }, el("h3", {}, title), content);
const button = (label, testid, onclick) => el("button", { type: "button", class: "button", testid, onclick }, label);

async function act(path, body, said = null) {
  const done = await attempt(() => post(path, body));
  if (!done) return null;
  if (said) toast(said);
  await attempt(refreshState);
  return done;
}

function timeSection() {
  const forward = (seconds) => () => act("time", { seconds });
  return section(
    t("lab.time"),
    clock,
    el(
      "div",
      { class: "buttons" },
      button(t("lab.minute"), "time-minute", forward(60)),
      button(t("lab.hour"), "time-hour", forward(3600)),
      button(t("lab.day"), "time-day", forward(86400)),
    ),
  );
}

function faultKinds() {
  return [
    ["flood", t("fault.flood")],
    ["error", t("fault.error")],
    ["slow", t("fault.slow")],
    ["drop_before", t("fault.dropBefore")],
    ["drop_after", t("fault.dropAfter")],
    ["refuse", t("fault.refuse")],
    ["duplicate", t("fault.duplicate")],
    ["reorder", t("fault.reorder")],
  ];
}

function faultSection() {
  const kind = choice(t("fault.kind"), faultKinds(), { testid: "fault-kind" });
  const method = field(t("fault.method"), { placeholder: "sendMessage", testid: "fault-method" });
  const times = field(t("fault.times"), { type: "number", min: 1, max: 1000, value: 1, testid: "fault-times" });
  const seconds = field(t("fault.seconds"), { type: "number", min: 0, max: 600, value: 3, testid: "fault-seconds" });
  const add = () => {
    const body = { kind: kind.input.value, times: Number(times.input.value), seconds: Number(seconds.input.value) };
    const named = method.input.value.trim();
    return act("faults", named ? { ...body, method: named } : body, t("fault.set"));
  };
  const pair = el("div", { class: "pair" }, times.node, seconds.node);
  return section(t("lab.faults"), form([kind.node, method.node, pair], t("fault.add"), add, "fault-form"), faults);
}

function drawFaults() {
  const names = Object.fromEntries(faultKinds());
  const drop = async (id) => {
    await attempt(() => remove(`faults/${id}`));
    await attempt(refreshState);
  };
  faults.replaceChildren(
    ...(store.faults ?? []).map((fault) => {
      const left = fault.times ?? 1;
      const words = [names[fault.kind] ?? fault.kind, fault.method, `× ${left}`].filter(Boolean).join(" · ");
      return el("li", { testid: "fault" }, words, button(t("fault.remove"), "fault-remove", () => drop(fault.id)));
    }),
  );
}

const RULES = {
  flood: () => t("rule.flood"),
  privacy: () => t("rule.privacy"),
  inline: () => t("rule.inline"),
  deletion_window: () => t("rule.deletionWindow"),
  stale_callbacks: () => t("rule.staleCallbacks"),
};

function toggle(label, checked, testid, changed) {
  const input = el("input", { type: "checkbox", role: "switch", testid, checked });
  input.addEventListener("change", () => changed(input.checked));
  return el("label", { class: "switch" }, el("span", {}, label), input);
}

function drawRules() {
  const known = Object.keys(RULES).filter((name) => name in (store.rules ?? {}));
  const change = (name) => (value) => act("rules", { [name]: value });
  rules.replaceChildren(...known.map((name) => toggle(RULES[name](), store.rules[name], `rule-${name}`, change(name))));
}

function drawHere() {
  const chat = chatOf();
  const person = me();
  const mine = { person: settings.person };
  const entries = [el("p", {}, chat ? chatTitle(chat) : fullName(person ?? store.bot))];
  if (["creator", "administrator"].includes(statusOf(chat))) entries.push(anonymousToggle());
  if (chat && !isPrivate(chat.id)) {
    if (chat.type === "group") entries.push(button(t("lab.upgrade"), "lab-upgrade", () => upgrade(chat)));
    entries.push(button(t("lab.leave"), "lab-leave", () => act("leave", { ...mine, chat: chat.id }, t("lab.left"))));
  }
  entries.push(
    person?.blocked
      ? button(t("compose.unblock"), "lab-unblock", () => act("unblock", mine, t("lab.unblocked")))
      : button(t("lab.block"), "lab-block", () => act("block", mine, t("lab.blocked"))),
  );
  here.replaceChildren(...entries);
}

function anonymousToggle() {
  return toggle(t("lab.anonymous"), store.anonymous, "lab-anonymous", (value) => {
    store.anonymous = value;
    tell("state");
  });
}

async function upgrade(chat) {
  const answer = await act("upgrade", { chat: chat.id }, t("service.upgraded"));
  if (answer?.chat && answer.chat !== store.chat) openChat(answer.chat);
  document.querySelector(".drawer")?.close();
}

function peopleSection() {
  const link = field(t("lab.link"), { type: "url", placeholder: "https://t.me/+…", required: true, testid: "lab-link" });
  const follow = () => tell("link", link.input.value.trim());
  return section(
    t("lab.people"),
    el("div", { class: "buttons" }, button(t("people.title"), "lab-picker", openPicker)),
    el("details", {}, el("summary", {}, t("people.new")), newPerson()),
    form([link.node], t("lab.follow"), follow, "link-form"),
  );
}

const THEME_ICONS = { auto: "half", light: "sun", dark: "moon" };

function segments(label, values, current, names, chosen, testid) {
  const show = (node, value) => {
    for (const other of node.parentElement.children) other.setAttribute("aria-pressed", String(other === node));
    chosen(value);
  };
  const buttons = values.map((value) =>
    el(
      "button",
      {
        type: "button",
        class: "segment",
        testid: `${testid}-${value}`,
        "aria-pressed": String(value === current),
        onclick: (event) => show(event.currentTarget, value),
      },
      THEME_ICONS[value] ? icon(THEME_ICONS[value]) : null,
      names[value],
    ),
  );
  return el("div", { class: "segments", role: "group", "aria-label": label }, buttons);
}

function lookSection() {
  const lights = { auto: t("theme.auto"), light: t("theme.light"), dark: t("theme.dark") };
  return section(
    t("lab.look"),
    segments(t("lab.language"), LANGUAGES, settings.lang, { zh: "中文", en: "English" }, setLanguage, "lang"),
    segments(t("lab.look"), THEMES, settings.theme, lights, setTheme, "theme"),
  );
}

function drawLive() {
  clock.textContent = momentOf(store.now);
  drawHere();
  drawFaults();
  drawRules();
}

export function openLab() {
  drawLive();
  const content = [section(t("lab.here"), here), timeSection(), faultSection(), section(t("lab.rules"), rules), peopleSection(), lookSection()];
  const dialog = sheet(t("lab.title"), content, { testid: "lab", kind: "drawer" });
  get("state", { person: settings.person })
    .then((state) => Object.assign(store, { now: state.now, faults: state.faults, rules: state.rules }))
    .then(drawLive, () => dialog.close());
}

on("state", drawLive);
