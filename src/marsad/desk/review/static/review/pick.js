// Marking words of the text for a form, by mouse, touch or keys. The browser's own selection shows them; the form gets code
// points of the stored text, half-open. All steps are in logical order, so that they hold in texts of mixed direction.
import { isTyping, keyOf, onceShown } from "./keys.js";

const passage = document.querySelector("[data-passage]");
const form = document.querySelector("[data-correction]");
const output = document.querySelector("[data-picked-words]");
const say = document.querySelector("[data-say]");
const WORD = /[\p{L}\p{M}\p{N}\u0640]+/gu;

const paragraphs = [...passage.querySelectorAll("[data-start]")];
const words = paragraphs.flatMap((p) => [...p.textContent.matchAll(WORD)].map((m) => ({ p, a: m.index, b: m.index + m[0].length })));
const points = (text) => [...text].length; // UTF-16 units of a string as code points

let mark = null; // {p, a, b}: a stretch of a paragraph, in UTF-16 units of its text
let anchor = 0, focus = 0; // words between which the mark was last drawn by keys
let active = null; // the name of the inputs that get the words

const input = (name, part) => form?.querySelector(`[name="${name}-${part}"]`);
const textOf = ({ p, a, b }) => p.textContent.slice(a, b);
const names = () => [...(form?.querySelectorAll("[data-marking]") ?? [])].map((one) => one.dataset.marking);

function place(p, offset) {
  const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
  let left = offset, node = null;
  while (walker.nextNode()) {
    node = walker.currentNode;
    if (left <= node.length) return [node, left];
    left -= node.length;
  }
  return [node ?? p, node ? node.length : 0];
}

function show(next) {
  mark = next;
  getSelection().setBaseAndExtent(...place(next.p, next.a), ...place(next.p, next.b));
  getSelection().anchorNode.parentElement.scrollIntoView({ block: "nearest" });
  tell();
}

function tell() {
  const said = `${say.dataset.marked} ${textOf(mark)}`;
  output.textContent = said;
  if (document.activeElement === passage) say.textContent = said;
}

