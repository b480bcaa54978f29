// The full text: an index in small pieces, and each page's text by section; a language's `search/text.json` lists both.
import { bare, hasHan, squeezed, stem } from "./text.js";

const MOST = 8, LOOKED_THROUGH = 24; // words, each of which costs a piece of the index; pages, when only those of a stage or track are wanted
const QUOTED = 5, CLAUSE = 5; // letters from which on a query may be a piece of a text, words from which on it rather is one
const COMPARED = 6; // pages whose texts are compared with it
// What counts how much: another ending, a mere beginning, a short section, any mention, one at the start, many; what share of the best page’s words will do.
const ENDING = 0.9, BEGUN = 0.5, SHORT = 1.1, ANYWHERE = 0.5, AT_FIRST = 0.5, OFTEN = 0.2, ENOUGH = 0.5;
const segmenter = Intl.Segmenter ? new Intl.Segmenter("zh", { granularity: "word" }) : null;

/** Loads the lists of pages and pieces; rejects when they are missing. `base` is the address of the language's pages. */
export async function openText(base) {
  const text = { base, loaded: new Map() };
  const { stamp, pages, pieces } = await load(text, "text.json", { cache: "no-cache" });
  const paths = Object.keys(pages), firsts = [];
  const of = (page, lengths) => lengths.split(" ").flatMap((file, n) => Array.from(file, (length, at) => ({ page, n, at, length: Number(length) })));
  const sections = Object.values(pages).flatMap((lengths, page) => of(page, lengths));
  sections.forEach(({ page }, place) => { firsts[page] ??= place; });
  return { ...text, stamp, pieces, paths, firsts, sections };
}

/** A file of the index, loaded once; what could not be loaded is asked for again the next time. */
function load({ base, loaded }, file, options = {}) {
  if (!loaded.has(file)) {
    const answer = fetch(new URL(`search/${encodeURI(file)}`, base), options);
    loaded.set(file, answer.then((found) => (found.ok ? found.json() : Promise.reject(new Error(`${found.status} ${file}`)))));
    loaded.get(file).catch(() => loaded.delete(file));
  }
  return loaded.get(file);
}

/** How many pages hold the words, and `take(number, above)` for the first but those above; rejects when a piece is missing. `belongs` chooses pages. */
export async function searchText(text, query, belongs) {
  const typed = query.normalize("NFKC").toLowerCase(), asked = units(bare(typed)).flatMap(segments).filter((one) => one.length > 1);
  const find = (words) => Promise.all(words.map((word) => places(text, word, !hasHan(word) && typed.endsWith(word))));
  let found = await find(telling(typed));
  if (!found.some(({ forms }) => forms.length)) found = await find(Array.from(typed).filter(hasHan).slice(0, MOST)); // no two side by side
  const ranked = rank(text, found), forms = found.flatMap((one) => one.forms);
  const marks = [...asked.filter(hasHan), ...found.filter(({ word }) => !hasHan(word) && asked.includes(word)).flatMap((one) => one.forms)];
  const pages = belongs ? ranked.slice(0, LOOKED_THROUGH).filter(({ path }) => belongs(text.base + path)) : ranked;
  const take = async (number, above = new Set()) => {
    const read = (page, n) => hit(text, page, n < COMPARED ? squeezed(typed) : "", [marks, forms]);
    const hits = await Promise.all(pages.filter(({ path }) => !above.has(text.base + path)).slice(0, Math.max(number, COMPARED)).map(read));
    return hits.sort((one, other) => Number(other.exact) - Number(one.exact)).slice(0, number);
  };
  return { count: pages.length, all: !belongs || ranked.length <= LOOKED_THROUGH, take };
}

/** Latin words and runs of Chinese; and a run with the words in it, as far as the browser knows them. */
const units = (part) => part.match(/[\u3400-\u9fff]+|(?:(?![\u3400-\u9fff])[\p{L}\p{N}])+/gu) ?? [];
const segments = (unit) => [unit, ...(hasHan(unit) && segmenter ? Array.from(segmenter.segment(unit), ({ segment }) => segment) : [])];

/** The words worth looking for: Latin ones, pairs of Chinese neighbours, first those that do not overlap; what only asks comes last. */
function telling(typed) {
  const pairs = (unit) => (hasHan(unit) ? Array.from({ length: Math.max(1, unit.length - 1) }, (_, at) => unit.slice(at, at + 2)) : [unit]);
  const cut = (part, odd) => units(part).flatMap((unit) => pairs(unit).filter((_, at) => at % 2 === odd));
  const words = [...new Set([bare(typed), typed].flatMap((part) => [...cut(part, 0), ...cut(part, 1)]))];
  return words.filter((word) => word.length > 1 || words.every((one) => one.length < 2)).slice(0, MOST);
}

