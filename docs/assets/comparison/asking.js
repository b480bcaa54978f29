// What the address asks to compare. Whatever stands in it gets an answer: known ids, and what there is to say about the others.
import { element } from "./table.js";
import { filled } from "./wording.js";

export const MOST = { roles: 4, stages: 2 };
const NEAR = 0.6; // how alike a name must be to what was written

const has = (found, id) => Object.prototype.hasOwnProperty.call(found, id);

/** What the address asks for: known ids, and what there is to say about the others. */
export function asked(index) {
  const query = new URLSearchParams(location.search);
  const kind = !query.get("roles") && query.get("stages") ? "stages" : "roles";
  const said = [];
  const ids = [];
  const strangers = []; // each with the number of known ids before it
  for (const written of (query.get(kind) || "").split(",").map((one) => one.trim()).filter(Boolean).slice(0, 40)) {
    const asked = written.toLowerCase();
    const gone = has(index.retired[kind], asked) ? index.retired[kind][asked] : null;
    if (gone) said.push([gone.notice]);
    for (const id of gone ? gone.by : [asked]) {
      if (kind === "roles" && has(index.posts, id)) said.push(named(index.posts[id], index));
      else if (!has(index[kind], id)) strangers.push({ written, place: ids.length });
      else if (!ids.includes(id)) ids.push(id);
    }
  }
  if (strangers.length) said.push(unknown(kind, strangers, ids, index));
  const spare = ids.splice(MOST[kind]);
  if (spare.length) said.push([filled(index.words.tooMany[kind], { names: spare.map((id) => index[kind][id].name).join(index.words.names) })]);
  let track = kind === "stages" ? (query.get("track") || "").trim() : "";
  const followed = has(index.retired.tracks, track) ? index.retired.tracks[track] : null;
  if (followed) {
    said.push([followed.notice]);
    track = followed.by[0];
  }
  if (track && !has(index.tracks, track)) {
    said.push([filled(index.words.missing.track, { names: filled(index.words.quoted, { name: short(track) }) })]);
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
  const names = [...new Set(strangers.map(({ written }) => filled(index.words.quoted, { name: short(written) })))].join("");
  return [filled(index.words.missing[kind], { names }), ...(links.length ? [element("span", { class: "line" }, index.words.near, ...links)] : [])];
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
