// Short words at the edge of the screen, and the alerts that wait for "OK".

import { Refused } from "./api.js";
import { el } from "./dom.js";
import { t } from "./words.js";

const LONGEST = 200;
const MOST = 3;

export function toast(text, { kind = "plain", seconds = 4 } = {}) {
  const box = document.getElementById("toasts");
  const node = el("div", { class: `toast toast-${kind}`, testid: "toast" }, text);
  box.append(node);
  while (box.children.length > MOST) box.firstElementChild.remove();
  raise(box);
  setTimeout(() => {
    node.remove();
    if (box.children.length === 0 && box.matches(":popover-open")) box.hidePopover();
  }, seconds * 1000);
}

// Shown anew, it lies above a dialog that was opened meanwhile.
function raise(box) {
  if (box.matches(":popover-open")) box.hidePopover();
  box.showPopover();
}

function alertBox(text) {
  const close = el("button", { type: "button", class: "button primary", testid: "alert-ok" }, t("button.ok"));
  const dialog = el(
    "dialog",
    { class: "alert", testid: "alert", "aria-label": t("alert.title") },
    el("p", {}, text),
    el("div", { class: "dialog-buttons" }, close),
  );
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

export function answerShown({ text, show_alert: loud }) {
  if (!text) return;
  const shown = [...text].slice(0, LONGEST).join("");
  if (loud) alertBox(shown);
  else toast(shown);
}

// Runs what a person asked for; a refusal is said in words and never thrown further.
export async function attempt(act) {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    toast(error.message || t("error.offline"), { kind: "error", seconds: 6 });
    return null;
  }
}