/** The forms of a word in the index, and by page how well which sections hold one. `begun` when the word may be a beginning. */
async function places(text, word, begun) {
  const root = stem(word), han = hasHan(word), low = han ? word : root.slice(0, Math.max(3, root.length - 1));
  const high = han && word.length > 1 ? word : `${low}\uffff`;
  const last = text.pieces.findLastIndex((first) => first <= high);
  const from = Math.max(0, text.pieces.findLastIndex((first) => first <= low));
  const pieces = await Promise.all(Array.from({ length: last + 1 - from }, (_, n) => load(text, `words-${text.stamp}/${from + n}.json`)));
  const related = (form) => (stem(form) === root ? ENDING : begun && word.length > 2 && form.startsWith(word) ? BEGUN : 0);
  const alike = (form) => (han || form === word ? Number(form.startsWith(word)) : related(form));
  const found = pieces.flatMap((piece) => Object.entries(piece)).filter(([form]) => alike(form));
  const pages = new Map(), all = new Set();
  for (const [form, steps] of found) {
    let place = 0;
    for (const step of steps) {
      all.add(place += step);
      const { page } = text.sections[place], held = pages.get(page) ?? new Map();
      pages.set(page, held.set(place, Math.max(alike(form), held.get(place) ?? 0)));
    }
  }
  return { word, forms: found.map(([form]) => form), pages, rare: Math.log(1 + text.sections.length / all.size) };
}

/** The pages that hold enough, best first, each with the section that holds most. A rare word counts for more; of a clause that section alone tells. */
function rank(text, found) {
  const ranked = text.paths.map((path, number) => ({ path, first: text.firsts[number], sections: new Map(), held: 0, score: 0, place: 0 }));
  const piece = found.length >= CLAUSE;
  for (const { pages, rare } of found) {
    for (const [number, places] of pages) {
      const page = ranked[number], best = Math.max(...places.values());
      page.held += rare * best;
      if (!piece) page.score += rare * (best * (ANYWHERE + OFTEN * Math.log2(places.size)) + AT_FIRST * (places.get(page.first) ?? 0));
      const dense = (place) => rare * places.get(place) * SHORT ** (4 - text.sections[place].length);
      for (const place of places.keys()) page.sections.set(place, (page.sections.get(place) ?? 0) + dense(place));
    }
  }
  const most = Math.max(...ranked.map(({ held }) => held));
  const enough = ranked.filter(({ held }) => held && held >= ENOUGH * most);
  for (const page of enough) {
    const [place, worth] = [...page.sections].reduce((best, one) => (one[1] > best[1] ? one : best));
    Object.assign(page, { place, score: page.score + worth });
  }
  return enough.sort((one, other) => other.score - one.score);
}

/** A page that holds the words: the section that holds the whole query or else most, its sentences as pieces, marked or not, and whether
 *  all of it stands there. */
async function hit(text, { path, place }, whole, marks) {
  const { n, at } = text.sections[place], page = text.base + encodeURI(path);
  const [title, ...parts] = await load(text, `text/${path.slice(0, -1)}.${n}.json?${text.stamp}`);
  const holds = ([, heading, words]) => whole.length >= QUOTED && squeezed(`${heading} ${words}`.normalize("NFKC").toLowerCase()).includes(whole);
  const quoting = holds(parts[at]) ? parts[at] : parts.find(holds), [anchor, heading, words] = quoting ?? parts[at], exact = Boolean(quoting);
  return { title, section: anchor && heading, href: anchor ? `${page}#${anchor}` : page, page, pieces: excerpt(words, marks), exact };
}

/** The two sentences that hold most of the words, in their order, as pieces: of what was asked, else of the forms that were found. */
function excerpt(words, [marks, forms]) {
  const shown = marks.some((one) => words.toLowerCase().includes(one)) ? marks : forms;
  const sentences = words.replace(/([。！？；])|([.!?;]) /gu, "$1$2\n").split("\n").filter(Boolean).map((sentence) => marked(sentence, shown));
  const best = [...sentences].sort((one, other) => other.held - one.held).slice(0, 2);
  const chosen = sentences.filter((one) => best.includes(one) && (one.held || one === best[0]));
  return chosen.flatMap(({ pieces }, n) => (n ? [{ marked: false, text: " … " }, ...pieces] : pieces));
}

/** A sentence in pieces, marked where a form stands as a word, also between Chinese ones, or anywhere in what is Chinese; and how many forms it holds. */
function marked(sentence, forms) {
  const plain = sentence.toLowerCase(), inside = Array(sentence.length).fill(false), held = new Set();
  for (const form of forms) {
    for (let at = plain.indexOf(form); at >= 0; at = plain.indexOf(form, at + 1)) {
      if (!hasHan(form) && [plain[at - 1], plain[at + form.length]].some((beside) => beside && !hasHan(beside) && /[\p{L}\p{N}]/u.test(beside))) continue;
      inside.fill(true, at, at + form.length);
      held.add(form);
    }
  }
  const pieces = [];
  inside.forEach((is, at) => (pieces.at(-1)?.marked === is ? pieces.at(-1).text += sentence[at] : pieces.push({ marked: is, text: sentence[at] })));
  return { pieces, held: held.size };
}
