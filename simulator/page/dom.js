// Every element of the page is made here, and text only ever enters as text nodes:
// nothing that a person types can become markup.

const SVG = "http://www.w3.org/2000/svg";

export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) set(node, name, value);
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

function set(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else if (name === "testid") node.dataset.testid = value;
  else node.setAttribute(name, value === true ? "" : String(value));
}

const SHAPES = {
  back: "M15 5l-7 7 7 7",
  next: "M9 5l7 7-7 7",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  gear: "M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5",
  send: "M5 12h14M13 6l6 6-6 6",
  attach: "M12 5v14M5 12h14",
  slash: "M15 5L9 19",
  photo: "M4 6h16v12H4zM4 15l4-4 4 4 3-3 5 5M15.5 9.5h.01",
  pin: "M9 4h6l-1 6 3 3H7l3-3zM12 13v7",
  place: "M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11zM12 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20c1-4 4-5.5 7.5-5.5s6.5 1.5 7.5 5.5",
  people: "M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 19.5c.8-3.6 3.2-5 6.5-5s5.7 1.4 6.5 5M16 5a3.2 3.2 0 0 1 0 6.2M18 14.8c2 .6 3.1 2.1 3.5 4.7",
  file: "M7 3h7l4 4v14H7zM14 3v4h4",
  close: "M6 6l12 12M18 6L6 18",
  down: "M6 9l6 6 6-6",
  reply: "M10 6l-6 6 6 6M4 12h9c4 0 7 2 7 6",
  forward: "M14 6l6 6-6 6M20 12h-9c-4 0-7 2-7 6",
  copy: "M9 9h11v11H9zM15 9V4H4v11h5",
  edit: "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
  check: "M5 12.5l4.5 4.5L19 7.5",
  window: "M13 5h6v6M19 5l-8 8M11 6H5v13h13v-6",
  link: "M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1",
  moon: "M19 14.5A7.5 7.5 0 0 1 9.5 5 7.5 7.5 0 1 0 19 14.5z",
  sun: "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6L7 7M17 17l1.4 1.4M5.6 18.4L7 17M17 7l1.4-1.4",
  half: "M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16",
  house: "M4 12l8-7 8 7M7 11v8h10v-8M12 19v-5",
  play: "M8 5l11 7-11 7z",
  phone: "M6 4h4l1.5 4.5L9 10c1 2.5 2.5 4 5 5l1.5-2.5L20 14v4c0 1.2-1 2-2 2C10.5 20 4 13.5 4 6c0-1 .8-2 2-2z",
};

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", SHAPES[name]);
  svg.append(path);
  return svg;
}

export function iconButton(name, label, onclick, attributes = {}) {
  const usual = { type: "button", class: "icon-button", title: label, "aria-label": label, onclick };
  return el("button", { ...usual, ...attributes }, icon(name));
}

// Nodes that stay are not touched, so that focus, selection and loaded pictures survive a redraw.
export function reconcile(parent, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, index) => {
    const there = parent.children[index];
    if (there !== node) parent.insertBefore(node, there ?? null);
  });
}
