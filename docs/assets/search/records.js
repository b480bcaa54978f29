// The index of the records: loaded once, opened up for searching, and searched.
import MiniSearch from "./minisearch.js";
import { heard, letters, typedPinyin } from "./pinyin.js";
import { distance, folded, hasHan, squeezed, stem, words } from "./text.js";

// What equal answers are ordered by: most people look for a role.
const WEIGHT = { roles: 6, competencies: 4.5, kpis: 3.5, stages: 3, tracks: 3, practices: 2.5, moves: 1.5, terms: 2, cases: 0.5, posts: 0, titles: 0, layers: 0 };
const LEAST = 24; // below this an answer is noise

/** The index as the script uses it. `data` is `records.json`, `base` the address of the language's pages. */
export function openIndex(data, base) {
  const simplified = new Map(data.traditional.match(/../gu)?.map((pair) => Array.from(pair)));
  const sounds = new Map(Array.from(data.characters.matchAll(/(\p{Script=Han})([^\p{Script=Han}]+)/gu), ([, one, sound]) => [one, sound]));
  const fold = (text) => folded(text, simplified);
  const records = [];
  for (const [kind, kindName, before, after, count] of data.kinds) {
    for (let n = 0; n < count; n++) records.push(opened(data, records.length, { kind, kindName, before, after, base, fold, sounds }));
  }
  const mini = new MiniSearch({
    fields: ["names", "essence"], idField: "place", tokenize: words, processTerm: (term) => term || null,
    searchOptions: { boost: { names: 4 }, prefix: (term, place, all) => !hasHan(term) && place === all.length - 1 && term.length > 1, fuzzy: (term) => !hasHan(term) && term.length > 3 ? 0.25 : false },
  });
  mini.addAll(records.map((record) => ({ place: record.place, names: record.keys.map((key) => key.folded).join(" ") + " " + fold(record.group), essence: fold(record.essence) })));
  return { records, mini, fold, sounds, stages: data.stages, tracks: data.tracks, kinds: data.kinds.map(([kind, name]) => [kind, name]) };
}

