// What has changed since the edition that the address names, below the head of a record's page: from what macros/pages/since.py tells of all records.
// What the address says is only looked up; it is never shown.
import { BEHIND } from "./pasted.js";

const [, kind, id] = location.pathname.match(/\/(roles|competencies|kpis)\/([^/]+)\/(?:index\.html)?$/) ?? [];
const GONE = "article > .retired:not([id])"; // the notice that a record is out of use
const AT_ONCE = 5; // as many changes are read at once; of more, the older ones are folded
const head = document.querySelector("article > .record-head");
const asked = plain(new URLSearchParams(location.search).get("edition") ?? "");
if (kind && head && asked) tell(head, `${kind}/${id}`).catch(() => {});

/** An edition without what a sentence has left around it. @param {string} edition */
function plain(edition) {
  return edition.replace(BEHIND, "").trim();
}

/** @param {string} name @param {object} properties @param {(Node | string)[]} children */
function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** @param {Element} head @param {string} record */
async function tell(head, record) {
  const answer = await fetch("../../changes/since.json");
  if (!answer.ok) return;
  const told = await answer.json();
  const edition = told.editions.find((one) => plain(one.id) === asked);
  const place = element("div", { className: "since" }, element("p", { textContent: edition ? edition.lead : told.unknown }));
  if (edition && "newer" in edition) place.append(...changes(told, record, edition.newer));
  const lacking = edition && told.kept?.[edition.id];
  const then = lacking && [record, ...(told.earlier[record] ?? [])].find((one) => !lacking.includes(one));
  if (then) {
    const href = `../../../editions/${edition.id}/${document.documentElement.dataset.language}/${then}/`;
    place.append(element("p", {}, element("a", { href, textContent: told.was })));
  }
  head.after(place);
  // Whoever is led to a section sees it there, too.
  const title = document.querySelector("article h2:target, article section:target > h3");
  (title?.closest("summary") ?? title)?.after(Object.assign(place.cloneNode(true), { className: "since again" }));
  if (edition) takeAlong(edition.id);
}

/** How many changes of a record are newer than an edition, and which. @param {number} newer how many of all changes are */
function changes(told, record, newer) {
  const found = (told.of[record] ?? []).filter((number) => number < newer).map((number) => told.changes[number]);
  const { one, other, none } = told.counted[kind];
  if (!found.length) return document.querySelector(GONE) ? [] : [element("p", { textContent: none })];
  const listed = (some) => element("ul", { className: "record-changes" }, ...some.map(({ edition, href, meaning, text }) => element("li", {},
    href ? element("a", { href, textContent: edition }) : edition, ` ${meaning}${told.colon}${text}`)));
  const counted = element("p", { textContent: (found.length === 1 ? one : other).replace("{n}", `${found.length}`) });
  const first = found.length > AT_ONCE + 1 ? AT_ONCE : found.length;
  if (first === found.length) return [counted, listed(found)];
  const more = element("summary", { textContent: told.more.replace("{n}", `${found.length - first}`) });
  return [counted, listed(found.slice(0, first)), element("details", { className: "plain chevron" }, more, listed(found.slice(first)))];
}

/** What has taken the place of a record that is out of use is asked the same. */
function takeAlong(asked) {
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(`${GONE} a, ${GONE} + dl a`))) {
    link.search = `?edition=${encodeURIComponent(asked)}`;
  }
}
