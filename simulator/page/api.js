export class Refused extends Error {}

async function ask(path, options) {
  let answer;
  try {
    answer = await fetch(`/sim/${path}`, options);
  } catch {
    throw new Refused("");
  }
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(body.error ?? `${answer.status} ${answer.statusText}`);
  return body;
}

export function get(path, query = {}) {
  return ask(`${path}?${new URLSearchParams(query)}`);
}

export function post(path, body = {}) {
  return ask(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

export function upload(path, fields) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (value === null || value === undefined || value === "") continue;
    for (const item of Array.isArray(value) ? value : [value]) form.append(name, item);
  }
  return ask(path, { method: "POST", body: form });
}

export function remove(path) {
  return ask(path, { method: "DELETE" });
}

export function fileAddress(id) {
  return `/sim/files/${encodeURIComponent(id)}`;
}
