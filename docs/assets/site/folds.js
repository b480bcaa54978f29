// Folded parts open for who is sent into them, by an address or by a link, and for print; a browser's own search opens them by itself.
const FOLDED = "details:not([open])";

/** Opens everything that a place is folded into, and goes there. @param {Element | null} place */
const reveal = (place) => {
  const folded = place?.closest(FOLDED);
  if (!place || !folded) return;
  for (let one = /** @type {Element | null | undefined} */ (folded); one; one = one.parentElement?.closest(FOLDED)) one.setAttribute("open", "");
  place.scrollIntoView();
};

/** What an address leads to within the page. @param {string} hash */
const placeOf = (hash) => {
  try { return document.getElementById(decodeURIComponent(hash.slice(1))); } catch { return null; } // somebody wrote a lone %
};
addEventListener("hashchange", () => reveal(placeOf(location.hash)));
// A link to where one has been sent before changes no address.
document.addEventListener("click", (event) => {
  const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest("a[href^='#']"));
  if (link && link.hash === location.hash) reveal(placeOf(link.hash));
});
reveal(placeOf(location.hash));

// On paper everything is open but the notes of marks and what stands aside, which print where the reader has opened them. The buttons at the foot
// print the page as it stands, or all of it.
const TO_OPEN = { usual: `.md-content ${FOLDED}:not(.why, .aside)`, shown: ":not(*)", all: `.md-content ${FOLDED}` };
let wish = "usual";
/** @type {Element[]} */
let opened = [];
addEventListener("beforeprint", () => {
  document.documentElement.dataset.prints = wish;
  opened = [...document.querySelectorAll(TO_OPEN[wish])];
  for (const one of opened) one.setAttribute("open", "");
});
addEventListener("afterprint", () => {
  for (const one of opened) one.removeAttribute("open");
  opened = [];
  wish = "usual";
  delete document.documentElement.dataset.prints;
});
const printing = document.querySelector(".imprint .prints");
printing.hidden = !document.querySelector(`.md-content details`);
printing.addEventListener("click", (event) => {
  if (!event.target.value) return;
  wish = event.target.value;
  print();
});
