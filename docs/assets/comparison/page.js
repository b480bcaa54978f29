// Choosing what to compare. The address holds ids, so that a saved link lives on; what it asks for is shown or explained.
import { MOST, asked } from "./asking.js";
import { place } from "./place.js";
import { plan } from "./plan.js";
import { element, nodes, show } from "./table.js";
import { helping, way } from "./way.js";
import { filled } from "./wording.js";

const page = document.querySelector(".compare-page");
const head = document.querySelector(".record-head");
const comparison = page.querySelector(".comparison");
const beside = page.querySelector(".beside-all");
const move = page.querySelector(".plan-of-move");
const notices = page.querySelector(".notices");
const choosing = page.querySelector(".compare-choose");
const [title, essence] = [document.title, head.querySelector(".essence").textContent];
const loaded = new Map();
class Unreachable extends Error {}
/** @type {{ kind: string, ids: string[], track: string }} */
let state = { kind: "roles", ids: [], track: "" };
let turn = 0;
let shown = null; // the query that is shown

/** A file of this site, fetched once; a failure is tried anew the next time. */
function load(name) {
  if (!loaded.has(name)) {
    const coming = fetch(`${name}.json`).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(name))))
      .catch(() => Promise.reject(new Unreachable(name)));
    coming.catch(() => loaded.delete(name));
    loaded.set(name, coming);
  }
  return loaded.get(name);
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
  fit();
  const track = page.querySelector("select[name=track]"); // where there are tracks
  if (track) track.value = state.track;
  page.querySelector(`[name=kind][value=${state.kind}]`).checked = true;
}

const fields = () => Number(choosing.dataset.fields || 2);

/** Shows as many fields as are filled or were asked for; two roles are a way from one to the other, more are just beside each other. */
function fit() {
  const all = [...page.querySelectorAll("[data-kind=roles] .field")];
  choosing.dataset.fields = `${Math.max(fields(), state.kind === "roles" ? state.ids.length : 2)}`;
  all.forEach((one, number) => { one.hidden = number >= fields(); });
  for (const one of page.querySelectorAll("[data-number]")) one.textContent = (fields() === 2 && one.dataset.pair) || one.dataset.number;
  choosing.querySelector("[data-do=add]").hidden = fields() === all.length;
  choosing.querySelector("[data-do=swap]").hidden = state.ids.length !== 2;
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
  } catch (fault) {
    if (now === turn) unavailable(fault);
    return;
  }
  if (now !== turn) return;
  for (const one of page.querySelectorAll(":scope > [role=alert]")) one.hidden = true;
  beside.hidden = move.hidden = true;
  if (kind === "stages") sheets = sheets.map(onTrack);
  if (kind === "stages" && sheets.length && isOffTrack(sheets)) {
    lines.push(element("p", { class: "notice" }, filled(index.words.offTrack, { name: index.tracks[state.track].name })));
  }
  const found = offers ? way(sheets[0], sheets[1], index, offers) : null;
  headed(names, found, index);
  if (found) plan(move, found, index, names);
  if (sheets.length) {
    show(comparison, sheets, index);
    beside.hidden = false;
    lines.push(element("p", { class: "for-ears" }, filled(index.words.compared, { names: names.join(index.words.names) })));
  }
  planned(sheets.length > 0);
  notices.replaceChildren(...lines);
}

/** Of the moves that can be planned, only those of what is `compared`: from or to any of the roles, or within the stages. */
function planned(compared) {
  const known = document.querySelector(".ways-fold");
  if (!known) return;
  const entries = [...known.querySelectorAll(".ways > li")];
  for (const one of entries) {
    const met = one.dataset[state.kind].split(" ").map((id) => state.ids.includes(id));
    one.hidden = compared && !(state.kind === "roles" ? met.some(Boolean) : met.every(Boolean));
  }
  known.querySelectorAll(".lead-in").forEach((line) => { line.hidden = line.dataset.of !== (compared ? state.kind : ""); });
  known.hidden = compared && entries.every((one) => one.hidden);
  if (compared) known.removeAttribute("open");
}

