"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const root = document.documentElement;
let ui = "en";

function t(key, blanks) {
  return data.words[key][ui === "zh" ? 1 : 0].replace(
    /\{(\w+)(?::([^{}|]*)\|([^{}]*))?\}/g,
    (_, name, one, other) => {
      const value = blanks[name];
      if (one !== undefined) return value === 1 ? one : other;
      if (typeof value === "number") return value.toLocaleString(ui === "zh" ? "zh-CN" : "en");
      return typeof value === "object" ? t(value.t) : value;
    },
  );
}

function translate(part) {
  for (const node of part.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t, blanksOf(node));
  for (const node of part.querySelectorAll("[data-l]")) node.setAttribute("aria-label", t(node.dataset.l, blanksOf(node)));
}

function blanksOf(node) {
  return node.dataset.a ? JSON.parse(node.dataset.a) : {};
}

function speak(language) {
  ui = language;
  root.lang = ui === "zh" ? "zh-Hans" : "en";
  translate(document);
  document.dispatchEvent(new Event("spoken"));
}

document.getElementById("language").addEventListener("click", () => speak(ui === "zh" ? "en" : "zh"));
document.getElementById("theme").addEventListener("click", () => {
  const dark = root.dataset.theme
    ? root.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
});
if ((navigator.language || "").toLowerCase().startsWith("zh")) addEventListener("load", () => speak("zh"));

let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("main details:not([open])")];
  for (const part of opened) part.open = true;
});
addEventListener("afterprint", () => {
  for (const part of opened) part.open = false;
});
