// Copies what the pages need from node_modules into the desk's static files. No bundler: files stay as their authors built them.
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import codes from "i18n-iso-countries";
import polylabel from "polylabel";
import { feature } from "topojson-client";

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, "node_modules");
const out = join(here, "..", "src", "marsad", "desk", "static", "vendor");

const FILES = [
  ["htmx.org/dist/htmx.min.js", "htmx.js"],
  ["maplibre-gl/dist/maplibre-gl.css", "maplibre/maplibre-gl.css"],
  ["maplibre-gl/dist/maplibre-gl.mjs", "maplibre/maplibre-gl.mjs"],
  ["maplibre-gl/dist/maplibre-gl-worker.mjs", "maplibre/maplibre-gl-worker.mjs"],
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

// Countries of Natural Earth at 1:50 million as GeoJSON, with ISO 3166 codes and CLDR's names in both languages, and a point in
// the widest part of each, where its name stands. Hundredths of a degree (1 km) are as exact as the outlines are.
const NAMES = Object.fromEntries(["ar", "en"].map((language) => [language, new Intl.DisplayNames([language], { type: "region", style: "short" })]));

function countries() {
  const world = JSON.parse(readFileSync(join(packages, "world-atlas", "countries-50m.json")));
  const shapes = feature(world, world.objects.countries).features.filter((one) => one.properties.name !== "Antarctica");
  for (const shape of shapes) {
    const two = shape.id && codes.numericToAlpha2(shape.id);
    shape.properties = two
      ? { code: codes.alpha2ToAlpha3(two), ar: NAMES.ar.of(two), en: NAMES.en.of(two) }
      : { code: "", ar: "", en: "" };
    shape.geometry.coordinates = rounded(shape.geometry.coordinates);
    delete shape.id;
  }
  return shapes;
}

function rounded(part) {
  return Array.isArray(part) ? part.map(rounded) : Math.round(part * 100) / 100;
}

function nameAt({ geometry, properties }) {
  const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const extent = (ring) => Math.abs(ring.reduce((sum, [x, y], n) => sum + x * ring[(n + 1) % ring.length][1] - y * ring[(n + 1) % ring.length][0], 0));
  const widest = parts.reduce((one, other) => (extent(other[0]) > extent(one[0]) ? other : one));
  const [x, y] = polylabel(widest, 0.1);
  return { type: "Feature", geometry: { type: "Point", coordinates: rounded([x, y]) }, properties: { ...properties, extent: Math.round(extent(widest[0])) } };
}

function writeCollection(name, features) {
  const text = JSON.stringify({ type: "FeatureCollection", source: "Natural Earth (public domain); names: CLDR", features });
  writeFileSync(join(out, "map", name), text);
  writeFileSync(join(out, "map", `${name}.gz`), gzipSync(text, { level: 9 }));
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
for (const folder of ["fonts", "map", "maplibre"]) mkdirSync(join(out, folder), { recursive: true });
for (const [from, to] of FILES) cpSync(join(packages, from), join(out, to));
const faces = FONTS.flatMap(([family, name, weights, subsets]) =>
  weights.flatMap((weight) => subsets.map((subset) => face(family, name, weight, subset))));
writeFileSync(join(out, "fonts.css"), faces.join("\n") + "\n");
writeFileSync(join(out, "LICENCES.txt"), licences());
const shapes = countries();
writeCollection("countries.geojson", shapes);
writeCollection("names.geojson", shapes.filter((shape) => shape.properties.code).map(nameAt));
for (const file of ["maplibre-gl.mjs", "maplibre-gl-worker.mjs"]) {
  writeFileSync(join(out, "maplibre", `${file}.gz`), gzipSync(readFileSync(join(out, "maplibre", file)), { level: 9 }));
}
