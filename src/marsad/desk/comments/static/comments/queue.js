// Keys of the moderators' queue, and the box that ticks all. Without it the same buttons are there to press.
const items = [...document.querySelectorAll("[data-comment]")];
const at = () => items.indexOf(document.activeElement?.closest("[data-comment]"));

function move(step) {
  const next = items[Math.min(Math.max(at() + step, 0), items.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

const KEYS = {
  j: () => move(1),
  k: () => move(-1),
  x: () => items[at()]?.querySelector("[name=chosen]")?.click(),
  u: () => document.querySelector(".undo [data-key=u]")?.click(),
  a: () => items[at()]?.querySelector("[data-key=a]")?.click(),
  r: () => items[at()]?.querySelector("[data-key=r]")?.click(),
};

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input:not([type=checkbox]), textarea, select");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(KEYS, event.key)) return;
  event.preventDefault();
  KEYS[event.key]();
});

document.querySelector("[data-all]")?.addEventListener("change", (event) => {
  for (const box of document.querySelectorAll("[name=chosen]")) box.checked = event.target.checked;
});

items[0]?.focus({ preventScroll: true });
