"use strict";
/* Everything here only makes faster what works without it, and stands on `kept.js`. No text from strangers is ever put in as markup: pages come escaped from the server. */
const WAIT = 10;
/* Toasts */
function toast(text, { act, run, bad, keys, seconds = 6 } = {}) {
  const box = document.createElement("div");
  box.className = bad ? "toast bad" : "toast";
  const said = document.createElement("span");
  said.textContent = text;
  box.append(said);
  if (act) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = act;
    if (keys) button.append(Object.assign(document.createElement("kbd"), { textContent: keys }));
    button.addEventListener("click", () => { box.remove(); run(); });
    box.append(button);
  }
  $("#toasts").append(box);
  const timer = setTimeout(() => box.remove(), seconds * 1000);
  return () => { clearTimeout(timer); box.remove(); };
}

/* The case */
let open = null; // what is being worked on: its element, when it came into view, and the next page
let last = null; // the decision that can still be taken back

function begin() {
  const root = $("#case");
  open = root && { root, since: performance.now(), parts: new Set(), next: null };
  if (!open) return;
  const form = $("#decision");
  root.addEventListener("toggle", ({ target }) => target.open && target.dataset.part && open?.parts.add(target.dataset.part), true); // some parts come later
  form.addEventListener("change", (event) => chosen(form, event.target));
  form.addEventListener("submit", (event) => { event.preventDefault(); decide(form); });
  $("[data-placeholders]", form).addEventListener("input", () => holes(form));
  const before = restore(form);
  chosen(form, null);
  if (before) form.elements.severity?.dispatchEvent(new Event("change"));
  if (root.dataset.works) open.claimed = claim(root);
  if (root.dataset.next) preload(root);
}

/* The next case, drawn while this one is looked at. */
async function preload(root) {
  const page = await fetch(root.dataset.next).catch(() => null);
  if (!page?.ok || open?.root !== root) return;
  open.next = await page.text();
  root.dataset.preloaded = "yes";
}

function chosen(form, changed) {
  const outcome = form.elements.outcome.value;
  for (const part of all("[data-when]", form)) part.hidden = !part.dataset.when.split(" ").includes(outcome);
  const group = outcome === "innocent" ? "innocent" : "wrong";
  let number = 0;
  for (const line of all("[data-group]", form)) {
    line.hidden = !outcome || line.dataset.group !== group;
    if (line.hidden) $("input", line).checked = false;
    else $("[data-number]", line).textContent = String(++number);
  }
  if (changed?.name === "outcome" || changed?.name === "rule") settle(form, outcome);
  holes(form);
}

function settle(form, outcome) {
  const from = outcome === "other" ? form.elements.rule.selectedOptions[0] : $(`[value="${CSS.escape(outcome)}"]`, form);
  if (!from?.dataset.days) return;
  form.elements.severity.value = from.dataset.severity;
  form.elements.days.value = from.dataset.days;
  form.elements.severity.dispatchEvent(new Event("change", { bubbles: false }));
}

function holes(form) {
  const acts = ["as_proposed", "other"].includes(form.elements.outcome.value);
  const found = acts ? form.elements.notice.value.match(/\[[^\]\n]{1,80}\]/g) ?? [] : [];
  $("#holes").textContent = found.length ? `${$("#case").dataset.fill ?? "⚠"} ${[...new Set(found)].join(" ")}` : "";
  $("button.main", form).disabled = found.length > 0;
}

async function claim(root) {
  const path = `/console/cases/${encodeURIComponent(root.dataset.case)}`;
  try {
    const answer = await send(`${path}/claim`, new URLSearchParams({ version: root.dataset.version }));
    const told = await answer.json();
    if (!answer.ok) return lost(told.detail);
    root.dataset.version = told.version;
    $("#yours").hidden = false;
    for (const field of all('[name="version"]', root)) field.value = told.version;
  } catch { /* the network is away: deciding says so, and nothing typed is lost */ }
  const beat = setInterval(async () => {
    if (!root.isConnected) return clearInterval(beat);
    const answer = await fetch(`${path}/heartbeat`, { method: "POST" }).catch(() => null);
    if (answer?.status === 409) { clearInterval(beat); claim(root); } // it ran out while the network was away: taken up again, where nobody else has it
  }, Math.max(5, root.dataset.lease / 3) * 1000);
}

