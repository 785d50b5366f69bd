// Coming in by a link (the part after #, which no server sees until it is used) and logging in: by password, by passkey, or elsewhere.
"use strict";

const el = (id) => document.getElementById(id);
const joining = location.pathname === "/join";
const link = joining ? location.hash.slice(1) : "";

async function ask(method, path, body, csrf) {
  const headers = { "Content-Type": "application/json", ...(csrf ? { "X-CSRF-Token": csrf } : {}) };
  const answer = await fetch("/v1/staff/" + path, { method, headers, body: body && JSON.stringify(body) });
  const told = answer.status === 204 ? {} : await answer.json();
  if (!answer.ok) throw new Error(told.detail || told.title);
  return told;
}

async function trying(act) {
  el("told").textContent = "";
  try {
    await act();
  } catch (error) {
    el("told").textContent = error.message;
  }
}

async function entered() {
  if (joining) history.replaceState(null, "", "/login");
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
  location.href = "/login";
}

async function show() {
  const me = joining && link && location.pathname === "/join" ? null : await ask("GET", "me").catch(() => null);
  el("inside").hidden = !me;
  el("form").hidden = el("others").hidden = Boolean(me);
  el("by-passkey").hidden = !window.PublicKeyCredential;
  if (me) el("told").textContent = `You are in, as ${me.name}.`;
}

if (joining) {
  el("named").hidden = true;
  el("password-label").textContent = "Choose a password, 12 characters or more";
  el("password").autocomplete = "new-password";
  el("by-password").textContent = "Come in with this password";
  el("by-passkey").textContent = "Come in with a passkey instead";
  el("outside").textContent = "Come in through an outside log-in";
} else {
  el("password").autocomplete = "current-password";
}
el("form").addEventListener("submit", (event) => {
  event.preventDefault();
  trying(byPassword);
});
el("by-passkey").addEventListener("click", () => trying(byPasskey));
el("outside").addEventListener("click", () => trying(outside));
el("out").addEventListener("click", () => trying(out));
fetch("/v1/staff/ways").then((a) => a.json()).then((ways) => { el("outside").hidden = !ways.outside; });
show();
