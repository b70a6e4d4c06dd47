import { get } from "./api.js";
import { chatsPane } from "./chats.js";
import { composePane } from "./compose.js";
import { photosChosen } from "./attach.js";
import { el } from "./dom.js";
import { firstConnection, refreshAll } from "./events.js";
import { headerPane } from "./header.js";
import { messagesPane } from "./messages.js";
import { welcome } from "./people.js";
import { address, settings, showTheme } from "./settings.js";
import { chatOf, me, messagesOf, on, openChat, store } from "./store.js";
import { attempt } from "./toasts.js";
import { t } from "./words.js";
import "./links.js";

const app = document.getElementById("app");
const wide = matchMedia("(min-width: 800px)");

let opened = false;

function pane() {
  const nothing = el("p", { class: "nothing" }, el("span", {}, t("chats.choose")));
  const chat = el("div", { class: "chat-pane" }, headerPane(), messagesPane(), composePane());
  const main = el("main", { class: "main" }, chat, nothing);
  main.addEventListener("dragover", (event) => event.preventDefault());
  main.addEventListener("drop", dropped);
  return main;
}

function dropped(event) {
  event.preventDefault();
  const images = [...event.dataTransfer.files].filter((file) => file.type.startsWith("image/"));
  if (images.length && store.chat !== null) photosChosen(images);
}

function showView() {
  app.dataset.view = store.chat === null ? "list" : "chat";
  document.title = store.chat === null ? t("app.title") : `${chatOf()?.title ?? store.bot.first_name} · ${t("app.title")}`;
}

function firstChat() {
  if (settings.chat !== null && chatOf(settings.chat)) return settings.chat;
  return wide.matches ? (store.chats.find((chat) => chat.type !== "private") ?? store.chats[0])?.id ?? null : null;
}

// A group that became a supergroup goes on under its new number.
function followUpgrade() {
  if (store.chat === null || chatOf()) return;
  const moved = messagesOf().find((message) => message.migrate_to_chat_id)?.migrate_to_chat_id;
  openChat(chatOf(moved) ? moved : null);
}

async function welcomeAnybody() {
  const state = await attempt(() => get("state"));
  Object.assign(store, state);
  app.dataset.view = "welcome";
  app.replaceChildren(welcome(state ?? { people: [], chats: [] }));
}

async function begin() {
  showTheme();
  document.documentElement.lang = settings.lang === "zh" ? "zh-Hans" : "en";
  document.title = t("app.title");
  if (settings.person === null) return welcomeAnybody();
  on("open", showView);
  on("state", () => opened && followUpgrade());
  app.replaceChildren(chatsPane(), pane());
  await firstConnection();
  await attempt(refreshAll);
  if (store.people.length && !me()) return location.replace(address({ person: null, chat: null }));
  opened = true;
  openChat(firstChat());
  app.dataset.ready = "true";
}

begin();
