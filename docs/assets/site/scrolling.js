// What follows the scrolling: the line under the header and its title, the tabs, the height of the lists at both sides, and where one is in them.
const [header, tabs, main] = [".md-header", ".md-tabs", ".md-main"].map((one) => document.querySelector(one));
const grid = main.firstElementChild;
const title = header.querySelector(".md-header__title");
const heading = document.querySelector(".md-content h1");
const sidebars = [[".md-sidebar--primary", "(min-width: 76.25em)"], [".md-sidebar--secondary", "(min-width: 60em)"]].map(([one, width]) => {
  const bar = document.querySelector(one);
  return { bar, pane: bar.querySelector(".md-sidebar__scrollwrap"), wide: matchMedia(width), padding: 0, placed: false };
});
// The same list stands in the drawer and at the right.
const links = [...document.querySelectorAll(".md-nav__link[href^='#']")]
  .map((link) => ({ link, target: document.getElementById(decodeURIComponent(link.hash.slice(1))), top: 0 }))
  .filter(({ target }) => target);
let at = { header: 0, main: 0, bottom: 0, above: 0, page: 0 };

/** How far below the beginning of the page an element stands. */
const placeOf = (element) => element.getBoundingClientRect().top + scrollY;

/** Where everything stands; only the size of the window or of the page changes it. */
function measure() {
  at = {
    header: header.offsetHeight, main: main.offsetTop, bottom: main.offsetTop + main.offsetHeight, above: grid.offsetTop - main.offsetTop,
    page: document.body.offsetHeight,
  };
  for (const one of sidebars) one.padding = one.pane.offsetTop;
  for (const one of links) one.top = placeOf(one.target);
  follow();
}

function follow() {
  const y = Math.max(0, scrollY), begins = at.main - at.header;
  header.classList.toggle("md-header--shadow", begins <= y);
  if (heading) title.classList.toggle("md-header__title--active", placeOf(heading) + heading.offsetHeight <= y + at.header);
  tabs.hidden = y >= 10;
  const seen = Math.max(0, innerHeight - Math.max(0, at.main - y, at.header) - Math.max(0, innerHeight + y - at.bottom));
  const end = y + innerHeight >= Math.floor(at.page);
  const passed = links.map(({ top }) => end || top - at.header - 0.8 * at.above < y);
  links.forEach(({ link }, number) => {
    link.classList.toggle("md-nav__link--passed", passed[number]);
    link.classList.toggle("md-nav__link--active", passed[number] && !(passed[number + 1] && sameList(number)));
  });
  for (const one of sidebars) fit(one, seen + Math.min(at.above, Math.max(0, y - begins)) - at.above);
}

/** Whether the next link stands in the list of this one. */
const sameList = (number) => links[number + 1].link.closest("ul") === links[number].link.closest("ul");

/** A list at the side ends where the text ends or the window does; the first time it shows the page one is on. */
function fit(sidebar, height) {
  const { bar, pane, wide, padding } = sidebar;
  pane.style.height = wide.matches ? `${height - 2 * padding}px` : "";
  bar.style.top = wide.matches ? `${at.header}px` : "";
  if (!wide.matches || sidebar.placed) return;
  sidebar.placed = true;
  const current = [...pane.querySelectorAll(".md-nav__link--active")].find((link) => link.clientHeight);
  if (current) pane.scrollTop = current.offsetTop - pane.offsetTop - pane.offsetHeight / 2;
}

let waiting = 0, stale = false;
const soon = (resized) => {
  stale ||= resized;
  waiting ||= requestAnimationFrame(() => {
    const what = stale ? measure : follow;
    [waiting, stale] = [0, false];
    what();
  });
};
addEventListener("scroll", () => soon(false), { passive: true });
addEventListener("resize", () => soon(true));
new ResizeObserver(() => soon(true)).observe(document.body);
measure();
