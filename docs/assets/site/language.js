// Remembers the language being read, for the chooser at the site's root.
try { localStorage.setItem("handbook-language", `${document.documentElement.dataset.language}`); } catch { /* storage may be closed */ }
// Both languages have the same sections and take the same queries: the links to the other lead to the same place, as it is when they are
// reached for. Where no section is asked for it is the one that is being read.
const OTHERS = ":is(.md-header, .drawer-groups) a[hreflang]";
/** @type {HTMLAnchorElement[]} */
const others = [...document.querySelectorAll(OTHERS)];
/** The section at the top of the window; none where the page still shows its head. */
const read = () => {
  const headings = [...document.querySelectorAll("article :is(h2, h3)[id]")].filter((one) => one.checkVisibility?.() ?? true);
  const above = headings.filter((one) => one.getBoundingClientRect().top < 140).at(-1);
  return above && scrollY > 80 ? `#${above.id}` : "";
};
/** @param {boolean} byKeys the way there scrolls the page up to its head, and that is not what is read */
const follow = (byKeys) => {
  const asked = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const seen = asked && (byKeys || Math.abs(asked.getBoundingClientRect().top) < innerHeight);
  for (const one of others) {
    one.search = location.search;
    one.hash = seen || (location.hash && !asked) ? location.hash : read();
  }
};
for (const kind of ["pointerdown", "focusin", "click"]) document.addEventListener(kind, (event) => {
  const link = /** @type {Element} */ (event.target).closest(OTHERS);
  if (link) follow(kind === "focusin" ? link.matches(":focus-visible") : kind === "click" && /** @type {MouseEvent} */ (event).detail === 0);
}, true);
