// What follows the scrolling: the line under the header, and where one is in the lists of the page's sections.
const header = document.querySelector(".md-header");
const jumps = document.querySelector(".jump ul");
// The same list stands beside the text, or in the drawer, and in the row above it.
/** @type {HTMLAnchorElement[]} */
const links = [...document.querySelectorAll(".on-this-page a, .jump a")];
const targets = [...new Set(links.map((link) => link.hash))].flatMap((hash) => {
  const target = document.getElementById(decodeURIComponent(hash.slice(1)));
  return target ? [{ hash, target }] : [];
});
let current = "";

function follow() {
  header.classList.toggle("md-header--shadow", scrollY > 4);
  const line = (jumps?.offsetParent ? jumps : header).getBoundingClientRect().bottom + 24;
  const end = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
  const shown = targets.filter(({ target }) => target.getClientRects().length);  // filters leave some out
  const passed = shown.filter(({ target }) => target.getBoundingClientRect().top <= Math.max(line, 96));
  const now = (end && scrollY > 0 ? shown.at(-1) : passed.at(-1))?.hash ?? "";
  if (now === current) return;
  current = now;
  for (const link of links) {
    if (link.hash === now) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  const here = jumps?.querySelector("[aria-current]");
  if (here && jumps.scrollWidth > jumps.clientWidth) jumps.scrollLeft = here.offsetLeft - jumps.offsetLeft - 24;
}

// Browsers take a link of which a little is in sight for one that can be seen.
jumps?.addEventListener("focusin", ({ target }) => {
  const [link, row] = [/** @type {Element} */ (target), jumps].map((one) => one.getBoundingClientRect());
  jumps.scrollLeft += Math.max(0, link.right - row.right + 16) - Math.max(0, row.left - link.left + 16);
});

let waiting = 0;
const soon = () => { waiting ||= requestAnimationFrame(() => { waiting = 0; follow(); }); };
addEventListener("scroll", soon, { passive: true });
addEventListener("resize", soon);
new ResizeObserver(soon).observe(document.body);
// A long list beside the text begins where one is.
const beside = document.querySelector(".md-sidebar--primary");
const page = beside.querySelector(".sisters [aria-current]");
if (page && page.offsetTop > beside.clientHeight) beside.scrollTop = page.offsetTop - beside.clientHeight / 2;
follow();
