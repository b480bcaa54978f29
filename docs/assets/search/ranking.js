// Which records answer a query, how well, and why.
import { heard, letters, typedPinyin } from "./pinyin.js";
import { distance, hasHan, squeezed, words } from "./text.js";

// What equal answers are ordered by: most people look for a role.
const WEIGHT = { roles: 6, competencies: 4.5, kpis: 3.5, stages: 3, tracks: 3, practices: 2.5, moves: 1.5, terms: 2, cases: 0.5, posts: 0, titles: 0, layers: 0 };
const LEAST = 26; // below this an answer is noise, unless there is nothing better
const LAST = 18;
const WELL = 60; // from here on a name answers, and descriptions need not be asked
const SEPARATORS = /[^\p{L}\p{N}]+/gu;

/** The records whose names answer a query, best first, each with why. With `described` also those whose descriptions do. */
export function searchRecords(index, query, described = false) {
  const asked = index.fold(query).trim();
  const plain = squeezed(asked);
  if (!plain) return [];
  const question = {
    asked, plain, han: hasHan(plain), pinyin: typedPinyin(asked), stems: words(asked).join(" "),
    spaced: ` ${asked.replace(SEPARATORS, " ").trim()}`, several: asked.split(SEPARATORS).filter(Boolean).length > 1,
    sounds: hasHan(plain) ? Array.from(plain, (one) => letters(index.sounds.get(one) ?? one)).join("") : "",
  };
  const answers = answering(index, question, described, 2).filter(({ score }) => score >= LEAST);
  return answers.length ? answers : answering(index, question, described, 1).filter(({ score }) => score >= LAST);
}

/** Every record with a score, best first. The higher `fall`, the less counts what lacks a word. */
function answering(index, question, described, fall) {
  const { asked } = question;
  const found = byWords(index.names, asked, 68, fall, "words");
  const said = byWords(index.keywords, asked, 50, fall, "words");
  const told = described ? byWords(index.descriptions, asked, 44, fall * 0.75, "essence") : new Map();
  const answers = [];
  for (const record of index.records) {
    const best = record.keys.reduce((high, key) => better(high, byName(question, key)), [found, said, told].map((one) => one.get(record.place)).reduce(better));
    const answer = described ? better(best, byEssence(question, record)) : best;
    if (answer) answers.push({ record, ...answer, score: answer.score + WEIGHT[record.kind], well: answer.score >= WELL });
  }
  return answers.sort((one, other) => other.score - one.score || one.record.place - other.record.place);
}

const better = (one, other) => (!one || (other && other.score > one.score) ? other : one) ?? null;

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
  else if (han ? name.includes(plain) : plain.length > 1 && ` ${key.folded.replace(SEPARATORS, " ")}`.includes(question.spaced)) best = why(60 + share);
  else if (name.length > 1 && (han || question.several) && within(asked, plain, key)) best = why(48 + 1.6 * share);
  if (key.sounds && question.pinyin) {
    const match = heard(question.pinyin, key.sounds);
    if (match) best = better(best, why(match.score, match.how));
  }
  if (key.sounds && question.sounds.length > 3 && plain.length > 1 && key.sounds.join("") === question.sounds) best = better(best, why(70, "near"));
  const slips = han ? Number(plain.length > 3) : Math.min(3, Math.floor(plain.length / 5));
  if (slips && (!best || best.score < 74)) {
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
  return plain.length > (han ? 1 : 4) && record.plainEssence.includes(plain) ? { score: 46, how: "essence" } : null;
}

/** What the words of the query find, with endings and slips. Place to answer; what lacks some of the words counts for less. */
function byWords(searcher, asked, most, fall, how) {
  const count = new Set(words(asked)).size;
  const found = searcher.search(asked);
  const top = found[0]?.score ?? 1;
  return new Map(found.map(({ id, score, queryTerms }) => [id, { score: most * (new Set(queryTerms).size / count) ** fall * (0.8 + (0.2 * score) / top), how }]));
}

/** Names that look or sound like the query, for when nothing was found. */
export function nearNames(index, query) {
  const plain = squeezed(index.fold(query)).slice(0, 40);
  if (!plain) return [];
  const sound = Array.from(plain, (one) => letters(index.sounds.get(one) ?? one)).join("");
  const like = (key) => Math.max(likeness(plain, key.squeezed), key.sounds ? likeness(sound, key.sounds.join("")) : 0);
  const near = index.records.map((record) => ({ record, how: "near", score: Math.max(...record.keys.map(like)) }));
  return near.filter((one) => one.score > 0.3).sort((one, other) => other.score - one.score || one.record.place - other.record.place).slice(0, 5);
}

/** The share of neighbouring letters two texts have in common. */
function likeness(one, other) {
  const pairs = (text) => new Set(Array.from({ length: Math.max(1, text.length - 1) }, (_, place) => text.slice(place, place + 2)));
  const [mine, theirs] = [pairs(one), pairs(other)];
  const common = [...mine].filter((pair) => theirs.has(pair)).length;
  return (2 * common) / (mine.size + theirs.size);
}
