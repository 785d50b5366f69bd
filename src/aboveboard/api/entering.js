// Coming in by a link (the part after #, which no server sees until it is used) and logging in: by password, by passkey, or elsewhere.
// It is read before the page, so that nothing that one does there early is lost.
"use strict";

const el = (id) => document.getElementById(id);
const words = (name) => document.body.dataset[name];
const joining = location.pathname === "/join";
const link = joining ? location.hash.slice(1) : "";

async function ask(method, path, body, csrf) {
  const headers = { "Content-Type": "application/json", ...(csrf ? { "X-CSRF-Token": csrf } : {}) };
  const answer = await fetch("/v1/staff/" + path, { method, headers, body: body && JSON.stringify(body) });
  const told = answer.status === 204 ? {} : await answer.json();
  if (!answer.ok) throw new Error(refusal(told.detail || told.title));
  return told;
}

const refusal = (english) => JSON.parse(words("refusals"))[english] ?? english;

function why(error) {
  if (error instanceof DOMException) return words("notAllowed");
  return error instanceof TypeError ? words("away") : error.message;
}

async function trying(act) {
  el("told").textContent = "";
  try {
    await act();
  } catch (error) {
    el("told").textContent = why(error);
  }
}

async function entered() {
  if (joining) history.replaceState(null, "", "/login" + location.search);
  const go = new URLSearchParams(location.search).get("go") ?? "";
  if (go.startsWith("/console/") && !go.includes("\\")) location.href = go;
  else await show();
}

async function byPassword() {
  const password = el("password").value;
  await (joining && link ? ask("POST", "join", { link, password }) : ask("POST", "login", { name: el("name").value, password }));
  await entered();
}

async function byPasskey() {
  if (joining && link) {
    const { options } = await ask("POST", "join/passkey/start", { link });
    const made = await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
    await ask("POST", "join/passkey", { link, credential: made.toJSON() });
  } else {
    const { options } = await ask("POST", "login/passkey/start");
    const found = await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    await ask("POST", "login/passkey", { credential: found.toJSON() });
  }
  await entered();
}

async function outside() {
  location.href = (await ask("POST", "oidc/start", { link })).url;
}

async function out() {
  const { csrf } = await ask("GET", "me");
  await ask("POST", "logout", undefined, csrf);
  location.href = "/login" + location.search;
}

async function show() {
  const me = joining && link && location.pathname === "/join" ? null : await ask("GET", "me").catch(() => null);
  el("inside").hidden = !me;
  el("form").hidden = el("others").hidden = Boolean(me);
  if (me) el("told").textContent = words("inside").replace("{name}", () => me.name);
}

/* Whether there is an outside log-in; one that is not told of stays away. */
async function ways() {
  const told = await ask("GET", "ways").catch(() => null);
  el("outside").hidden = !told?.outside;
}

document.addEventListener("submit", (event) => {
  event.preventDefault();
  trying(byPassword);
});
document.addEventListener("click", (event) => {
  const act = { "by-passkey": byPasskey, outside, out }[event.target.id];
  if (act) trying(act);
});
document.addEventListener("DOMContentLoaded", () => {
  el("by-passkey").hidden = !window.PublicKeyCredential;
  for (const other of document.querySelectorAll("nav a")) {
    const to = new URL(location.href);
    to.searchParams.set("lang", other.hreflang);
    other.href = to;
  }
  ways();
  show();
});
