// Stands first in the script of every page in the zip, and nowhere else. There pages are opened from a disk, where browsers fetch no data for scripts
// and show a folder for an address that ends in a slash; so data lie there as scripts, each of which puts what it holds on the shelf.
/** @type {Record<string, unknown>} */
const shelf = /** @type {any} */ (window).handbookShelf = {};
/** @type {Map<string, Promise<void>>} */
const coming = new Map();

/** Brings a script once. @param {string} src */
const brought = (src) => {
  if (!coming.has(src)) coming.set(src, new Promise((done, failed) => {
    const script = Object.assign(document.createElement("script"), { src, onload: done, onerror: failed });
    document.head.append(script);
  }).finally(() => { if (!(src in shelf)) coming.delete(src); }));
  return coming.get(src);
};

window.fetch = async (asked) => {
  const address = new URL(String(asked), location.href);
  address.search = address.hash = "";
  const src = `${address}.js`;
  await brought(src);
  return new Response(JSON.stringify(shelf[src]));
};

// Links that scripts make lead to folders, as everywhere else; those of the pages themselves name the file.
for (const kind of ["pointerdown", "focusin", "click"]) document.addEventListener(kind, (event) => {
  const link = /** @type {HTMLAnchorElement | null} */ (event.target instanceof Element && event.target.closest("a[href]"));
  if (link?.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
}, true);
