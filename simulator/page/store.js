// What this window knows of the world, and who wants to hear of changes.

import { get } from "./api.js";
import { address, settings } from "./settings.js";

export const store = {
  now: 0,
  bot: { id: 0, username: "", first_name: "" },
  people: [],
  chats: [],
  rules: {},
  faults: [],
  chat: null,
  thread: null,
  anonymous: false,
  commands: [],
  messages: new Map(),
  reads: JSON.parse(localStorage.getItem(`reads.${settings.person}`) ?? "{}"),
};

const listeners = new Map();

export function on(topic, listener) {
  listeners.set(topic, [...(listeners.get(topic) ?? []), listener]);
}

export function tell(topic, detail) {
  for (const listener of listeners.get(topic) ?? []) listener(detail);
}

export function me() {
  return store.people.find((person) => person.id === settings.person) ?? null;
}

export function chatOf(id = store.chat) {
  return store.chats.find((chat) => chat.id === id) ?? null;
}

export function isPrivate(id = store.chat) {
  return id === settings.person;
}

export function messagesOf(id = store.chat) {
  return store.messages.get(id) ?? [];
}

export function messageOf(id, chat = store.chat) {
  return messagesOf(chat).find((message) => message.message_id === id) ?? null;
}

export function statusOf(chat) {
  return chat?.members?.find((member) => member.person === settings.person)?.status ?? "";
}

export async function refreshState() {
  const query = settings.person === null ? {} : { person: settings.person };
  const state = await get("state", query);
  Object.assign(store, state);
  if (settings.person !== null && !chatOf(settings.person)) {
    store.chats.unshift({ id: settings.person, type: "private", members: [], pinned: [], topics: [] });
  }
  tell("state");
}

export async function refreshMessages(chat) {
  const { messages } = await get(`chats/${chat}/messages`, { person: settings.person });
  store.messages.set(chat, messages);
  tell("messages", { chat });
}

export async function refreshCommands() {
  if (store.chat === null) return;
  const asked = store.chat;
  const { commands } = await get("commands", { person: settings.person, chat: asked });
  if (asked !== store.chat) return;
  store.commands = commands;
  tell("commands");
}

// What only a client knows (`sim`) does not come with an edit, so it is carried over.
export function putMessage(chat, message, fresh) {
  const sim = message.sim ?? messageOf(message.message_id, chat)?.sim;
  const whole = sim ? { ...message, sim } : message;
  const list = messagesOf(chat).filter((old) => old.message_id !== message.message_id);
  const place = list.findLastIndex((old) => old.message_id < message.message_id) + 1;
  store.messages.set(chat, list.toSpliced(place, 0, whole));
  tell("messages", { chat, arrived: fresh ? whole : null });
}

export function dropMessages(chat, ids) {
  store.messages.set(chat, messagesOf(chat).filter((old) => !ids.includes(old.message_id)));
  tell("messages", { chat, gone: ids });
}

export function openChat(id) {
  store.chat = id;
  store.thread = null;
  store.commands = [];
  settings.chat = id;
  history.replaceState(null, "", address());
  markRead(id);
  tell("open");
  if (id !== null) refreshCommands().catch(() => {});
}

export function openThread(thread) {
  store.thread = thread;
  tell("open");
}

function lastId(chat) {
  return messagesOf(chat).at(-1)?.message_id ?? 0;
}

export function markRead(chat) {
  if (chat === null || document.hidden) return;
  store.reads[chat] = lastId(chat);
  localStorage.setItem(`reads.${settings.person}`, JSON.stringify(store.reads));
}

export function unread(chat) {
  const read = store.reads[chat] ?? 0;
  // A new world counts from one again: what was read in the old one says nothing.
  const since = read > lastId(chat) ? 0 : read;
  return messagesOf(chat).filter(
    (message) => message.message_id > since && message.from?.id !== settings.person,
  ).length;
}
