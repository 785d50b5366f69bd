"use strict";
/* What a person wrote is never lost: a form with `data-kept` keeps what is typed in this tab until the service has it, says so where the network is
   away, and is sent under the key it was drawn with, so that nothing happens twice. Without this script such a form is sent as forms always were. */
const words = (name) => document.body.dataset[name];
const $ = (query, root = document) => root.querySelector(query);
const all = (query, root = document) => [...root.querySelectorAll(query)];

/* Sending: the same body, and so the same key, until an answer comes. Raises once no answer came so often. */
async function send(address, body, { accept = "application/json", again = true } = {}) {
  for (let tries = 0; ; tries += 1) {
    const last = !again || tries === 3;
    try {
      const answer = await fetch(address, { method: "POST", body, headers: { Accept: accept }, redirect: "follow" });
      if (answer.status < 500) { away(false); return answer; }
      if (last) throw new Error(`the service answered ${answer.status}`);
    } catch (error) {
      away(true);
      if (last) throw error;
    }
    await new Promise((done) => setTimeout(done, 400 * 2 ** tries));
  }
}

function away(is) {
  const box = $("#away");
  if (box) box.hidden = !is;
}
addEventListener("offline", () => away(true));
addEventListener("online", () => away(false));

/* Drafts, in the storage of this tab: gone with it, and when one leaves. */
const SPARE = ["version", "seconds", "opened", "language"];
const place = (form) => `kept:${words("me") ?? ""}:${form.dataset.kept}`;
const store = (act) => { try { return act(sessionStorage); } catch { return null; } };

const typed = (field) => field.name && field.type !== "file" && field.type !== "submit" && field.tagName !== "BUTTON" && field.tagName !== "FIELDSET" && !SPARE.includes(field.name);

function first(field) {
  if (field.type === "checkbox" || field.type === "radio") return field.defaultChecked === field.checked;
  if (field.tagName === "SELECT") return [...field.options].every((o) => o.selected === o.defaultSelected) || (field.selectedIndex <= 0 && ![...field.options].some((o) => o.defaultSelected));
  return field.value === field.defaultValue;
}

function keep(form) {
  const fields = [...form.elements].filter(typed), moved = fields.filter((f) => f.type !== "hidden" && !first(f));
  if (!moved.length) return forget(form);
  const told = fields.map((f) => (f.type === "checkbox" || f.type === "radio" ? [f.name, f.value, f.checked] : [f.name, f.value]));
  store((s) => s.setItem(place(form), JSON.stringify(told)));
}

const forget = (form) => store((s) => s.removeItem(place(form)));

function restore(form) {
  const told = store((s) => JSON.parse(s.getItem(place(form))));
  if (!told) return false;
  for (const field of [...form.elements].filter(typed)) {
    const ticks = field.type === "checkbox" || field.type === "radio";
    const was = told.find(([name, value]) => name === field.name && (!ticks || value === field.value));
    if (was && ticks) field.checked = was[2];
    else if (was) field.value = was[1];
  }
  say(form, words("restored"), "note");
  for (const field of all("[hx-trigger^=input]", form)) field.dispatchEvent(new Event("input"));
  return true;
}

function say(form, text, kind = "note bad") {
  const box = $(".said", form) ?? Object.assign(document.createElement("p"), { className: "said" });
  box.className = `said ${kind}`;
  box.setAttribute("role", kind.includes("bad") ? "alert" : "status");
  box.textContent = text;
  const before = $("button.main", form)?.closest("p") ?? $("button:not([type=button])", form)?.closest("p") ?? $("button", form);
  if (!box.isConnected) before.before(box);
  if (kind.includes("bad")) box.scrollIntoView({ block: "nearest" });
}

/* One form sent, its answer shown. */
async function deliver(form, submitter) {
  const keyed = Boolean(form.elements.key), buttons = all("button", form).filter((b) => !b.disabled);
  keep(form);
  buttons.forEach((b) => { b.disabled = true; });
  try {
    await before(form);
    const data = new FormData(form);
    if (submitter?.name) data.set(submitter.name, submitter.value);
    const body = form.enctype === "multipart/form-data" ? data : new URLSearchParams(data);
    const answer = await send(form.getAttribute("action"), body, { // not `form.action`: a field may have that name
       accept: "application/json, text/html;q=0.9", again: keyed });
    await answered(form, answer);
  } catch {
    say(form, words("lost"));
  } finally {
    buttons.forEach((b) => { b.disabled = false; });
  }
}

async function answered(form, answer) {
  if (["/login", "/console/enter"].includes(new URL(answer.url).pathname)) return say(form, words("over"));
  if (answer.headers.get("content-type")?.startsWith("application/json")) {
    const told = await answer.json();
    if (!answer.ok) return say(form, told.detail);
    forget(form);
    return follow(told);
  }
  const main = $("main", new DOMParser().parseFromString(await answer.text(), "text/html"));
  if (answer.ok) forget(form);
  if (answer.ok && answer.redirected) { location.href = answer.url; return null; }
  $("main").replaceWith(document.adoptNode(main));
  scrollTo(0, 0);
  main.focus({ preventScroll: true });
  return take(main);
}

let before = () => null; // the console waits until a case is one's own

let follow = (told) => { // the console shows the next page without loading everything again
  if (told.says) store((s) => s.setItem("said", told.says));
  location.href = told.go;
};

function take(root = document) {
  for (const form of all("form[data-kept]", root)) if (form.id !== "decision") restore(form);
}

addEventListener("input", (event) => { const form = event.target.form; if (form?.dataset.kept) keep(form); });
addEventListener("change", (event) => { const form = event.target.form; if (form?.dataset.kept) keep(form); });
addEventListener("submit", (event) => {
  if (event.target.dataset.leaves) store((s) => s.clear());
  if (event.defaultPrevented || !event.target.dataset.kept) return;
  event.preventDefault();
  deliver(event.target, event.submitter);
});
addEventListener("DOMContentLoaded", () => take());
