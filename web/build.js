// Copies what the pages need from node_modules into the desk's static files. No bundler: files stay as their authors built them.
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, "node_modules");
const out = join(here, "..", "src", "marsad", "desk", "static", "vendor");

const FILES = [
  ["htmx.org/dist/htmx.min.js", "htmx.js"],
];
// family, package, weights, subsets
const FONTS = [
  ["IBM Plex Sans Arabic", "ibm-plex-sans-arabic", [400, 500, 700], ["arabic", "latin"]],
  ["Noto Naskh Arabic", "noto-naskh-arabic", [400, 700], ["arabic", "latin"]],
];
const RANGES = {
  arabic: "U+0600-06FF, U+0750-077F, U+0870-088E, U+0890-0891, U+0897-08E1, U+08E3-08FF, U+200C-200E, U+2010-2011, U+204F, U+2E41, U+FB50-FDFF, U+FE70-FE74, U+FE76-FEFC",
  latin: "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-200B, U+2010-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD",
};

function face(family, name, weight, subset) {
  const file = `${name}-${subset}-${weight}-normal.woff2`;
  cpSync(join(packages, "@fontsource", name, "files", file), join(out, "fonts", file));
  return `@font-face { font-family: "${family}"; font-weight: ${weight}; font-display: swap; ` +
    `src: url("fonts/${file}") format("woff2"); unicode-range: ${RANGES[subset]}; }`;
}

function licences() {
  const names = Object.keys(JSON.parse(readFileSync(join(here, "package.json"))).dependencies);
  return names.map((name) => {
    const folder = join(packages, ...name.split("/"));
    const about = JSON.parse(readFileSync(join(folder, "package.json")));
    const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
    return `${name} ${about.version} (${about.license})\n\n${file ? readFileSync(join(folder, file), "utf8") : ""}`;
  }).join("\n\n----\n\n");
}

rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, "fonts"), { recursive: true });
for (const [from, to] of FILES) cpSync(join(packages, from), join(out, to));
const faces = FONTS.flatMap(([family, name, weights, subsets]) =>
  weights.flatMap((weight) => subsets.map((subset) => face(family, name, weight, subset))));
writeFileSync(join(out, "fonts.css"), faces.join("\n") + "\n");
writeFileSync(join(out, "LICENCES.txt"), licences());