// What is selected on the page, if it lies in one paragraph of the text; blanks at its ends are left out.
function selected() {
  const selection = getSelection();
  if (selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const p = paragraphs.find((one) => one.contains(range.startContainer));
  if (!p) return null;
  const before = document.createRange();
  before.setStart(p, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const inside = document.createRange();
  inside.setStart(range.startContainer, range.startOffset);
  if (p.contains(range.endContainer)) inside.setEnd(range.endContainer, range.endOffset);
  else inside.setEnd(p, p.childNodes.length);
  const a = before.toString().length, text = inside.toString();
  if (!text.trim()) return null;
  return { p, a: a + text.length - text.trimStart().length, b: a + text.trimEnd().length };
}

function take(name) {
  if (!mark || !name) return;
  const text = mark.p.textContent, start = Number(mark.p.dataset.start);
  input(name, "words").value = textOf(mark);
  input(name, "start").value = start + points(text.slice(0, mark.a));
  input(name, "stop").value = start + points(text.slice(0, mark.b));
  for (const list of form.querySelectorAll(`[data-of="${name}"]`)) offer(list, textOf(mark));
}

// Whom or which place the words may mean. The choice that was made stays where it is among them, or where only the
// search is another; other words are another's.
async function offer(list, text, keep = false) {
  const address = `${form.dataset.choicesUrl}?${new URLSearchParams({ kind: list.dataset.choices, words: text })}`;
  const answer = await fetch(address, { headers: { "X-Requested-With": "fetch" } });
  if (!answer.ok) return;
  const before = list.selectedOptions[0];
  list.innerHTML = await answer.text();
  const same = [...list.options].find((option) => option.value === before?.value);
  if (same) same.selected = true;
  else if (before?.value && keep) list.append(before);
}

function begin(name) {
  active = name;
  const start = input(name, "start").value, stop = input(name, "stop").value;
  const p = paragraphs.find((one) => start && Number(one.dataset.start) <= start && stop <= Number(one.dataset.start) + points(one.textContent));
  passage.focus();
  if (p) {
    const units = (offset) => [...p.textContent].slice(0, offset - p.dataset.start).join("").length;
    show({ p, a: units(start), b: units(stop) });
    anchor = wordAt(mark.a);
    focus = wordAt(mark.b - 1);
  } else {
    const here = passage.querySelector(".passage:not(.beside)");
    anchor = focus = Math.max(0, words.findIndex((word) => word.p === here));
    if (words.length) show(words[focus]);
  }
}

function wordAt(offset) {
  const found = words.findIndex((word) => word.p === mark.p && offset < word.b);
  return found < 0 ? words.length - 1 : found;
}

function between() {
  const [first, last] = [words[Math.min(anchor, focus)], words[Math.max(anchor, focus)]];
  show({ p: first.p, a: first.a, b: last.b });
}

const clamp = (value, least, most) => Math.min(Math.max(value, least), most);

function byWord(step, extend) {
  const next = clamp(focus + step, 0, words.length - 1);
  if (extend && words[next].p !== words[anchor].p) return;
  focus = next;
  if (!extend) anchor = focus;
  between();
}

// A clitic is part of a word on paper and none of a name: «لحلب».
function byLetter(step, end) {
  const letters = [...mark.p.textContent];
  const units = (count) => letters.slice(0, count).join("").length;
  let a = points(mark.p.textContent.slice(0, mark.a)), b = points(mark.p.textContent.slice(0, mark.b));
  if (end) b = clamp(b + step, a + 1, letters.length);
  else a = clamp(a + step, 0, b - 1);
  show({ p: mark.p, a: units(a), b: units(b) });
}

function onArrow(event) {
  const rightToLeft = getComputedStyle(mark?.p ?? passage).direction === "rtl";
  const step = (event.key === "ArrowLeft") === rightToLeft ? 1 : -1;
  if (event.altKey) byLetter(step, event.shiftKey);
  else byWord(step, event.shiftKey);
}

passage.addEventListener("keydown", (event) => {
  if (!active || !mark || event.ctrlKey || event.metaKey) return;
  const name = active;
  if (event.key === "ArrowLeft" || event.key === "ArrowRight") onArrow(event);
  else if (event.key === "Enter") { take(name); leave(name); }
  else if (event.key === "Escape") leave(name);
  else return;
  event.preventDefault();
});

function leave(name) {
  getSelection().removeAllRanges();
  const list = form.querySelector(`[data-of="${name}"]`) ?? input(name, "words");
  list.focus();
}

if (form) {
  document.querySelectorAll("[data-pick]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => begin(button.dataset.pick));
  });
  form.addEventListener("focusin", (event) => {
    active = event.target.closest("[data-marking]")?.dataset.marking ?? active;
  });
  form.addEventListener("change", (event) => {
    const name = event.target.closest("[data-marking]")?.dataset.marking;
    if (!name) return;
    input(name, "start").value = input(name, "stop").value = ""; // typed: the words say where
    for (const list of form.querySelectorAll(`[data-of="${name}"]`)) offer(list, event.target.value);
  });
  let waiting = 0;
  form.addEventListener("input", (event) => {
    const list = event.target.dataset.find && document.getElementById(event.target.dataset.find);
    clearTimeout(waiting);
    if (list) waiting = setTimeout(() => offer(list, event.target.value, true), 250);
  });
  // By mouse and touch: what is selected in the text goes into the form at once.
  passage.addEventListener("pointerup", () => setTimeout(() => {
    const found = selected();
    if (!found) return;
    mark = found;
    anchor = wordAt(mark.a);
    focus = wordAt(mark.b - 1);
    tell();
    take(active ?? names()[0]);
  }));
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || keyOf(event) !== "w") return;
    event.preventDefault();
    begin(active ?? names()[0]);
  });
  const kind = form.querySelector("#type"), modes = form.querySelector("[data-modes]");
  const narrow = () => {
    for (const group of modes.querySelectorAll("optgroup")) group.hidden = group.disabled = Boolean(kind.value) && group.dataset.type !== kind.value;
    if (modes.selectedOptions[0]?.parentElement.disabled) modes.value = "";
  };
  if (kind && modes) { kind.addEventListener("change", narrow); narrow(); }
  for (const list of form.querySelectorAll("[data-choices]")) {
    const text = input(list.dataset.of, "words").value;
    if (text && list.options.length <= 2) offer(list, text, true); // the page itself has but the choice that was made
  }
  const first = names()[0];
  onceShown(() => {
    form.scrollIntoView({ block: "nearest" });
    if (first) begin(first);
    else form.querySelector("[data-first]")?.focus();
  });
}
