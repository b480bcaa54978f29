// Choosing what to compare. The address holds ids, so that a saved link lives on; what it asks for is shown or explained.
import { plan } from "./plan.js";
import { element, show } from "./table.js";
import { helping } from "./way.js";
import { filled, inside, listed } from "./wording.js";

const MOST = { roles: 4, stages: 2 };
const NEAR = 0.6; // how alike a name must be to what was written
const page = document.querySelector(".compare-page");
const comparison = page.querySelector(".comparison");
const move = page.querySelector(".plan-of-move");
const ahead = page.querySelector(".to-plan");
const notices = page.querySelector(".notices");
const title = document.title;
const loaded = new Map();
/** @type {{ kind: string, ids: string[], track: string }} */
let state = { kind: "roles", ids: [], track: "" };
let turn = 0;
let shown = null; // the query that is shown

/** A file of this site, fetched once; a failure is tried anew the next time. */
function load(name) {
  if (!loaded.has(name)) {
    const coming = fetch(`${name}.json`).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(name))));
    coming.catch(() => loaded.delete(name));
    loaded.set(name, coming);
  }
  return loaded.get(name);
}

/** What the address asks for: known ids, and what there is to say about the others. */
function asked(index) {
  const query = new URLSearchParams(location.search);
  const kind = !query.get("roles") && query.get("stages") ? "stages" : "roles";
  const said = [];
  const ids = [];
  const strangers = []; // each with the number of known ids before it
  for (const written of (query.get(kind) || "").split(",").map((one) => one.trim()).filter(Boolean).slice(0, 40)) {
    let id = written.toLowerCase();
    for (let known = Object.hasOwn(index.retired[kind], id); known; known = Object.hasOwn(index.retired[kind], id)) {
      said.push([index.retired[kind][id].notice]);
      id = index.retired[kind][id].by;
    }
    if (kind === "roles" && Object.hasOwn(index.posts, id)) said.push(named(index.posts[id], index));
    else if (!Object.hasOwn(index[kind], id)) strangers.push({ written, place: ids.length });
    else if (!ids.includes(id)) ids.push(id);
  }
  if (strangers.length) said.push(unknown(kind, strangers, ids, index));
  const spare = ids.splice(MOST[kind]);
  if (spare.length) said.push([filled(index.words.tooMany[kind], { names: listed(spare.map((id) => index[kind][id].name)) })]);
  let track = kind === "stages" ? (query.get("track") || "").trim() : "";
  if (track && !Object.hasOwn(index.tracks, track)) {
    said.push([filled(index.words.unknown.track, { name: short(track) })]);
    track = "";
  }
  return { state: { kind, ids, track }, said };
}

/** That a post is only named in the documents, with the link to where it is. */
function named(post, index) {
  const [before, after] = index.words.named.split("{name}");
  return [before, element("a", { href: post.href }, post.name), after];
}

/** That no record has these ids, with those that are really near as links; each takes the place of the one it is near to. */
function unknown(kind, strangers, ids, index) {
  const near = new Map();
  for (const { written, place } of strangers) {
    const alike = Object.entries(index[kind])
      .map(([id, one]) => ({ id, like: Math.max(...[id, ...one.names].map((name) => likeness(written.toLowerCase(), name.toLowerCase()))) }))
      .filter(({ id, like }) => like >= NEAR && !ids.includes(id)).sort((one, other) => other.like - one.like).slice(0, 3);
    for (const { id } of alike) if (!near.has(id)) near.set(id, `?${kind}=${[...ids.slice(0, place), id, ...ids.slice(place)].join(",")}`);
  }
  const links = [...near].flatMap(([id, href], number) => [number ? index.words.comma : "", element("a", { href }, index[kind][id].name)]);
  const names = listed([...new Set(strangers.map(({ written }) => filled(index.words.quoted, { name: short(written) })))]);
  return [filled(index.words.unknown[kind], { names }), ...(links.length ? [element("span", { class: "line" }, index.words.near, ...links)] : [])];
}