/** The head of the page: what is compared, and where a plan is shown how far it is and where it leads. */
function headed(names, found, index) {
  const { words } = index;
  const [kicker, purpose, standing] = [".kind", ".purpose", ".standing"].map((one) => head.querySelector(one));
  const called = found && !found.falls ? names.join(" → ") : names.length > 2 ? filled(words.beside[state.kind], { n: names.length }) : names.join(" / ");
  const compared = names.length > 1;
  const doing = head.dataset[state.kind]; // comparing roles, or stages
  const named = title.replace(head.dataset.roles, doing);
  document.title = compared ? `${names.join(" / ")} · ${named}` : named;
  kicker.textContent = doing;
  head.querySelector("h1").textContent = compared ? called : doing;
  const marks = found ? (found.sentence ? found.marks : found.placed).flatMap(nodes) : [];
  head.querySelector(".essence").replaceChildren(found ? found.sentence || found.direction : compared ? "" : essence, ...marks);
  head.querySelector(".essence").hidden = compared && !found;
  purpose.replaceChildren(...(found && found.sentence ? [found.direction, ...found.placed.flatMap(nodes)] : []));
  standing.replaceChildren(...(found ? ways(found, words, names) : []));
  kicker.hidden = !compared;
  purpose.hidden = !purpose.childNodes.length;
  standing.hidden = !standing.childNodes.length;
}

/** By which documented steps and moves, and the page of the way where it has one; or that none leads straight there. */
function ways({ ways: known, unknown, href, falls }, words, names) {
  if (!known.length) return falls ? [] : [unknown];
  const links = known.flatMap((html, number) => [number ? words.names : "", element("span", { class: "phrase" }, ...nodes(html))]);
  const own = href ? element("div", {}, words.curated, element("a", { href }, names.join(" → "))) : "";
  return [words.known, ...links, own];
}

/** Nothing can be shown: what was asked for did not come, or this browser lacks something that drawing needs. */
function unavailable(fault) {
  const undrawn = !(fault instanceof Unreachable);
  page.querySelector(".unavailable").hidden = undrawn;
  page.querySelector(".undrawn").hidden = !undrawn;
  beside.hidden = move.hidden = true;
  notices.replaceChildren();
}

/** Shows what the address asks for, and the place that it or the way back leads to. */
async function open(back = false) {
  page.hidden = false;
  shown = location.search;
  try {
    const index = await load("index");
    const found = asked(index);
    state = found.state;
    await draw(index, found.said);
  } catch (fault) {
    unavailable(fault);
  }
  place(back);
}

async function choose(change) {
  state = { ...state, ...change };
  keep();
  try {
    await draw(await load("index"));
  } catch (fault) {
    unavailable(fault);
  }
}

choosing.addEventListener("submit", (event) => event.preventDefault());
choosing.addEventListener("change", (event) => {
  if (event.target.name === "kind") choose({ kind: event.target.value, ids: [], track: "" });
  else if (event.target.name === "track") choose({ track: event.target.value });
  else choose({ ids: [...event.target.closest(".fields").querySelectorAll("select:not([name])")].map((one) => one.value).filter(Boolean) });
});
choosing.addEventListener("click", (event) => {
  const wish = event.target.dataset.do;
  if (wish === "swap") choose({ ids: [...state.ids].reverse() });
  if (wish === "add") {
    choosing.dataset.fields = Math.min(MOST.roles, fields() + 1);
    fit();
    page.querySelectorAll("[data-kind=roles] select")[fields() - 1].focus();
  }
});
addEventListener("popstate", () => (location.search === shown ? place(true) : open(true)));
const [entry] = performance.getEntriesByType("navigation");
open(["reload", "back_forward"].includes(/** @type {PerformanceNavigationTiming | undefined} */ (entry)?.type ?? ""));
