// The full text, by Pagefind: its own modules and pieces of index come from `pagefind/` at the site's root.
const LONGEST = 80;
const EMPTY_WORDS = new Set("a an and as at by for from in into is of on or the to with 的 了 和".split(" "));

/** Loads Pagefind; rejects when it, its index or WebAssembly is missing. */
export async function openText(root) {
  const pagefind = await import(new URL("pagefind/pagefind.js", root));
  await pagefind.options({ noWorker: true, excerptLength: 24 });
  await pagefind.init();
  await pagefind.preload("");
  return pagefind;
}

/** How many pages hold the words, and `take(from, to)` for some of them; `only` narrows to a stage or a track. */
export async function searchText(pagefind, query, only) {
  const asked = query.slice(0, LONGEST).split(/[^\p{L}\p{N}+/&]+/u).filter((word) => word && !EMPTY_WORDS.has(word)).join(" ");
  if (!asked) return { count: 0, take: async () => [] };
  const filters = Object.fromEntries(Object.entries(only).filter(([, value]) => value));
  const { results } = await pagefind.search(asked, Object.keys(filters).length ? { filters } : {});
  return { count: results.length, take: async (from, to) => (await Promise.all(results.slice(from, to).map((one) => one.data()))).map(hit) };
}

/** A page that holds the words: its best section, and the words in their sentence as pieces, marked or not. */
function hit(page) {
  const best = page.sub_results.reduce((most, one) => (one.locations.length > most.locations.length ? one : most), page.sub_results[0]);
  const part = best ?? page;
  return { title: page.meta.title, section: part.anchor ? text(part.title).replace(/#$/, "").trim() : "", href: part.url, page: page.url, pieces: pieces(part.excerpt) };
}

function pieces(excerpt) {
  const found = excerpt.split(/(<mark>.*?<\/mark>)/u).filter(Boolean).map((piece) => ({ marked: piece.startsWith("<mark>"), text: text(piece) }));
  return found.reduce((joined, piece) => {
    const last = joined.at(-1);
    if (last && last.marked === piece.marked) last.text += piece.text;
    else joined.push(piece);
    return joined;
  }, []);
}

/** The text of a piece of HTML; the document it is read into is inert. */
const text = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent.replace(/\u200b/g, "");
