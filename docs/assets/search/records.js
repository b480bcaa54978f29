// The index of the records: names loaded once and opened up for searching, descriptions in batches when they are wanted.
import MiniSearch from "./minisearch.js";
import { letters } from "./pinyin.js";
import { folded, hasHan, squeezed, words } from "./text.js";

// Words with their endings, and for Latin ones slips and the beginning of the last.
const MATCHING = {
  prefix: (term, place, all) => !hasHan(term) && place === all.length - 1 && term.length > 1,
  fuzzy: (term) => (!hasHan(term) && term.length > 5 ? 0.25 : false),
};

/** The index as the script uses it. `data` is `records.json`, `base` the address of the language's pages. */
export function openIndex(data, base) {
  const simplified = new Map(pairs(data.traditional)), sounds = new Map(readings(data.characters));
  /** @type {Record<string, any>} */
  const index = {
    records: [], base, batch: data.batch, simplified, sounds, fold: (text) => folded(text, simplified), described: new Map(), more: null,
    stages: data.stages, tracks: data.tracks, kinds: data.kinds.map(([kind, several, one]) => [kind, several, one]),
  };
  for (const [kind, , kindName, before, after, count] of data.kinds) {
    for (let n = 0; n < count; n++) index.records.push(opened(index, data, { kind, kindName, before, after }));
  }
  index.names = searcher(index, (record) => [...record.keys.map((key) => key.folded), index.fold(record.group)].join(" "));
  return index;
}

/**
 * Traditional characters with the simplified ones, as they stand in the file.
 * @returns {[string, string][]}
 */
const pairs = (text) => text.match(/../gu)?.map((pair) => Array.from(pair)) ?? [];

/**
 * Characters with how they are read, likewise.
 * @returns {[string, string][]}
 */
const readings = (text) => Array.from(text.matchAll(/(\p{Script=Han})([^\p{Script=Han}]+)/gu), ([, one, sound]) => [one, sound]);

function searcher(index, textOf) {
  const made = new MiniSearch({ fields: ["text"], tokenize: words, processTerm: (term) => term || null, searchOptions: MATCHING });
  made.addAll(index.records.map((record) => ({ id: record.place, text: textOf(record) })));
  return made;
}

/** Loads the descriptions of these records; those that cannot be loaded stay empty. */
export async function describe(index, records) {
  if (index.keywords) return;
  await Promise.all([...new Set(records.map(({ place }) => Math.floor(place / index.batch)))].map((number) => {
    if (!index.described.has(number)) index.described.set(number, loaded(index, number).catch(() => index.described.delete(number)));
    return index.described.get(number);
  }));
}

async function loaded(index, number) {
  (await fetched(index, `descriptions-${number}.json`)).forEach((text, n) => say(index, number * index.batch + n, text));
}

const fetched = async (index, file) => (await fetch(new URL(`search/${file}`, index.base))).json();

function say(index, place, essence) {
  Object.assign(index.records[place], { essence, plainEssence: squeezed(index.fold(essence)) });
}

/** Loads what is asked where names do not answer: keywords, and all descriptions. Without them names alone are searched. */
export function readMore(index) {
  index.more ??= fetched(index, "more.json").then((data) => {
    for (const [old, now] of pairs(data.traditional)) index.simplified.set(old, now);
    for (const [one, sound] of readings(data.characters)) index.sounds.set(one, sound);
    data.descriptions.forEach((text, place) => say(index, place, text));
    const keyword = (text) => keyOf(index, { text, how: "keyword", factor: 0.66 }, data.readings);
    data.keywords.forEach((several, place) => { index.records[place].keywords = (several || []).map(keyword); });
    index.descriptions = searcher(index, (record) => index.fold(record.essence));
    index.keywords = searcher(index, (record) => record.keywords.map((key) => key.folded).join(" "));
  }).catch(() => { index.more = null; });
  return index.more;
}

function opened(index, data, { kind, kindName, before, after }) {
  const { base } = index;
  const place = index.records.length;
  const at = (column) => data[column][place];
  const [name, other] = [at("names"), at("others")];
  const english = new URL(base).pathname.endsWith("/en/") ? name : other;
  const id = at("ids") || english.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  const forms = [
    { text: name, how: "name", factor: 1 },
    { text: other, how: "other", factor: 0.98 },
    ...(at("forms") || []).map((text) => ({ text, how: "alias", factor: 0.97 })),
    ...(at("otherForms") || []).map((text) => ({ text, how: "alias", factor: 0.96 })),
    ...(data.former?.[place] || []).map((text) => ({ text, how: "former", factor: 0.95 })),
    ...(at("avoided") || []).map((text) => ({ text, how: "avoided", factor: 0.9 })),
  ];
  const unlike = forms.filter((form, n) => forms.findIndex((one) => one.text === form.text) === n);
  const keys = unlike.map((form) => ({ ...keyOf(index, form, at("readings") || {}), page: kind === "pages" }));
  return {
    place, kind, kindName, id, key: `${kind}/${id}`, name, other, group: at("groups"), href: `${base}${before}${id}${after}`,
    keys, keywords: [], essence: "", plainEssence: "",
    stages: placesIn(at("atStages")), tracks: placesIn(at("onTracks")),
  };
}

/** Stages or tracks by their places in the index, one character each from 0 on; after 9 come : and ;. */
function placesIn(written) {
  return Array.from(written, (one) => one.charCodeAt(0) - "0".charCodeAt(0));
}

/** A form of a name, made ready to be compared. */
function keyOf({ fold, sounds }, form, unusual) {
  const plain = fold(form.text);
  return { ...form, folded: plain, squeezed: squeezed(plain), stems: words(plain).join(" "), ...soundsOf(form.text, plain, unusual, sounds) };
}

/** How a name is read, one entry a character: `syllables` as they are shown, `sounds` as they are typed. Nothing when none is Chinese. */
function soundsOf(text, plain, unusual, sounds) {
  if (!hasHan(plain)) return { syllables: [], sounds: null };
  const special = unusual[text]?.split(" ");
  let han = 0;
  const syllables = Array.from(squeezed(plain), (one) => (hasHan(one) ? special?.[han++] ?? sounds.get(one) ?? one : one));
  return { syllables, sounds: syllables.map(letters) };
}