function opened(data, place, { kind, kindName, before, after, base, fold, sounds }) {
  const at = (column) => data[column][place];
  const [name, other] = [at("names"), at("others")];
  const english = hasHan(name) || !hasHan(other) && document.documentElement.lang.startsWith("zh") ? other : name;
  const id = at("ids") || english.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  const forms = [
    { text: name, how: "name", factor: 1 },
    { text: other, how: "other", factor: 0.98 },
    ...(at("forms") || []).map((text) => ({ text, how: "alias", factor: 0.97 })),
    ...(at("otherForms") || []).map((text) => ({ text, how: "alias", factor: 0.96 })),
    ...(at("avoided") || []).map((text) => ({ text, how: "avoided", factor: 0.9 })),
  ];
  const keys = forms.filter((form, n) => forms.findIndex((one) => one.text === form.text) === n).map((form) => {
    const plain = fold(form.text);
    return { ...form, folded: plain, squeezed: squeezed(plain), stems: words(plain).join(" "), ...soundsOf(form.text, plain, at("readings") || {}, sounds) };
  });
  const essence = at("essences");
  return {
    place, kind, kindName, id, key: `${kind}/${id}`, name, other, essence, group: at("groups"), href: `${base}${before}${id}${after}`, keys,
    plainEssence: squeezed(fold(essence)), stages: Array.from(at("atStages"), Number), tracks: Array.from(at("onTracks"), Number),
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

/** The records a query finds, best first, each with why. */
export function searchRecords(index, query) {
  const asked = index.fold(query).trim();
  const plain = squeezed(asked);
  if (!plain) return [];
  const question = {
    asked, plain, han: hasHan(plain), pinyin: typedPinyin(asked), stems: words(asked).join(" "),
    sounds: hasHan(plain) ? Array.from(plain, (one) => letters(index.sounds.get(one) ?? one)).join("") : "",
  };
  const found = byWords(index, asked);
  const answers = [];
  for (const record of index.records) {
    const best = record.keys.reduce((high, key) => better(high, byName(question, key)), found.get(record.place) ?? null);
    const answer = better(best, byEssence(question, record));
    if (answer && answer.score >= LEAST) answers.push({ record, ...answer, score: answer.score + WEIGHT[record.kind] });
  }
  return answers.sort((one, other) => other.score - one.score || one.record.place - other.record.place);
}

const better = (one, other) => (!one || (other && other.score > one.score) ? other : one);

/** How well one form of a name answers: the same, its beginning, a part of it, alike in sound, or slightly misspelt. */
function byName(question, key) {
  const { plain, han, asked } = question;
  const name = key.squeezed;
  const why = (score, how = key.how) => ({ score: score * key.factor, how, key });
  if (name === plain) return why(100);
  if (key.stems === question.stems) return why(90);
  const share = (9 * Math.min(plain.length, name.length)) / Math.max(plain.length, name.length);
  let best = null;
  if (name.startsWith(plain) && (plain.length > 1 || han)) best = why(80 + share);
  else if (han ? name.includes(plain) : plain.length > 1 && ` ${key.folded.replace(/[^\p{L}\p{N}]+/gu, " ")}`.includes(` ${asked.replace(/[^\p{L}\p{N}]+/gu, " ").trim()}`)) best = why(60 + share);
  else if (name.length > 1 && (han || asked.split(/\s+/).length > 1 ? within(asked, plain, key) : false)) best = why(48 + 1.6 * share);
  if (key.sounds && question.pinyin) {
    const match = heard(question.pinyin, key.sounds);
    if (match) best = better(best, why(match.score, match.how));
  }
  if (key.sounds && question.sounds.length > 3 && plain.length > 1 && key.sounds.join("") === question.sounds) best = better(best, why(70, "near"));
  const slips = Math.min(3, Math.floor(plain.length / 5));
  if (!han && slips && (!best || best.score < 74)) {
    const away = distance(plain, name, slips);
    if (away <= slips) best = better(best, why(78 - 3 * away, "near"));
  }
  return best;
}

/** Whether the whole name stands in the query, a Latin one as words of their own. */
function within(asked, plain, key) {
  return hasHan(key.squeezed) ? plain.includes(key.squeezed) : new RegExp(`(?<![a-z0-9])${key.squeezed}(?![a-z0-9])`, "u").test(asked);
}

function byEssence({ plain, han }, record) {
  return plain.length > (han ? 1 : 4) && record.plainEssence.includes(plain) ? { score: 44, how: "essence" } : null;
}

/** What the words of the query find, in names and in essences, with endings and slips. Place to answer. */
function byWords(index, asked) {
  const count = new Set(words(asked)).size;
  const found = index.mini.search(asked);
  const top = found[0]?.score ?? 1;
  return new Map(found.map(({ id, score, match, queryTerms }) => {
    const named = new Set(), met = new Set();
    for (const term of queryTerms) {
      for (const [word, fields] of Object.entries(match)) {
        if (!meets(term, word)) continue;
        met.add(term);
        if (fields.includes("names")) named.add(term);
      }
    }
    const byNames = 68 * (named.size / count) ** 2 * (0.8 + (0.2 * score) / top);
    const byAll = 44 * (met.size / count) ** 1.5 * (0.7 + (0.3 * score) / top);
    return [id, byNames >= byAll ? { score: byNames, how: "words" } : { score: byAll, how: "essence" }];
  }));
}

const meets = (term, word) => word === term || (!hasHan(term) && (word.startsWith(term) || distance(term, word, Math.round(term.length * 0.25)) <= Math.round(term.length * 0.25)));

/** Names that look like the query, for when nothing was found. */
export function nearNames(index, query) {
  const plain = squeezed(index.fold(query)).slice(0, 40);
  if (!plain) return [];
  const near = index.records.map((record) => ({ record, how: "near", score: Math.max(...record.keys.map((key) => likeness(plain, key.squeezed))) }));
  return near.filter((one) => one.score > 0.3).sort((one, other) => other.score - one.score).slice(0, 5);
}

/** The share of neighbouring letters two texts have in common. */
function likeness(one, other) {
  const pairs = (text) => new Set(Array.from({ length: Math.max(1, text.length - 1) }, (_, place) => text.slice(place, place + 2)));
  const [mine, theirs] = [pairs(one), pairs(other)];
  const common = [...mine].filter((pair) => theirs.has(pair)).length;
  return (2 * common) / (mine.size + theirs.size);
}
