// Reviewing by keys. Every key presses a link or button that is on the page, so that mouse, touch and forms do the same.
const root = document.querySelector("[data-review]");
const help = document.querySelector("#keys");
const note = document.querySelector("#note");
const say = document.querySelector("[data-say]");

// Letters by their place where the layout is not Latin: on an Arabic keyboard "ش" is on the key of "a".
export function keyOf(event) {
  const key = event.key.toLowerCase();
  if (key === "?" || key === "؟") return "?";
  if (event.shiftKey) return "";
  if (/^[a-z0-9]$/.test(key)) return key;
  const place = /^(?:Key([A-Z])|(?:Digit|Numpad)([0-9]))$/.exec(event.code);
  return place ? (place[1] ?? place[2]).toLowerCase() : "";
}

// After the browser went to the part of the page that its address names, which takes the focus away.
export function onceShown(act) {
  if (document.readyState === "complete") act();
  else addEventListener("load", () => setTimeout(act));
}

export function isTyping(target) {
  return Boolean(target.closest?.("input, textarea, select, [contenteditable]"));
}

const picked = () => root.querySelector(".field-row.picked");

function pick(row) {
  const before = picked();
  before?.classList.remove("picked");
  before?.removeAttribute("aria-current");
  if (!row) return;
  row.classList.add("picked");
  row.setAttribute("aria-current", "true");
  row.querySelector(".pick").focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

const press = {
  "?": () => help.showModal(),
  0: () => pick(null),
  e: () => {
    if (picked()) picked().querySelector("[data-key=e]")?.click();
    else if (say) say.textContent = say.dataset.pickFirst;
  },
  t: () => { if (note) { note.closest("details").open = true; note.focus(); } },
};
for (const key of ["a", "r"]) {
  press[key] = () => (picked() ?? root.querySelector("[data-whole]"))?.querySelector(`[data-key=${key}]`)?.click();
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || help.open || isTyping(event.target)) return;
  const key = keyOf(event);
  const found = root.querySelector(`[data-key="${key}"]`);
  if (!key || !(key in press || found)) return;
  event.preventDefault();
  if (/^[1-9]$/.test(key)) pick(found.closest(".field-row"));
  else if (key in press) press[key]();
  else found.click();
});

root.addEventListener("click", (event) => {
  const link = event.target.closest(".pick");
  if (link) { event.preventDefault(); pick(link.closest(".field-row")); }
});

// A note that is being written goes with whichever button is pressed.
root.addEventListener("submit", (event) => {
  if (!note?.value || !event.target.matches(".field-actions")) return;
  const copy = Object.assign(document.createElement("input"), { type: "hidden", name: "note", value: note.value });
  event.target.append(copy);
});

document.querySelectorAll("[data-help]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => help.showModal());
});

if (root.dataset.picked && !document.querySelector("[data-correction]")) onceShown(() => pick(picked()));
