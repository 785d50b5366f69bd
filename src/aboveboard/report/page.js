const step = 50;
const $ = (id) => document.getElementById(id);
const strength = { confirmed: 3, likely: 2, possible: 1, inconclusive: 0 };
const filters = ["violation", "tier", "class", "detector", "action"];
const orders = ["strongest", "weakest", "newest"];
let found = [];
let shown = 0;
let ring = "";
const unread = new Map();

function make(name, text, className) {
  const node = document.createElement(name);
  if (text !== undefined) node.textContent = text;
  if (className) node.className = className;
  return node;
}

function isolated(text) {
  const node = make("bdi", text);
  node.dir = "auto";
  return node;
}

const folded = (text) => text.normalize("NFKC").toLowerCase();
const haystacks = data.entries.map((e) =>
  folded([e.a, e.g, e.y.join(""), ...e.o, ...e.r, ...e.f.flat(), e.d, e.p ? e.p.rule : ""].join("\n")),
);

const valuesOf = {
  violation: (e) => [e.v],
  tier: (e) => [e.t],
  class: (e) => e.c,
  detector: (e) => [e.d],
  action: (e) => [e.p ? e.p.action : "none"],
};

function named(filter, value) {
  const key = filter + "." + value;
  return data.words[key] ? t(key) : value;
}

function fillSelects() {
  for (const filter of filters) {
    const counts = new Map();
    for (const e of data.entries) for (const v of valuesOf[filter](e)) counts.set(v, (counts.get(v) || 0) + 1);
    const options = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    replaceOptions($("by-" + filter), [["", t("any")], ...options.map(([v, n]) => [v, `${named(filter, v)} (${n})`])]);
  }
  replaceOptions($("by-order"), orders.map((order) => [order, t(order)]));
}

function replaceOptions(select, options) {
  const kept = select.value;
  select.replaceChildren(...options.map(([value, text]) => {
    const option = make("option", text);
    option.value = value;
    return option;
  }));
  select.value = kept || options[0][0];
}

const compare = {
  strongest: (a, b) => strength[b.t] - strength[a.t] || b.s - a.s,
  weakest: (a, b) => strength[a.t] - strength[b.t] || a.s - b.s,
  newest: (a, b) => (a.w[1] < b.w[1] ? 1 : a.w[1] > b.w[1] ? -1 : 0),
};

function sift() {
  const wanted = folded($("search").value.trim()).split(/\s+/).filter(Boolean);
  const chosen = filters.map((f) => [valuesOf[f], $("by-" + f).value]).filter(([, v]) => v);
  found = data.entries.filter((e, i) =>
    (!ring || e.g === ring) && chosen.every(([of, v]) => of(e).includes(v)) && wanted.every((w) => haystacks[i].includes(w)),
  );
  found.sort(compare[$("by-order").value]);
  shown = 0;
  $("list").replaceChildren();
  unread.clear();
  showMore();
}

function showMore() {
  const next = found.slice(shown, shown + step);
  shown += next.length;
  $("list").append(...next.map(entry));
  const left = Math.min(step, found.length - shown);
  $("more").hidden = left === 0;
  $("more").textContent = t("show_more", { n: left });
  $("count").textContent = found.length ? t("matches", { n: found.length, shown }) : t("nothing");
  $("clear").hidden = found.length === data.entries.length;
}

function entry(e) {
  const item = $("entry").content.cloneNode(true);
  const part = (selector) => item.querySelector(selector);
  part(".pill").textContent = t("tier." + e.t);
  part(".pill").classList.add(e.t);
  part(".what").textContent = t("violation." + e.v);
  part(".score").textContent = t("score", { n: e.s.toFixed(2) });
  part(".says").append(...e.y.map((text, i) => (i % 2 ? isolated(text) : text)));
  part(".meta").append(...meta(e));
  const details = part("details");
  unread.set(details, e);
  details.addEventListener("toggle", () => unfold(details));
  return item;
}

