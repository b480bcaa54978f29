// The full text, by Pagefind: its own modules and pieces of index come from `pagefind/` at the site's root.
import { bare, hasHan } from "./text.js";

const LONGEST = 80;
const LOOKED_THROUGH = 24; // pages, when only those of a stage or track are wanted
const segmenter = Intl.Segmenter ? new Intl.Segmenter("zh", { granularity: "word" }) : null;

let broken = false; // a piece of the index was missing, and Pagefind keeps what it could not load as empty

/** Loads Pagefind; rejects when it, its index or WebAssembly is missing. */
export async function openText(root) {
  const pagefind = await import(new URL("pagefind/pagefind.js", root).href);
  if (broken) await pagefind.destroy();
  broken = false;
  await pagefind.options({ noWorker: true, excerptLength: 24 });
  await pagefind.init();
  await pagefind.preload("");
  return pagefind;
}

/**
 * How many pages hold the words, and `take(number)` for the first of them. Pagefind also answers with what begins alike; a page
 * on which nothing of that is left of a word is no answer. With `belongs` only pages it accepts count, as far as they are looked through.
 */
export async function searchText(pagefind, query, belongs) {
  const asked = telling(query.slice(0, LONGEST));
  if (!asked.length) return { count: 0, all: true, take: async () => [] };
  const before = lost();
  const { results: loose } = await pagefind.search(asked.join(" "));
  const { results: exact } = asked.length > 1 ? await pagefind.search(`"${asked.join(" ")}"`) : { results: [] };
  broken ||= lost() > before;
  if (broken) throw new Error("A piece of the index is missing.");
  const first = new Set(exact.map(({ id }) => id));
  const results = [...exact, ...loose.filter(({ id }) => !first.has(id))]; // side by side as they were typed, then anywhere on the page
  const read = async (number) => {
    const found = await Promise.all(results.slice(0, number).map((one) => one.data()));
    return found.map((page) => hit(page, asked)).filter((one) => holds(one, asked));
  };
  if (!belongs) return { count: results.length, all: true, take: read };
  const hits = (await read(LOOKED_THROUGH)).filter(({ page }) => belongs(page));
  return { count: hits.length, all: results.length <= LOOKED_THROUGH, take: async (number) => hits.slice(0, number) };
}

/** How many pieces of the index could not be loaded. Pagefind does not tell, the browser's list of what it loaded does. */
const lost = () => {
  const asked = /** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByType("resource"));
  const isLost = ({ responseStatus, decodedBodySize }) => responseStatus >= 400 || !decodedBodySize;
  return asked.filter((one) => one.name.includes("/pagefind/index/") && isLost(one)).length;
};

/** The words worth looking for. Each costs a piece of the index, so single characters go where there is something longer. */
function telling(query) {
  const cut = (part) => (hasHan(part) && segmenter ? Array.from(segmenter.segment(part), ({ segment }) => segment) : [part]);
  const parts = bare(query.toLowerCase()).split(/[^\p{L}\p{N}+/&]+/u).flatMap(cut);
  const words = [...new Set(parts.filter((word) => word))];
  const longer = words.filter((word) => word.length > 1);
  return (longer.length ? longer : words).slice(0, 6);
}

/** What of a word must stand in a text: the first two characters of a Chinese one, the larger part of a Latin one. */
const root = (word) => word.slice(0, hasHan(word) ? 2 : Math.max(3, Math.ceil(word.length * 0.6)));

const holds = ({ pieces }, asked) => pieces.some(({ marked, text }) => marked && asked.some((word) => text.toLowerCase().includes(root(word))));

/** A word as it stands in a text, Latin ones with their endings. */
const standing = (word) => (hasHan(word) ? escaped(word) : `(?<![a-z0-9])${escaped(root(word))}[a-z0-9]*`);
const escaped = (word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

/** A page that holds the words: its best section, and the words in their sentence as pieces, marked or not. */
function hit(page, asked) {
  const part = page.sub_results.reduce((most, one) => (fullness(one) > fullness(most) ? one : most), page.sub_results[0] ?? page);
  const section = part.anchor ? text(part.title).trim() : "";
  return { title: page.meta.title, section: section === page.meta.title ? "" : section, href: part.url, page: page.url, pieces: pieces(part.excerpt, asked) };
}

/** How many of the words a section holds in one place, then how many places. */
const fullness = (part) => {
  const held = new Set(Array.from(part.excerpt.matchAll(/<mark>(.*?)<\/mark>/gu), ([, word]) => word.toLowerCase()));
  return held.size * 1000 + part.locations.length;
};

/** The sentences of an excerpt that hold the words, as pieces marked or not. Whole words are marked where they stand, else what Pagefind took for them. */
function pieces(excerpt, asked) {
  const sentences = excerpt.split(/(?<=[。！？])| ?\. +/u).filter((one) => one.includes("<mark>")).map((one) => one.replace(/^[，；、：）”·\s]+/u, ""));
  const plain = text(sentences.join(" … "));
  const words = new RegExp(`(${asked.map(standing).join("|")})`, "giu");
  const cut = plain.split(words).length > 1 ? plain.split(words).map((piece, n) => ({ marked: n % 2 === 1, text: piece })) : marks(sentences.join(" … "));
  return cut.filter((piece) => piece.text).reduce((joined, piece) => {
    const last = joined.at(-1);
    if (last && last.marked === piece.marked) last.text += piece.text;
    else joined.push({ ...piece });
    return joined;
  }, []);
}

const marks = (html) => html.split(/(<mark>.*?<\/mark>)/u).map((piece) => ({ marked: piece.startsWith("<mark>"), text: text(piece) }));

/** The text of a piece of HTML; the document it is read into is inert. */
const text = (html) => new DOMParser().parseFromString(`<i>${html}`, "text/html").body.textContent.replace(/\u200b/g, "");
