// Two sources, one answer: the records, then the full text. Each may be missing.
import { openText, searchText } from "./fulltext.js";
import { nearNames, searchRecords } from "./ranking.js";
import { describe, openIndex, readMore } from "./records.js";
import { bare } from "./text.js";

const LONGEST = 120;

/** Both sources, loading from now on. `root` is the address of the site, `language` zh or en. */
export function openSources(root, language) {
  const base = new URL(`${language}/`, root).href;
  const records = fetch(new URL("search/records.json", base)).then((answer) => {
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  }).then((data) => openIndex(data, base));
  const text = openText(base);
  for (const source of [records, text]) source.catch(() => {});
  return { records, text };
}

/**
 * What the records say to a query: `all` answers, those `staged` by stage and track, and the `answers` also of the kind asked for;
 * near names when there are none. Keywords and descriptions are asked where names do not answer.
 */
export async function findRecords(sources, query, only = {}, shown = 8) {
  const index = await sources.records;
  let asked = query.slice(0, LONGEST);
  let all = searchRecords(index, asked);
  if (!all[0]?.well) {
    asked = bare(index.fold(asked));
    all = searchRecords(index, asked);
  }
  if (!all[0]?.well && asked.trim().length > 1) {
    await readMore(index);
    all = searchRecords(index, asked, true);
  }
  const staged = all.filter(({ record }) => belongs(index, record, only));
  const answers = only.kind ? staged.filter(({ record }) => record.kind === only.kind) : staged;
  const near = all.length ? [] : nearNames(index, asked);
  await describe(index, [...answers.slice(0, shown), ...near].map(({ record }) => record));
  return { index, all, staged, answers, near };
}

/** Whether a record belongs to the stage and the track chosen. */
function belongs(index, record, only) {
  const among = (known, chosen, numbers) => !chosen || numbers.includes(known.findIndex(([id]) => id === chosen));
  return among(index.stages, only.stage, record.stages) && among(index.tracks, only.track, record.tracks);
}

/** What the full text says. What sounds like a record, or names it in the other language, is looked for by the record's name. */
export async function findText(sources, query, only = {}, answers = []) {
  const text = await sources.text;
  const best = answers[0];
  const named = best && best.score > 70 && ["pinyin", "initials", "near", "other"].includes(best.how);
  const index = await sources.records.catch(() => null);
  const asked = query.slice(0, LONGEST);
  const wanted = (page) => index.records.some((record) => page.endsWith(`/${record.key}/`) && belongs(index, record, only));
  const narrow = index && (only.stage || only.track) ? wanted : null;
  return searchText(text, named ? best.record.name : index ? index.fold(asked) : asked, narrow);
}

/** Whether the full text comes before the records: it has what was typed word for word, and no name answers well. */
export const isQuoted = (hits, all) => Boolean(hits[0]?.exact && !all[0]?.well);

/** The whole list as `kind/id` or address, best first. */
export async function ranked(sources, query) {
  const { all, answers } = await findRecords(sources, query);
  const text = await findText(sources, query, {}, answers);
  const hits = await text.take(5);
  const records = answers.map(({ record }) => record.key);
  const pages = hits.map((hit) => hit.page.replace(/^.*\/(?:zh|en)\/|\/$/g, ""));
  return isQuoted(hits, all) ? [...pages, ...records] : [...records, ...pages];
}
