// The map: a dot for a town, a soft ring for a district or governorate, a tint for a country; never a dot for what is not a point.
import { Map as MapView, NavigationControl, AttributionControl } from "../vendor/maplibre/maplibre-gl.mjs";

const CLASSES = ["verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict"];
const SUMS = Object.fromEntries(["count", ...CLASSES.keys()].map((n) => (n === "count" ? n : `class${n}`)).map((name) => [name, ["+", ["get", name]]]));
const FONT = ["Marsad"];
const METRES = 78271.517; // a pixel of a tile of 512 at zoom 0 on the equator
const EVERYWHERE = [[-20, 8], [64, 44]]; // where events are expected, until they are there
const place = document.getElementById("map");
const here = document.getElementById("here");

const colour = (name) => getComputedStyle(place).getPropertyValue(name).trim();
const has = (n) => ["coalesce", ["get", `class${n}`], 0];

// The colour of the class with the most events.
function mostly() {
  const [words, deeds, quarrel, fight] = CLASSES.map((name) => colour(`--quad-${name}`));
  return ["case", [">=", has(3), ["max", has(0), has(1), has(2)]], fight, [">=", has(2), ["max", has(0), has(1)]], quarrel,
    [">=", has(1), has(0)], deeds, words];
}

const size = (least) => ["interpolate", ["linear"], ["sqrt", ["get", "count"]], 1, least, 10, least + 10, 60, least + 34];

function fonts() {
  const file = (subset) => `${new URL(place.dataset.fonts, location.href)}ibm-plex-sans-arabic-${subset}-500-normal.woff2`;
  return { Marsad: [{ url: file("arabic"), "unicode-range": ["U+0600-06FF", "U+FB50-FDFF", "U+FE70-FEFF", "U+200C-200F"] }, { url: file("latin"), "unicode-range": ["U+0000-05FF", "U+2000-200B", "U+2010-206F"] }] };
}

function text(field, more = {}) {
  return { "text-field": field, "text-font": FONT, "text-size": 13, "text-padding": 4, ...more };
}

function halo(own = "--ink") {
  return { "text-color": colour(own), "text-halo-color": colour("--surface"), "text-halo-width": 1.6 };
}

function sources({ countries, names, events }) {
  const exact = events.features.filter((one) => one.properties.exact);
  const vague = events.features.filter((one) => !one.properties.exact);
  const collection = (features) => ({ type: "geojson", data: { type: "FeatureCollection", features } });
  const tiles = place.dataset.tiles && { tiles: { type: "raster", tiles: [place.dataset.tiles], tileSize: 256 } };
  return {
    countries: { type: "geojson", data: countries, attribution: "Natural Earth" },
    names: { type: "geojson", data: names },
    vague: { ...collection(vague), attribution: "GeoNames (CC BY 4.0)" },
    exact: { ...collection(exact), cluster: true, clusterRadius: 46, clusterMaxZoom: 9, clusterProperties: SUMS },
    ...tiles,
  };
}

function layers() {
  const name = ["get", place.dataset.language === "en" ? "en" : "ar"];
  const counted = [">", ["coalesce", ["get", "count"], 0], 0];
  const label = ["case", counted, ["concat", name, "\n", ["to-string", ["get", "count"]]], name];
  const wide = { "circle-radius": ["interpolate", ["exponential", 2], ["zoom"], 0, ["max", 11, ["get", "pixels"]], 18, ["max", 11, ["*", ["get", "pixels"], 2 ** 18]]] };
  return [
    { id: "sea", type: "background", paint: { "background-color": colour("--sea") } },
    { id: "land", type: "fill", source: "countries", paint: { "fill-color": colour("--land") } },
    ...(place.dataset.tiles ? [{ id: "tiles", type: "raster", source: "tiles" }] : []),
    { id: "areas", type: "fill", source: "countries", filter: counted, paint: { "fill-color": mostly(), "fill-opacity": ["interpolate", ["linear"], ["ln", ["get", "count"]], 0, 0.16, 7, 0.42] } },
    { id: "borders", type: "line", source: "countries", paint: { "line-color": colour("--border"), "line-width": ["interpolate", ["linear"], ["zoom"], 2, 0.5, 8, 1.6] } },
    { id: "names", type: "symbol", source: "names", filter: ["any", counted, [">=", ["get", "extent"], ["step", ["zoom"], 40, 3, 12, 4, 3, 5, 0]]], layout: text(label, { "symbol-sort-key": ["-", ["+", ["*", 1000, ["coalesce", ["get", "count"], 0]], ["get", "extent"]]], "text-size": ["interpolate", ["linear"], ["zoom"], 2, 11, 6, 15] }), paint: halo("--ink-soft") },
    { id: "vague", type: "circle", source: "vague", paint: { ...wide, "circle-color": mostly(), "circle-opacity": 0.3, "circle-blur": 0.55, "circle-stroke-color": mostly(), "circle-stroke-width": 1, "circle-stroke-opacity": 0.5 } },
    { id: "vague-names", type: "symbol", source: "vague", minzoom: 4, layout: text(["concat", ["get", "name"], "\n", ["to-string", ["get", "count"]]], { "text-size": 12, "symbol-sort-key": ["-", ["get", "count"]] }), paint: halo() },
    { id: "exact", type: "circle", source: "exact", paint: { "circle-radius": size(6), "circle-color": mostly(), "circle-opacity": 0.88, "circle-stroke-color": colour("--surface"), "circle-stroke-width": 1.5 } },
    { id: "counts", type: "symbol", source: "exact", filter: [">", ["get", "count"], 9], layout: text(["to-string", ["get", "count"]], { "text-size": 12, "text-allow-overlap": true }), paint: { "text-color": colour("--surface") } },
    { id: "exact-names", type: "symbol", source: "exact", minzoom: 5, filter: ["!", ["has", "point_count"]], layout: text(["get", "name"], { "text-anchor": "top", "text-offset": [0, 1.1], "symbol-sort-key": ["-", ["get", "count"]] }), paint: halo() },
  ];
}

