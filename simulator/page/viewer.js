// One photo as large as the window; arrows go through the album.

import { el, iconButton } from "./dom.js";
import { t } from "./words.js";

export function view(pictures, start) {
  let index = start;
  const image = el("img", { class: "viewer-image", alt: t("viewer.photo"), testid: "viewer-image" });
  const caption = el("p", { class: "viewer-caption" });
  const count = el("span", { class: "viewer-count", testid: "viewer-count", "aria-live": "polite" });
  const previous = iconButton("back", t("viewer.previous"), () => show(index - 1), { testid: "viewer-previous" });
  const next = iconButton("next", t("viewer.next"), () => show(index + 1), { testid: "viewer-next" });
  const close = iconButton("close", t("button.close"), () => dialog.close(), { testid: "viewer-close" });

  function show(wanted) {
    index = (wanted + pictures.length) % pictures.length;
    image.src = pictures[index].full;
    caption.textContent = pictures[index].caption;
    count.textContent = pictures.length > 1 ? `${index + 1} / ${pictures.length}` : "";
  }

  const dialog = el(
    "dialog",
    { class: "viewer", testid: "viewer", "aria-label": t("viewer.photo") },
    el("header", { class: "viewer-head" }, count, close),
    image,
    caption,
    pictures.length > 1 ? el("div", { class: "viewer-arrows" }, previous, next) : null,
  );
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowLeft") show(index - 1);
    if (event.key === "ArrowRight") show(index + 1);
  });
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  show(start);
  document.body.append(dialog);
  dialog.showModal();
}