function meta(e) {
  const parts = [labelled("account", e.a)];
  if (e.o.length) parts.push(labelled("subject", e.o.join(" ")));
  if (e.g) parts.push(labelled("ring", e.g));
  if (e.c.length) parts.push(make("span", e.c.map((c) => named("class", c)).join(" · ")));
  if (e.w[1] || e.w[0]) parts.push(make("span", (e.w[1] || e.w[0]).slice(0, 10)));
  if (e.p) parts.push(make("span", named("action", e.p.action) + (e.p.review ? " · " + t(asked(e.p)) : ""), "do"));
  return parts;
}

function labelled(key, text) {
  const node = make("span", t(key) + " ");
  const code = make("code");
  code.append(isolated(text));
  node.append(code);
  return node;
}

function unfold(details) {
  const e = unread.get(details);
  if (!e || !details.open) return;
  unread.delete(details);
  const part = (selector) => details.querySelector(selector);
  translate(details);
  part(".facts").append(...factsOf(e).flatMap(([name, value]) => {
    const dd = make("dd");
    dd.append(isolated(value));
    return [make("dt", name.replaceAll("_", " ")), dd];
  }));
  part(".proposal").append(...proposal(e.p));
  part(".mistakes").append(...(data.mistakes[e.d] || []).map(([says, guard]) => {
    const item = make("li", says + " ");
    item.append(make("span", guard, "soft"));
    return item;
  }));
  part(".kin").hidden = !e.n;
  part(".related").append(...e.r.map((account) => {
    const item = make("li");
    item.append(make("code"));
    item.firstChild.append(isolated(account));
    return item;
  }));
  if (e.n > e.r.length) part(".related").append(make("li", t("more_related", { n: e.n - e.r.length })));
}

function factsOf(e) {
  const when = e.w[0] || e.w[1] ? [[t("seen"), [...new Set(e.w.filter(Boolean))].join(" – ") + " UTC"]] : [];
  const facts = e.f.length === 1 && e.f[0][0] === "…" ? [["…", t("cut")]] : e.f;
  return [...facts, ...when];
}

function asked(p) {
  if (!p.review) return "no_person";
  return p.action === "none" ? "look" : "person";
}

function proposal(p) {
  if (!p) return [make("p", t("proposal_none"))];
  const person = make("p", t(asked(p)), p.review ? "flag" : "");
  const why = make("p", p.why);
  why.lang = "en";
  const rest = make("p", t("rule") + " ", "soft");
  rest.append(isolated(p.rule), p.until ? " · " + t("until") + " " + p.until.slice(0, 10) : "");
  return [make("p", named("action", p.action)), person, ...(p.why ? [why] : []), rest];
}

function move(by) {
  const all = [...document.querySelectorAll("#list summary")];
  const at = all.indexOf(document.activeElement);
  if (by > 0 && at === all.length - 1 && !$("more").hidden) {
    showMore();
    return move(by);
  }
  const next = all[at < 0 ? 0 : Math.max(0, Math.min(all.length - 1, at + by))];
  if (next) {
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  }
}

const actions = { "/": () => $("search").focus(), j: () => move(1), k: () => move(-1) };

document.addEventListener("keydown", (event) => {
  const typing = event.target.matches("input:not([type=checkbox]), select, textarea");
  if (event.key === "Escape" && event.target === $("search")) $("search").blur();
  if (typing || !$("keys").checked || event.ctrlKey || event.metaKey || event.altKey || !actions[event.key]) return;
  event.preventDefault();
  actions[event.key]();
});

function clear() {
  $("search").value = "";
  ring = "";
  for (const filter of filters) $("by-" + filter).value = "";
  sift();
}

let waiting;
$("search").addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(sift, 100);
});
for (const filter of [...filters, "order"]) $("by-" + filter).addEventListener("change", sift);
$("sieve").addEventListener("submit", (event) => event.preventDefault());
$("clear").addEventListener("click", () => {
  clear();
  $("search").focus();
});
$("more").addEventListener("click", () => {
  const from = shown;
  showMore();
  document.querySelectorAll("#list summary")[from].focus();
});
for (const button of document.querySelectorAll(".to-ring")) {
  button.addEventListener("click", () => {
    clear();
    ring = button.dataset.ring;
    sift();
    $("findings").scrollIntoView();
    move(1);
  });
}
document.addEventListener("spoken", () => {
  fillSelects();
  sift();
});

addEventListener("beforeprint", () => [...unread.keys()].forEach(unfold));

fillSelects();
sift();
