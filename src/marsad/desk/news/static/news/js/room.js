// The reading room: a card marks its words in the text, and words in the text choose their card.
const text = document.getElementById("reading");
const choose = document.getElementById("choose");
const cards = [...document.querySelectorAll(".event[data-target]")];
const items = [...document.querySelectorAll("[data-target]")];
const pieces = new Map(); // target → [{ piece, role }], in the order of the text
let chosen = null;

for (const piece of text.querySelectorAll("[data-marks]")) {
  for (const mark of piece.dataset.marks.split(" ")) {
    const at = mark.lastIndexOf(":");
    const target = mark.slice(0, at);
    if (!pieces.has(target)) pieces.set(target, []);
    pieces.get(target).push({ piece, role: mark.slice(at + 1) });
  }
}

function dim() {
  for (const piece of text.querySelectorAll("[data-marks].lit")) {
    piece.classList.remove(...[...piece.classList].filter((name) => name === "lit" || /^(role|within)-/.test(name)));
  }
}

// A piece may lie in several marks of one event: the last is the narrowest and gives the ground, the next wider one an edge.
function light(target) {
  dim();
  const roles = new Map();
  for (const { piece, role } of pieces.get(target) ?? []) roles.set(piece, [...(roles.get(piece) ?? []), role]);
  for (const [piece, some] of roles) {
    const role = some.at(-1);
    const around = some.findLast((other) => other !== role);
    piece.classList.add("lit", `role-${role}`, ...(around ? [`within-${around}`] : []));
  }
  text.classList.toggle("has-lit", roles.size > 0);
}

function relight() { if (chosen) light(chosen); else { dim(); text.classList.remove("has-lit"); } }

function isVisible(element) {
  const box = element.getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight;
}

function reveal(element) {
  const smooth = matchMedia("(prefers-reduced-motion: no-preference)").matches;
  if (element && !isVisible(element)) element.scrollIntoView({ block: "center", behavior: smooth ? "smooth" : "auto" });
}

const trigger = (target) => (pieces.get(target)?.find(({ role }) => role === "trigger") ?? pieces.get(target)?.[0])?.piece;

function select(target, { from = "card" } = {}) {
  chosen = target;
  for (const card of cards) {
    card.classList.toggle("is-chosen", card.dataset.target === target);
    if (card.dataset.target === target) card.setAttribute("aria-current", "true"); else card.removeAttribute("aria-current");
  }
  relight();
  if (!target) { history.replaceState(null, "", location.pathname + location.search); return; }
  if (location.hash !== `#${target}`) history.replaceState(null, "", `#${target}`);
  if (from !== "text") reveal(trigger(target));
  if (from !== "hover") reveal(document.getElementById(target));
}

// Cards and the lists beside them.
for (const item of items) {
  item.addEventListener("mouseenter", () => light(item.dataset.target));
  item.addEventListener("mouseleave", relight);
  item.addEventListener("focusin", () => light(item.dataset.target));
  item.addEventListener("focusout", relight);
}
for (const card of cards) {
  card.addEventListener("click", (event) => {
    if (event.target.closest("a:not([data-select]), button, input, select, textarea, summary, label, form")) return;
    event.preventDefault();
    select(card.dataset.target);
  });
}

// Words in the text.
const events = (piece) => [...new Set(piece.dataset.marks.split(" ").map((mark) => mark.slice(0, mark.lastIndexOf(":"))))]
  .filter((target) => target.startsWith("event-"));

function offer(piece, targets) {
  choose.replaceChildren(...targets.map((target) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.setAttribute("role", "menuitem");
    button.textContent = [".kind", ".parties"].map((part) => document.querySelector(`#${target} ${part}`)?.innerText.trim()).join(" — ");
    button.addEventListener("click", () => { close(); select(target, { from: "text" }); piece.focus({ preventScroll: true }); });
    button.addEventListener("focus", () => light(target));
    button.addEventListener("mouseenter", () => light(target));
    return button;
  }));
  const box = piece.getBoundingClientRect();
  choose.hidden = false;
  choose.style.insetBlockStart = `${box.bottom + scrollY + 4}px`;
  choose.style.left = `${Math.max(8, Math.min(box.left, innerWidth - choose.offsetWidth - 8)) + scrollX}px`;
  choose.querySelector("button").focus({ preventScroll: true });
}

function close() { choose.hidden = true; choose.replaceChildren(); }

text.addEventListener("click", (event) => {
  const piece = event.target.closest("a.ev");
  if (!piece) return;
  event.preventDefault();
  const targets = events(piece);
  close();
  if (targets.length > 1) offer(piece, targets); else select(targets[0], { from: "text" });
});
text.addEventListener("focusin", (event) => {
  const piece = event.target.closest("a.ev");
  if (piece && piece.matches(":focus-visible")) select(events(piece).at(-1), { from: "text" });
});
document.addEventListener("click", (event) => {
  if (!choose.hidden && !event.target.closest("#choose, a.ev")) { close(); relight(); }
});
choose.addEventListener("keydown", (event) => {
  const buttons = [...choose.querySelectorAll("button")];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) { event.preventDefault(); buttons.at((buttons.indexOf(document.activeElement) + step) % buttons.length).focus(); }
});

// Keys.
function step(by) {
  if (!cards.length) return;
  const at = cards.findIndex((card) => card.dataset.target === chosen);
  const next = at < 0 ? (by > 0 ? 0 : cards.length - 1) : (at + by + cards.length) % cards.length;
  select(cards[next].dataset.target);
  cards[next].querySelector("[data-select]").focus({ preventScroll: true });
}

function swap() {
  if (!chosen) return;
  const card = document.getElementById(chosen);
  const other = text.contains(document.activeElement) ? card.querySelector("[data-select]") : trigger(chosen);
  other?.focus({ preventScroll: true });
  reveal(other);
}

const follow = (rel) => document.querySelector(`.neighbours [rel="${rel}"]`)?.click();
const KEYS = {
  j: () => step(1), k: () => step(-1), t: swap, n: () => follow("next"), p: () => follow("prev"),
  e: () => { const why = chosen && document.querySelector(`#${chosen} .why`); if (why) why.open = !why.open; },
  Escape: () => { if (!choose.hidden) close(); select(null); },
};
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable], dialog")) return;
  KEYS[event.key]?.();
});

function follow_hash() {
  const target = decodeURIComponent(location.hash.slice(1));
  if (pieces.has(target) && document.getElementById(target)) select(target);
}
addEventListener("hashchange", follow_hash);
follow_hash();
