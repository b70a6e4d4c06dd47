// What this window is: who looks, at which chat, in which language and light.

const query = new URLSearchParams(location.search);

function number(name) {
  const value = query.get(name);
  return value !== null && /^-?\d+$/.test(value) ? Number(value) : null;
}

function remembered(name, allowed) {
  const wanted = query.get(name) ?? localStorage.getItem(name);
  return allowed.includes(wanted) ? wanted : allowed[0];
}

export const LANGUAGES = ["zh", "en"];
export const THEMES = ["auto", "light", "dark"];

export const settings = {
  person: number("person"),
  chat: number("chat"),
  lang: remembered("lang", LANGUAGES),
  theme: remembered("theme", THEMES),
};

export function address(changes = {}) {
  const next = new URLSearchParams();
  const values = { person: settings.person, chat: settings.chat, lang: settings.lang, ...changes };
  for (const [name, value] of Object.entries(values)) if (value !== null) next.set(name, value);
  return `${location.pathname}?${next}`;
}

export function setLanguage(lang) {
  localStorage.setItem("lang", lang);
  location.assign(address({ lang }));
}

export function setTheme(theme) {
  settings.theme = theme;
  localStorage.setItem("theme", theme);
  showTheme();
}

export function showTheme() {
  document.documentElement.dataset.theme = settings.theme;
}
