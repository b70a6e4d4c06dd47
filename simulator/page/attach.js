// What can be sent besides text: photos, a file, a place, a contact.

import { post, upload } from "./api.js";
import { detach, wherePosted } from "./compose.js";
import { field, form, sheet } from "./dialog.js";
import { el, icon, iconButton } from "./dom.js";
import { fullName } from "./names.js";
import { me } from "./store.js";
import { attempt } from "./toasts.js";
import { t } from "./words.js";

const MOST = 10;

function chooseFiles(accept, multiple, chosen) {
  const input = el("input", { type: "file", accept, multiple, class: "visually-hidden", testid: "file-input" });
  input.addEventListener("change", () => {
    if (input.files.length) chosen([...input.files]);
    input.remove();
  });
  input.addEventListener("cancel", () => input.remove());
  document.body.append(input);
  input.click();
}

export function openAttach() {
  const run = (act) => {
    dialog.close();
    act();
  };
  const entry = (name, label, testid, act) =>
    el(
      "button",
      { type: "button", class: "attach-item", testid, onclick: () => run(act) },
      el("span", { class: "card-icon" }, icon(name)),
      label,
    );
  const entries = [
    entry("photo", t("attach.photos"), "attach-photos", () => chooseFiles("image/*", true, photosChosen)),
    entry("file", t("attach.file"), "attach-file", () => chooseFiles(null, false, sendFile)),
    entry("place", t("attach.location"), "attach-location", placeForm),
    entry("person", t("attach.contact"), "attach-contact", contactForm),
  ];
  const dialog = sheet(t("compose.attach"), el("div", { class: "attach-grid" }, entries), { testid: "attach-menu" });
}

async function posted(act) {
  const done = await attempt(act);
  if (done) detach();
  return done;
}

function sendFile([file]) {
  return posted(() => upload("document", { ...wherePosted(), document: file }));
}

export function photosChosen(files) {
  let chosen = files.slice(0, MOST);
  const addresses = new Map(chosen.map((file) => [file, URL.createObjectURL(file)]));
  const grid = el("div", { class: "preview", testid: "photo-preview" });
  const note = el("p", { class: "muted", hidden: files.length <= MOST }, t("attach.most", { count: MOST }));
  const caption = field(t("attach.caption"), { tag: "textarea", rows: 2, maxlength: 1024, testid: "photo-caption" });
  const draw = () => grid.replaceChildren(...chosen.map(thumb));
  const drop = (file) => {
    chosen = chosen.filter((one) => one !== file);
    if (chosen.length === 0) dialog.close();
    draw();
  };
  const thumb = (file, index) =>
    el(
      "figure",
      {},
      el("img", { src: addresses.get(file), alt: t("attach.photoNumber", { number: index + 1 }) }),
      iconButton("close", t("attach.drop", { number: index + 1 }), () => drop(file), { testid: "photo-drop" }),
    );
  const send = async () => {
    const { dataset } = dialog;
    if (dataset.sending) return;
    dataset.sending = "1";
    const fields = { ...wherePosted(), caption: caption.input.value, photos: chosen };
    if (await posted(() => upload("photos", fields))) dialog.close();
    delete dataset.sending;
  };
  draw();
  const body = form([grid, note, caption.node], t("compose.send"), send, "photo-send");
  const dialog = sheet(t("attach.photosTitle"), body, {
    testid: "photos",
    onclose: () => addresses.forEach((address) => URL.revokeObjectURL(address)),
  });
}

function placeForm() {
  const degrees = (most) => ({ type: "number", step: "any", required: true, min: -most, max: most });
  const latitude = field(t("attach.latitude"), { ...degrees(90), value: "36.0671", testid: "latitude" });
  const longitude = field(t("attach.longitude"), { ...degrees(180), value: "120.3826", testid: "longitude" });
  const title = field(t("attach.placeTitle"), { maxlength: 128, testid: "place-title" });
  const line = field(t("attach.placeAddress"), { maxlength: 256, testid: "place-address" });
  const send = async () => {
    const point = { latitude: Number(latitude.input.value), longitude: Number(longitude.input.value) };
    const named = title.input.value.trim();
    const body = { ...wherePosted(), ...point };
    const act = named
      ? () => post("venue", { ...body, title: named, address: line.input.value })
      : () => post("location", body);
    if (await posted(act)) dialog.close();
  };
  const fields = [latitude, longitude, title, line].map(({ node }) => node);
  const dialog = sheet(t("attach.location"), form(fields, t("compose.send"), send, "place-form"), { testid: "place" });
}

function contactForm() {
  const name = field(t("attach.contactName"), { required: true, value: fullName(me()), testid: "contact-name" });
  const phone = field(t("attach.contactPhone"), { type: "tel", required: true, value: "+86 532 0000 0000", testid: "contact-phone" });
  const send = async () => {
    const body = { ...wherePosted(), phone_number: phone.input.value, first_name: name.input.value };
    if (await posted(() => post("contact", body))) dialog.close();
  };
  const body = form([name.node, phone.node], t("compose.send"), send, "contact-form");
  const dialog = sheet(t("attach.contact"), body, { testid: "contact-sheet" });
}
