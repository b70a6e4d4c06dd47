// A dialog that is a sheet from below on a phone and a panel on a desk.

import { el, iconButton } from "./dom.js";
import { t } from "./words.js";

export function sheet(title, content, { testid, kind = "", onclose } = {}) {
  const close = iconButton("close", t("button.close"), () => dialog.close(), { testid: "dialog-close" });
  const dialog = el(
    "dialog",
    { class: `sheet ${kind}`, testid, "aria-label": title },
    el("header", { class: "sheet-head" }, el("h2", {}, title), close),
    el("div", { class: "sheet-body" }, content),
  );
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    onclose?.();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

export function field(label, attributes = {}) {
  const input = el(attributes.tag ?? "input", { type: "text", autocomplete: "off", ...attributes, tag: null });
  return { node: el("label", { class: "field" }, el("span", {}, label), input), input };
}

export function choice(label, options, attributes = {}) {
  const input = el(
    "select",
    attributes,
    options.map(([value, text]) => el("option", { value }, text)),
  );
  return { node: el("label", { class: "field" }, el("span", {}, label), input), input };
}

export function form(fields, submitLabel, submit, testid) {
  return el(
    "form",
    {
      class: "form",
      testid,
      onsubmit: (event) => {
        event.preventDefault();
        submit();
      },
    },
    fields,
    el("button", { type: "submit", class: "button primary", testid: testid && `${testid}-submit` }, submitLabel),
  );
}
