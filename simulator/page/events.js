// The live line to the world. After a break everything is asked anew, since events may have been missed.

import {
  dropMessages, on, putMessage, refreshCommands, refreshMessages, refreshState, store, tell,
} from "./store.js";
import { settings } from "./settings.js";

const PAUSES = [300, 1000, 2000, 5000];

let failures = 0;
let pendingState = null;

let settle = null;

// Listens before anything is asked, so that nothing falls between the two.
export function firstConnection() {
  return new Promise((resolve) => {
    settle = resolve;
    connect();
  });
}

function settled() {
  if (!settle) return false;
  settle();
  settle = null;
  return true;
}

function connect() {
  const source = new EventSource(`/sim/events?person=${settings.person}`);
  source.onopen = () => {
    failures = 0;
    tell("connection", true);
    if (!settled()) refreshAll().catch(() => {});
  };
  source.onmessage = (event) => hear(JSON.parse(event.data));
  source.onerror = () => {
    source.close();
    tell("connection", false);
    const pause = PAUSES[Math.min(failures, PAUSES.length - 1)];
    failures += 1;
    settled();
    setTimeout(connect, pause);
  };
}

export async function refreshAll() {
  await refreshState();
  await Promise.all(store.chats.map((chat) => refreshMessages(chat.id)));
  await refreshCommands();
}

function refreshStateSoon() {
  clearTimeout(pendingState);
  pendingState = setTimeout(refreshStateAndNewChats, 30);
}

async function refreshStateAndNewChats() {
  try {
    await refreshState();
    const fresh = store.chats.filter((chat) => !store.messages.has(chat.id));
    await Promise.all(fresh.map((chat) => refreshMessages(chat.id)));
  } catch {
    // The line is down; the reconnection asks for everything.
  }
}

const HEARD = {
  message: (event) => putMessage(event.chat, event.data, true),
  edited: (event) => putMessage(event.chat, event.data, false),
  deleted: (event) => dropMessages(event.chat, event.data.messages),
  reaction: (event) => refreshMessages(event.chat).catch(() => {}),
  vote: (event) => refreshMessages(event.chat).catch(() => {}),
  answer: (event) => tell("answer", event.data),
  action: (event) => tell("action", event),
  commands: () => refreshCommands().catch(() => {}),
  pinned: refreshStateSoon,
  chat: refreshStateSoon,
  people: refreshStateSoon,
  time: refreshStateSoon,
};

function hear(event) {
  HEARD[event.kind]?.(event);
}

on("messages", ({ arrived }) => {
  const changes = ["new_chat_members", "left_chat_member", "new_chat_title", "migrate_to_chat_id"];
  if (arrived && changes.some((name) => name in arrived)) refreshStateSoon();
});