// What the addresses give, joined: the events of a country stand with its shape and its name.
async function load() {
  const [countries, names, events] = await Promise.all(["countries", "names", "events"].map(async (one) => {
    const answer = await fetch(place.dataset[one]);
    if (!answer.ok) throw new Error(`${place.dataset[one]}: ${answer.status}`);
    return answer.json();
  }));
  const areas = new Map(events.areas.map((area) => [area.code, area]));
  for (const shape of [...countries.features, ...names.features]) Object.assign(shape.properties, areas.get(shape.properties.code));
  for (const { geometry, properties } of events.features) {
    properties.pixels = (properties.reach * 1000) / (METRES * Math.cos((geometry.coordinates[1] * Math.PI) / 180));
  }
  return { countries, names, events };
}

// Where the events are: their points, else the middles of their countries. A few far ones must not make the rest one dot: what
// holds all but a tenth on each side decides.
function bounds({ names, events }) {
  const found = events.features.length ? events.features : names.features.filter((one) => one.properties.count);
  if (!found.length) return EVERYWHERE;
  const far = found.length < 20 ? 0 : 0.1;
  const corner = (share) => [0, 1].map((axis) => reached(found, axis, share));
  return [corner(far), corner(1 - far)];
}

function reached(found, axis, share) {
  const along = found.map(({ geometry, properties }) => [geometry.coordinates[axis], properties.count]).sort((a, b) => a[0] - b[0]);
  const all = along.reduce((sum, [, count]) => sum + count, 0);
  let passed = 0;
  return (along.find(([, count]) => (passed += count) >= share * all) ?? along.at(-1))[0];
}

async function tell(parameter, value) {
  here.setAttribute("aria-busy", "true");
  const address = new URL(place.dataset.here, location.href);
  address.searchParams.set(parameter, value);
  try {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.status);
    here.innerHTML = await answer.text(); // our own page, escaped by the server
    if (here.getBoundingClientRect().top > innerHeight) here.scrollIntoView({ block: "nearest" });
  } catch {
    document.getElementById("map-problem").hidden = false;
  } finally {
    here.removeAttribute("aria-busy");
  }
}

async function choose(map, event) {
  const [found] = map.queryRenderedFeatures(event.point, { layers: ["exact", "vague", "names", "areas"] });
  if (!found) return;
  if (found.properties.cluster) {
    const zoom = await map.getSource("exact").getClusterExpansionZoom(found.properties.cluster_id);
    map.easeTo({ center: found.geometry.coordinates, zoom, animate: !matchMedia("(prefers-reduced-motion: reduce)").matches });
  } else if (found.properties.key) tell("at", found.properties.key);
  else if (found.properties.count) tell("in", found.properties.code);
}

async function draw() {
  const data = await load();
  const style = () => ({ version: 8, "font-faces": fonts(), sources: sources(data), layers: layers() });
  const { zoomIn, zoomOut, reset, attribution } = place.dataset;
  const locale = { "NavigationControl.ZoomIn": zoomIn, "NavigationControl.ZoomOut": zoomOut, "NavigationControl.ResetBearing": reset, "AttributionControl.ToggleAttribution": attribution, "Map.Title": place.getAttribute("aria-label") };
  const map = new MapView({ container: place, style: style(), bounds: bounds(data), fitBoundsOptions: { padding: 50, maxZoom: 6 }, attributionControl: false, dragRotate: false, pitchWithRotate: false, maxPitch: 0, cooperativeGestures: false, locale });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), document.dir === "rtl" ? "top-left" : "top-right");
  map.addControl(new AttributionControl({ compact: true }), "bottom-right");
  map.on("click", (event) => choose(map, event));
  for (const layer of ["exact", "vague", "areas"]) {
    map.on("mouseenter", layer, () => { map.getCanvas().style.cursor = "pointer"; });
    map.on("mouseleave", layer, () => { map.getCanvas().style.cursor = ""; });
  }
  map.on("idle", () => { place.dataset.drawn = map.queryRenderedFeatures({ layers: ["exact", "vague", "areas"] }).length; });
  const recolour = () => map.setStyle(style());
  document.addEventListener("marsad:theme", recolour);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolour);
}

if (place) {
  document.getElementById("map-needs").hidden = true;
  place.hidden = false;
  draw().catch((error) => {
    console.warn(error);
    place.hidden = true;
    document.getElementById("map-problem").hidden = false;
  });
}
