"use strict";
/* Keys. What is struck counts for the page that one sees: before the page listens it is kept, while the page is about to change it is refused in words.
   This script is read before the page, so that no key is lost; what it calls is in `kept.js` and `console.js`. */
const PAIR = 2000, LONGEST = 10000, STILL = 5000;
const early = []; // keys struck before the page listens
let listens = false;
let going = -PAIR; // when the first key of a pair was struck, in milliseconds
let until = 0; // until when the page is taken to be about to change
let sent = false; // whether a decision is on its way
let struck = -STILL; // when a key was struck last
let refused = null; // what takes the last refusal from the screen

function listen() {
  listens = true;
  early.splice(0).forEach(onKey);
}

addEventListener("keydown", (event) => {
  struck = performance.now();
  if (listens) onKey(event);
  else early.push(event);
});

/* The page is about to change, or has. It is taken to have stayed where nothing came of it. */
function changing(is) {
  until = is ? performance.now() + LONGEST : 0;
  const main = document.querySelector("main"); // one may leave before the page is there, or the script that `$` is in
  if (main) main.ariaBusy = is ? "true" : null;
}
addEventListener("beforeunload", () => changing(true));
addEventListener("pageshow", (event) => { if (event.persisted) changing(false); });

/* A picture that is not there leaves the letter under it. */
addEventListener("error", ({ target }) => { if (target.matches?.("img.media")) target.remove(); }, true);

/* A form on its way cannot be changed any more. */
function sending(form, is) {
  const was = document.activeElement;
  sent = is;
  changing(is);
  form.inert = is;
  if (!is && was === document.body) $("button.main", form).focus();
}

function decided() { sent = false; }

function refuse() {
  refused?.();
  refused = toast(words("changing"), { bad: true, seconds: 4 });
  return true;
}

/* A rest is offered between two keys, never in a word or while something is on its way. */
function rest() {
  if (performance.now() - struck < STILL || performance.now() < until) setTimeout(rest, 1000);
  else $("#rest").showModal();
}

/* A field of a dialog that was just closed has the focus until the next frame: nobody types there. */
const typing = (node) => !node.closest?.("dialog:not([open])") && node.closest?.("input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]");

function onKey(event) {
  if (event.isComposing) return;
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") { event.preventDefault(); return palette(); }
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !typing(event.target)) { event.preventDefault(); return sent ? refuse() : undo(); }
  if (document.body.dataset.keys === "off" || event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || $("dialog[open]")) return;
  const acts = event.key.length === 1 || event.key === "Enter";
  if (acts && performance.now() < until ? refuse() : act(event.key, event)) event.preventDefault();
}

function act(key, event) {
  if (event.timeStamp - going < PAIR) { going = -PAIR; return go(`g ${key}`); }
  if (key === "g") { going = event.timeStamp; return true; }
  if (key === "?") { $("#help").showModal(); return true; }
  if (key === "/") return focus($('input[type="search"]', $("main")));
  if (open?.root.isConnected) return onCase(key, event);
  return onList(key, event);
}

function go(keys) {
  const to = $(`[data-hot="${CSS.escape(keys)}"]`, $("#palette"));
  if (to) location.href = to.dataset.go;
  return Boolean(to);
}

function focus(node) {
  node?.focus();
  return Boolean(node);
}

function onCase(key, event) {
  const form = $("#decision");
  if (key === "n" && open.root.dataset.next) return show(open.root.dataset.next, open.next);
  if (key === "p" && open.root.dataset.previous) return show(open.root.dataset.previous);
  if (key === "v") return focus(pictured());
  if (WAYS[key]) return pass(WAYS[key]);
  if (key === "Enter" && !event.target.closest("a, button, summary")) { form.requestSubmit(); return true; }
  if (/^[1-9]$/.test(key)) return pick($("input", all("[data-group]:not([hidden])", form)[key - 1] ?? document.createElement("p")));
  return pick($(`[data-hot="${CSS.escape(key)}"]`, form));
}

/* The way out that was asked for stands first: Enter in a field then takes it. */
const WAYS = { s: "skip", h: "hold", e: "escalate", t: "hand_over" };
function pass(how) {
  const box = $("#pass"), button = $(`button[value="${how}"]`, box);
  box.closest("details").open = true;
  all("button[name=how]", box).forEach((b) => b.classList.toggle("main", b === button));
  button.parentElement.prepend(button);
  button.scrollIntoView({ block: "nearest" }); // what Enter will do stands in view
  return focus(box.elements[how === "hand_over" ? "to" : "reason"]);
}

/* The picture after the one that is looked at, and after the last none. */
function pictured() {
  const shown = all("img.media"), at = shown.indexOf(document.activeElement);
  return at === shown.length - 1 ? $("main") : shown[at + 1];
}

function pick(input) {
  if (!input || input.closest("[hidden]")) return false;
  input.checked = true;
  input.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
}

function onList(key, event) {
  const rows = all("[data-row]"), at = rows.indexOf(document.activeElement);
  if (key === "Enter" && at >= 0 && !event.target.closest?.("a, button, summary")) { rows[at].click(); return true; } // one that was kept
  if (!rows.length || !["j", "k"].includes(key)) return false;
  const next = rows[Math.min(rows.length - 1, Math.max(0, at + (key === "j" ? 1 : -1)))];
  all("tr[aria-current]").forEach((row) => row.removeAttribute("aria-current"));
  next.closest("tr").setAttribute("aria-current", "true");
  next.scrollIntoView({ block: "nearest" });
  return focus(next);
}

/* The palette */
function palette() {
  const box = $("#palette"), field = $("#palette-q");
  field.value = "";
  box.showModal();
  field.focus();
  narrow();
}

function narrow() {
  const asked = $("#palette-q").value.trim().toLowerCase();
  for (const line of all("#palette [role=option]")) line.hidden = line.dataset.search ? !asked : !line.textContent.toLowerCase().includes(asked);
  mark(0);
}

const lines = () => all("#palette [role=option]:not([hidden])");

function mark(place) {
  const shown = lines();
  all("#palette [role=option]").forEach((line) => line.setAttribute("aria-selected", "false"));
  const now = shown[(place + shown.length) % shown.length];
  now?.setAttribute("aria-selected", "true");
  now?.scrollIntoView({ block: "nearest" });
  $("#palette-q").setAttribute("aria-activedescendant", now?.id ?? "");
}

function onPalette(event) {
  if (event.isComposing) return;
  const at = lines().findIndex((line) => line.getAttribute("aria-selected") === "true");
  if (event.key === "ArrowDown") { event.preventDefault(); mark(at + 1); }
  if (event.key === "ArrowUp") { event.preventDefault(); mark(at - 1); }
  if (event.key === "Enter") { event.preventDefault(); choose(lines()[at]); }
}

function choose(line) {
  if (line) location.href = line.dataset.go ?? line.dataset.search + encodeURIComponent($("#palette-q").value.trim());
}