function lost(why) {
  const box = $("#lost");
  box.textContent = `${why} `;
  if (open.root?.dataset.next) {
    const onward = document.createElement("a");
    [onward.href, onward.textContent] = [open.root.dataset.next, open.root.dataset.onward];
    box.append(onward);
  }
  box.hidden = false;
  box.scrollIntoView({ block: "nearest" });
}

async function decide(form) {
  const root = open.root, button = $("button.main", form);
  if (form.inert || !form.reportValidity() || button.disabled) return;
  sending(form, true);
  await open.claimed; // the claim changes the case: what was faster would be refused
  form.elements.seconds.value = Math.round((performance.now() - open.since) / 1000);
  form.elements.opened.value = [...open.parts].join(" ");
  const body = new URLSearchParams(new FormData(form));
  keep(form);
  let answer, told;
  try {
    answer = await send(form.action, body);
    told = await answer.json();
  } catch {
    sending(form, false);
    return toast(form.dataset.offline, { bad: true, seconds: 12 });
  }
  if (!answer.ok) { sending(form, false); return lost(told.detail); }
  decided();
  forget(form);
  last = { id: told.id, until: performance.now() + WAIT * 1000, from: location.pathname + location.search };
  last.clear = toast(told.says, { act: told.undo, run: undo, keys: "Ctrl Z", seconds: WAIT });
  show(root.dataset.next || "/console/queue", open.next);
}

async function undo() {
  const made = last;
  if (!made || performance.now() > made.until) return;
  last = null;
  changing(true);
  let answer, told;
  try {
    answer = await send(`/console/undo/${encodeURIComponent(made.id)}`, new URLSearchParams());
    told = await answer.json();
  } catch {
    last = made; // whether it was heard is not known: taking it back again says so
    changing(false);
    return toast(words("lost"), { bad: true, seconds: 10 });
  }
  made.clear();
  if (!answer.ok) { changing(false); return toast(told.detail, { bad: true, seconds: 10 }); }
  toast(told.says);
  show(made.from); // the case, in the order it was found in
}

/* Show a page without loading scripts and styles again. Of two that are asked for, the later is shown, whichever arrives first. */
let turn = 0;
async function show(address, ready) {
  const own = ++turn;
  let text = ready;
  if (!text) {
    changing(true);
    const answer = await fetch(address).catch(() => null);
    text = answer?.ok && await answer.text().catch(() => "");
    if (own !== turn) return;
    if (answer && !answer.ok) { location.href = address; return; }
    if (!text) { changing(false); away(true); toast(words("lost"), { bad: true, seconds: 10 }); return; }
  }
  const fresh = new DOMParser().parseFromString(text, "text/html");
  const main = $("main", fresh);
  if (!main) { location.href = address; return; }
  $("main").replaceWith(document.adoptNode(main));
  document.title = fresh.title;
  history.pushState(null, "", address);
  scrollTo(0, 0);
  htmx.process(main);
  start();
  main.focus({ preventScroll: true });
  changing(false);
}
addEventListener("popstate", () => location.reload());

