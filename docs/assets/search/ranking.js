// Which records answer a query, how well, and why.
import { heard, letters, misheard, typedPinyin } from "./pinyin.js";
import { distance, hasHan, squeezed, words } from "./text.js";

// What equal answers are ordered by: most people look for a role.
const WEIGHT = {
  roles: 6, competencies: 4.5, kpis: 3.5, stages: 3, tracks: 3, practices: 2.5, moves: 1.5, pages: 1, terms: 2, cases: 0.5, posts: 0, titles: 0, layers: 0,
};
const LEAST = 26; // below this an answer is noise, unless there is nothing better
const LAST = 18;
const WELL = 60; // from here on a name answers, and descriptions need not be asked
const SEPARATORS = /[^\p{L}\p{N}]+/gu;

/** The records whose names answer a query, best first, each with why. With `more` also those whose keywords or descriptions do. */
export function searchRecords(index, query, more = false) {
  const asked = index.fold(query).trim();
  const plain = squeezed(asked);
  if (!plain) return [];
  const question = {
    asked, plain, han: hasHan(plain), pinyin: typedPinyin(asked), stems: words(asked).join(" "),
    spaced: ` ${asked.replace(SEPARATORS, " ").trim()}`, several: asked.split(SEPARATORS).filter(Boolean).length > 1,
    deep: more && Boolean(index.keywords),
    sounds: hasHan(plain) ? Array.from(plain, (one) => letters(index.sounds.get(one) ?? one)).join("") : "",
  };
  const answers = answering(index, question, 2).filter(({ score }) => score >= LEAST);
  return answers.length ? answers : answering(index, question, 1).filter(({ score }) => score >= LAST);
}

/** Every record with a score, best first. The higher `fall`, the less counts what lacks a word. */
function answering(index, question, fall) {
  const { asked, deep } = question;
  const found = [byWords(index, "names", asked, 68, fall)];
  if (deep) found.push(byWords(index, "keywords", asked, 46, fall), byWords(index, "descriptions", asked, 44, fall * 0.75));
  const answers = [];
  for (const record of index.records) {
    const keys = deep ? [...record.keys, ...record.keywords] : record.keys;
    const best = keys.reduce((high, key) => better(high, byName(question, key)), found.map((one) => one.get(record.place)).reduce(better));
    const answer = deep ? [best, byAllKeys(question, record), byEssence(question, record)].reduce(better) : best;
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
  else if (han && plain.length > 3 && pieces(plain, name) < 4) best = why(62 - 4 * pieces(plain, name) + share);
  else if (name.length > (hasHan(name) ? 1 : 2) && !key.page && (han || question.several) && within(asked, plain, key)) best = why(48 + 1.6 * share);
  if (key.sounds && question.pinyin) {
    const match = heard(question.pinyin, key.sounds) ?? (question.deep ? misheard(question.pinyin, key.sounds) : null);
    const initials = match && [match.from, match.from + question.pinyin.length];
    if (match && !(match.how === "initials" && key.how === "keyword")) best = better(best, { ...why(match.score, match.how), initials });
  }
  if (key.sounds && question.sounds.length > 3 && plain.length > 1 && key.sounds.join("") === question.sounds) best = better(best, why(70, "near"));
  const slips = han ? Number(plain.length > 3 && key.how !== "keyword") : Math.min(3, Math.floor(plain.length / 5));
  if (slips && (!best || best.score < 74)) {
    const away = distance(plain, name, slips);
    if (away <= slips) best = better(best, why(78 - 3 * away, "near"));
  }
  return best;
}

/** Whether the whole name stands in the query, a Latin one as words of their own; of 2 letters it may be a word of the sentence, as IT is. */
function within(asked, plain, key) {
  return hasHan(key.squeezed) ? plain.includes(key.squeezed) : new RegExp(`(?:^|[^a-z0-9])${key.squeezed}(?![a-z0-9])`, "u").test(asked);
}

/** Of how many parts of a name, two characters or more each, the query is made up: 品牌定位 of two in 品牌战略与定位. */
function pieces(plain, name) {
  const fewest = [0];
  for (let end = 2; end <= plain.length; end++) {
    for (let start = 0; start < end - 1; start++) {
      if (fewest[start] + 1 < (fewest[end] ?? Infinity) && name.includes(plain.slice(start, end))) fewest[end] = fewest[start] + 1;
    }
  }
  return fewest[plain.length] ?? Infinity;
}

/** Whether the query is made up of parts of what the record is called and looked for by. */
function byAllKeys({ plain, han }, { keys, keywords }) {
  const number = han && plain.length > 3 ? pieces(plain, [...keys, ...keywords].map((key) => key.squeezed).join(" ")) : Infinity;
  return number < 4 ? { score: 54 - 3 * number, how: "words" } : null;
}

function byEssence({ plain, han }, record) {
  return plain.length > (han ? 1 : 4) && record.plainEssence.includes(plain) ? { score: 46, how: "essence" } : null;
}

/** What the words of the query find, with endings and slips. Place to answer; what lacks some of the words, or has them with other letters, counts for less. */
function byWords(index, source, asked, most, fall) {
  const count = new Set(words(asked)).size;
  const found = index[source].search(asked);
  const top = found[0]?.score ?? 1;
  const typed = asked.split(SEPARATORS).filter((word) => word && !hasHan(word));
  const exact = ({ keys, keywords, essence }) => {
    const text = source === "descriptions" ? index.fold(essence) : (source === "names" ? keys : keywords).map((key) => key.folded).join(" ");
    return typed.every((word) => text.includes(word));
  };
  return new Map(found.map(({ id, score, queryTerms }) => [id, {
    score: most * (new Set(queryTerms).size / count) ** fall * (0.8 + (0.2 * score) / top) * (exact(index.records[id]) ? 1 : 0.85),
    how: source === "descriptions" ? "essence" : "words",
  }]));
}

/** Names that look or sound like the query, for when nothing was found. */
export function nearNames(index, query) {
  const plain = squeezed(index.fold(query)).slice(0, 40);
  if (!plain) return [];
  const sound = Array.from(plain, (one) => letters(index.sounds.get(one) ?? one)).join("");
  const like = (key) => Math.max(likeness(plain, key.squeezed), key.sounds ? likeness(sound, key.sounds.join("")) : 0);
  const near = index.records.map((record) => ({ record, how: "near", score: Math.max(...record.keys.map(like)) }));
  return near.filter((one) => one.score > 0.4).sort((one, other) => other.score - one.score || one.record.place - other.record.place).slice(0, 5);
}

/** The share of neighbouring letters two texts have in common. */
function likeness(one, other) {
  const pairs = (text) => new Set(Array.from({ length: Math.max(1, text.length - 1) }, (_, place) => text.slice(place, place + 2)));
  const [mine, theirs] = [pairs(one), pairs(other)];
  const common = [...mine].filter((pair) => theirs.has(pair)).length;
  return (2 * common) / (mine.size + theirs.size);
}
