// What every page has: the switch between dark and light, and keys.
const root = document.documentElement;

function isDark() {
  return root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

document.querySelector("[data-theme-switch]")?.addEventListener("click", () => {
  root.dataset.theme = isDark() ? "light" : "dark";
  try { localStorage.setItem("marsad-theme", root.dataset.theme); } catch { /* it holds for this page alone */ }
  document.dispatchEvent(new CustomEvent("marsad:theme"));
});

// "/" goes to the search field, as on most sites that have one.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const field = document.querySelector("[data-search]");
    if (field) { event.preventDefault(); field.focus(); field.select(); }
  }
});

// "?" shows the keys of the page.
const keys = document.getElementById("keys");
document.querySelector("[data-keys]")?.addEventListener("click", () => keys.showModal());
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable], dialog");
  if (event.key === "?" && !typing && !keys.open) { event.preventDefault(); keys.showModal(); }
});
