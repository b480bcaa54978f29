// The files of this site that the page reads, each fetched once.

/** What was needed did not come. */
export class Unreachable extends Error {}

const loaded = new Map();

/** A file; a failure is tried anew the next time. */
export function load(name) {
  if (!loaded.has(name)) {
    const coming = fetch(`${name}.json`).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(name))))
      .catch(() => Promise.reject(new Unreachable(name)));
    coming.catch(() => loaded.delete(name));
    loaded.set(name, coming);
  }
  return loaded.get(name);
}

/** What helps, and the index of the comparison that its words are in; null where that did not come, since all else works without. */
export async function offers({ compare: root }) {
  if (!root) return null;
  try {
    const compare = await load(`${root}index`);
    const every = (await Promise.all(compare.help.map((name) => load(`${root}${name}`)))).flat();
    return { every, index: compare };
  } catch { return null; }
}

/** Says that nothing can be drawn: what is needed did not come, or this browser lacks something. */
export function unavailable(page, fault) {
  const undrawn = !(fault instanceof Unreachable);
  page.querySelector(".unavailable").hidden = undrawn;
  page.querySelector(".undrawn").hidden = !undrawn;
  if (undrawn) throw fault;
}