function short(text) {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** How alike two names are, from 0 to 1, by the pairs of letters they share. */
function likeness(one, other) {
  if (one === other) return 1;
  if (Math.min(one.length, other.length) > 1 && (other.includes(one) || one.includes(other))) return 0.9;
  const pairs = (text) => new Set([...text].map((letter, place, all) => letter + (all[place + 1] || "")).slice(0, -1));
  const [own, theirs] = [pairs(one), pairs(other)];
  const shared = [...own].filter((pair) => theirs.has(pair)).length;
  return (2 * shared) / (own.size + theirs.size || 1);
}

/** Keeps the address at what is shown. */
function keep() {
  const track = state.track ? `&track=${state.track}` : "";
  history.replaceState(null, "", location.pathname + (state.ids.length ? `?${state.kind}=${state.ids.join(",")}${track}` : ""));
  shown = location.search;
}

/** Sets the form to what is chosen; what one list has chosen the others cannot. */
function set() {
  for (const fields of page.querySelectorAll(".fields")) {
    const here = fields.dataset.kind === state.kind;
    fields.hidden = !here;
    const selects = [...fields.querySelectorAll("select:not([name])")];
    selects.forEach((select, number) => { select.value = here ? state.ids[number] || "" : ""; });
    for (const select of selects) {
      const taken = (id) => here && Boolean(id) && id !== select.value && state.ids.includes(id);
      for (const option of select.options) option.disabled = taken(option.value);
    }
  }
  const track = page.querySelector("select[name=track]"); // where there are tracks
  if (track) track.value = state.track;
  page.querySelector(`[name=kind][value=${state.kind}]`).checked = true;
}

/** A sheet of a stage for one track alone. */
function onTrack(sheet) {
  const keep = (group) => (group.id === "tracks" && state.track ? { ...group, rows: group.rows.filter((row) => row.key === `track-${state.track}`) } : group);
  return { ...sheet, groups: sheet.groups.map(keep) };
}

/** Whether the chosen track has no rung at any of these stages. */
function isOffTrack(sheets) {
  return Boolean(state.track) && sheets.every((sheet) => !sheet.groups.find((group) => group.id === "tracks").rows.length);
}

/** Shows what is chosen, with what there is to say before it. */
async function draw(index, said = []) {
  const now = ++turn;
  const { kind, ids } = state;
  const names = ids.map((id) => index[kind][id].name);
  const lines = said.map((line) => element("p", { class: "notice" }, ...line));
  if (ids.length < 2) lines.push(element("p", { class: "prompt" }, ids.length ? filled(index.words.chooseOne, { name: names[0] }) : index.words.choose));
  set();
  let sheets = [];
  let offers = null;
  try {
    if (ids.length > 1) sheets = await Promise.all(ids.map((id) => load(`${kind}/${id}`)));
    if (kind === "roles" && ids.length === 2) offers = (await Promise.all(helping(sheets[0], sheets[1], index).map(load))).flat();
  } catch {
    if (now === turn) missing();
    return;
  }
  if (now !== turn) return;
  page.querySelector(".unavailable").hidden = true;
  comparison.hidden = move.hidden = ahead.hidden = true;
  document.title = sheets.length ? `${names.join(" / ")} · ${title}` : title;
  page.parentElement.querySelector(".print-title").textContent = sheets.length ? names.join(" / ") : "";
  if (sheets.length) {
    if (kind === "stages") sheets = sheets.map(onTrack);
    show(comparison, sheets, index.words);
    if (kind === "stages" && isOffTrack(sheets)) {
      lines.push(element("p", { class: "notice" }, filled(index.words.offTrack, { name: inside(index.tracks[state.track]) })));
    }
    if (offers) {
      plan(move, ...sheets, offers, index);
      ahead.hidden = false;
    }
    lines.push(element("p", { class: "for-ears" }, filled(index.words.compared, { names: listed(names) })));
  }
  notices.replaceChildren(...lines);
}

function missing() {
  page.querySelector(".unavailable").hidden = false;
  comparison.hidden = move.hidden = ahead.hidden = true;
  notices.replaceChildren();
}

/** Shows what the address asks for. */
async function open() {
  page.hidden = false;
  shown = location.search;
  let index;
  try {
    index = await load("index");
  } catch {
    return missing();
  }
  const found = asked(index);
  state = found.state;
  await draw(index, found.said);
  if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

async function choose(change) {
  state = { ...state, ...change };
  keep();
  try {
    await draw(await load("index"));
  } catch {
    missing();
  }
}

page.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
page.querySelector("form").addEventListener("change", (event) => {
  if (event.target.name === "kind") choose({ kind: event.target.value, ids: [], track: "" });
  else if (event.target.name === "track") choose({ track: event.target.value });
  else choose({ ids: [...event.target.closest(".fields").querySelectorAll("select:not([name])")].map((one) => one.value).filter(Boolean) });
});
move.querySelector("[data-do=swap]").addEventListener("click", () => choose({ ids: [...state.ids].reverse() }));
addEventListener("popstate", () => { if (location.search !== shown) open(); });
open();