/* Pictures of data */
function tone(name) {
  const probe = document.createElement("i");
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

let fetched = {};
function load(name) {
  fetched[name] ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = `/console/static/${name}`;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
  return fetched[name];
}

async function graph(box) {
  await load("cytoscape.min.js");
  if (!box.isConnected || box.dataset.ready) return;
  const { nodes, edges } = JSON.parse(box.dataset.graph);
  const hues = { subject: "--link", closed: "--likely", thing: "--possible", member: "--soft" };
  const small = nodes.length > 24;
  const drawn = cytoscape({
    container: box, userZoomingEnabled: false, maxZoom: 1.15, boxSelectionEnabled: false, autounselectify: true,
    elements: [
      ...nodes.map((n, i) => ({ data: { id: n.id, label: n.label, kind: n.kind, hue: tone(hues[n.kind] ?? "--soft") }, position: { x: 300 * Math.cos(i * 2.4) * Math.sqrt(i + 1), y: 300 * Math.sin(i * 2.4) * Math.sqrt(i + 1) } })),
      ...edges.map((e, i) => ({ data: { id: `e${i}`, source: e.source, target: e.target, label: e.label, wide: e.wide } })),
    ],
    layout: layoutOf(nodes),
    style: [
      { selector: "node", style: { "background-color": "data(hue)", label: small ? "" : "data(label)", color: tone("--ink"), "font-size": 12, "text-valign": "bottom", "text-margin-y": 5, width: small ? 12 : 24, height: small ? 12 : 24, "text-max-width": 130, "text-wrap": "ellipsis" } },
      { selector: 'node[kind = "thing"]', style: { shape: "round-diamond" } },
      { selector: "node.near", style: { label: "data(label)", "z-index": 9, "text-background-color": tone("--card"), "text-background-opacity": 1, "text-background-padding": 2 } },
      { selector: "edge.near", style: { "line-color": tone("--link"), "z-index": 8 } },
      { selector: "edge", style: { width: "data(wide)", "line-color": tone("--edge"), label: edges.length > 14 ? "" : "data(label)", color: tone("--soft"), "font-size": 10.5, "text-background-color": tone("--sunk"), "text-background-opacity": 1, "text-background-padding": 2, "curve-style": "bezier" } },
    ],
  });
  drawn.on("mouseover tap", "node", ({ target }) => { drawn.elements().removeClass("near"); target.closedNeighborhood().addClass("near"); });
  drawn.on("mouseout", "node", () => drawn.elements().removeClass("near"));
  box.dataset.ready = "yes";
  box.drawn = drawn;
}

/* One in the middle and all others around it, or, where there are things that many share, a free layout. */
function layoutOf(nodes) {
  if (nodes.some((n) => n.kind === "subject")) return { name: "concentric", animate: false, padding: 40, minNodeSpacing: nodes.length < 6 ? 120 : 70, concentric: (n) => (n.data("kind") === "subject" ? 2 : 1), levelWidth: () => 1, startAngle: -Math.PI / 5 };
  return { name: "cose", animate: false, randomize: false, padding: 24, nodeRepulsion: 60000, idealEdgeLength: 60, gravity: 0.4 };
}

async function series(box) {
  await load("uplot.min.js");
  if (!box.isConnected || box.dataset.ready) return;
  box.dataset.ready = "yes";
  const { x, lines: drawn } = JSON.parse(box.dataset.series);
  const hues = ["--link", "--likely", "--possible"];
  const axis = { stroke: tone("--soft"), grid: { stroke: tone("--line"), width: 1 }, ticks: { stroke: tone("--line") }, font: "12px system-ui" };
  const make = () => new uPlot({
    width: box.clientWidth, height: 170, cursor: { show: false }, legend: { show: false },
    axes: [{ ...axis, size: 36, values: (_, days) => days.map((day) => new Date(day * 1000).toISOString().slice(5, 10)) }, axis], series: [{}, ...drawn.map((l, i) => ({ label: l.name, stroke: tone(hues[i]), width: 2, points: { show: false } }))],
  }, [x, ...drawn.map((l) => l.y)], box);
  let plot = make();
  new ResizeObserver(() => { if (Math.abs(plot.width - box.clientWidth) > 4) plot.setSize({ width: box.clientWidth, height: 170 }); }).observe(box);
}

/* Start */
follow = (told) => {
  if (told.says) toast(told.says);
  show(told.go);
};
before = () => open?.claimed;
addEventListener("htmx:sendError", () => away(true));

function start() {
  begin();
  take($("main"));
  all("[data-graph]").forEach(graph);
  all("[data-series]").forEach(series);
}

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-open]");
  if (opener) palette();
  const line = event.target.closest("#palette [role=option]");
  if (line) choose(line);
});
document.addEventListener("submit", (event) => {
  const asks = event.submitter?.dataset.sure ?? event.target.dataset.sure;
  if (asks && !confirm(asks)) event.preventDefault();
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  for (const box of all("[data-graph], [data-series]")) { box.drawn?.destroy(); box.replaceChildren(); delete box.dataset.ready; }
  all("[data-graph]").forEach(graph);
  all("[data-series]").forEach(series);
});
addEventListener("DOMContentLoaded", () => {
  const field = $("#palette-q");
  field.addEventListener("input", narrow);
  field.addEventListener("keydown", onPalette);
  const minutes = Number(document.body.dataset.rest);
  if (minutes) {
    const gone = Date.now() - Date.parse(document.body.dataset.since);
    const wait = minutes * 60000 - (gone % (minutes * 60000));
    setTimeout(rest, wait);
  }
  start();
  listen();
});
