// The index of the records: names loaded once and opened up for searching, descriptions in batches when they are wanted.
import MiniSearch from "./minisearch.js";
import { letters } from "./pinyin.js";
import { folded, hasHan, squeezed, words } from "./text.js";

// Words with their endings, and for Latin ones slips and the beginning of the last.
const MATCHING = {
  prefix: (term, place, all) => !hasHan(term) && place === all.length - 1 && term.length > 1,
  fuzzy: (term) => (!hasHan(term) && term.length > 3 ? 0.25 : false),
};

/** The index as the script uses it. `data` is `records.json`, `base` the address of the language's pages. */
export function openIndex(data, base) {
  const simplified = new Map(data.traditional.match(/../gu)?.map((pair) => Array.from(pair)));
  const sounds = new Map(Array.from(data.characters.matchAll(/(\p{Script=Han})([^\p{Script=Han}]+)/gu), ([, one, sound]) => [one, sound]));
  const fold = (text) => folded(text, simplified);
  const records = [];
  for (const [kind, kindName, before, after, count] of data.kinds) {
    for (let n = 0; n < count; n++) records.push(opened(data, records.length, { kind, kindName, before, after, base, fold, sounds }));
  }
  const named = (wanted) => (record) => record.keys.filter(({ how }) => (how === "keyword") === wanted).map((key) => key.folded);
  const names = searcher(records.map((record) => ({ id: record.place, text: [...named(false)(record), fold(record.group)].join(" ") })));
  const keywords = searcher(records.map((record) => ({ id: record.place, text: named(true)(record).join(" ") })));
  return { records, names, keywords, descriptions: null, batch: data.batch, base, fold, sounds, stages: data.stages, tracks: data.tracks, kinds: data.kinds.map(([kind, name]) => [kind, name]), described: new Map() };
}

function searcher(documents) {
  const made = new MiniSearch({ fields: ["text"], tokenize: words, processTerm: (term) => term || null, searchOptions: MATCHING });
  made.addAll(documents);
  return made;
}

/** Loads the descriptions of these records; those that cannot be loaded stay empty. */
export async function describe(index, records) {
  await Promise.all([...new Set(records.map(({ place }) => Math.floor(place / index.batch)))].map((number) => {
    if (!index.described.has(number)) index.described.set(number, loaded(index, number).catch(() => index.described.delete(number)));
    return index.described.get(number);
  }));
}

async function loaded(index, number) {
  const answer = await fetch(new URL(`search/descriptions-${number}.json`, index.base));
  (await answer.json()).forEach((text, n) => {
    const record = index.records[number * index.batch + n];
    record.essence = text;
    record.plainEssence = squeezed(index.fold(text));
  });
}

/** Loads all descriptions and makes them searchable. */
export async function describeAll(index) {
  await describe(index, index.records);
  index.descriptions ??= searcher(index.records.map((record) => ({ id: record.place, text: index.fold(record.essence) })));
}

function opened(data, place, { kind, kindName, before, after, base, fold, sounds }) {
  const at = (column) => data[column][place];
  const [name, other] = [at("names"), at("others")];
  const english = new URL(base).pathname.endsWith("/en/") ? name : other;
  const id = at("ids") || english.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  const forms = [
    { text: name, how: "name", factor: 1 },
    { text: other, how: "other", factor: 0.98 },
    ...(at("forms") || []).map((text) => ({ text, how: "alias", factor: 0.97 })),
    ...(at("otherForms") || []).map((text) => ({ text, how: "alias", factor: 0.96 })),
    ...(at("avoided") || []).map((text) => ({ text, how: "avoided", factor: 0.9 })),
    ...(at("keywords") || []).map((text) => ({ text, how: "keyword", factor: 0.6 })),
  ];
  const keys = forms.filter((form, n) => forms.findIndex((one) => one.text === form.text) === n).map((form) => {
    const plain = fold(form.text);
    return { ...form, folded: plain, squeezed: squeezed(plain), stems: words(plain).join(" "), ...soundsOf(form.text, plain, at("readings") || {}, sounds) };
  });
  return {
    place, kind, kindName, id, key: `${kind}/${id}`, name, other, group: at("groups"), href: `${base}${before}${id}${after}`, keys, essence: "", plainEssence: "",
    stages: Array.from(at("atStages"), Number), tracks: Array.from(at("onTracks"), Number),
  };
}

/** How a name is read, one entry a character: `syllables` as they are shown, `sounds` as they are typed. Nothing when none is Chinese. */
function soundsOf(text, plain, readings, sounds) {
  if (!hasHan(plain)) return { syllables: [], sounds: null };
  const special = readings[text]?.split(" ");
  let han = 0;
  const syllables = Array.from(squeezed(plain), (one) => (hasHan(one) ? special?.[han++] ?? sounds.get(one) ?? one : one));
  return { syllables, sounds: syllables.map(letters) };
}
