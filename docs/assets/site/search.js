// Opens the search; all the rest of it is loaded when it is first opened. Without this script the button leads to the search page.
const here = /** @type {HTMLScriptElement} */ (document.currentScript).src;
/** @type {HTMLAnchorElement} */
const button = document.querySelector("a.find-button");
const page = document.querySelector(".search-page");
let place = page?.querySelector(".panel");
/** @type {HTMLDialogElement} */
let dialog;
let ready = null;
let panel = null;

/** Whether a key belongs to an input method, which is about to make a character of it. */
const composing = (event) => event.isComposing || event.keyCode === 229;
/** Where text is typed, so that a stroke is a stroke; a button, a box to tick and the like take no text. */
const TYPED = "textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=button], [type=submit], [type=reset], [type=range])";
// The stroke alone opens the search, unless whoever speaks to the computer or strikes keys by chance has switched that off.
const kept = `${new URL("..", here).pathname}.slash`;
/** @type {HTMLInputElement} */
const choice = document.querySelector(".slash input");
/** @type {HTMLElement} */ (choice.closest(".slash")).hidden = false;
choice.checked = true;
try { choice.checked = localStorage.getItem(kept) !== "off"; } catch { /* storage may be closed */ }
const announce = () => button.setAttribute("aria-keyshortcuts", `${choice.checked ? "/ " : ""}Control+K Meta+K`);
choice.addEventListener("change", () => {
  announce();
  try { localStorage.setItem(kept, choice.checked ? "on" : "off"); } catch { /* it holds for this page */ }
});
announce();

const styled = () => new Promise((done) => {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL("../search/panel.css", here).href;
  link.onload = link.onerror = done;
  document.head.append(link);
});
/** The dialog over a page. What stands in it is the same on every page, so it has a file of its own. */
const made = async () => {
  const answer = await fetch(new URL("panel.json", button.href));
  if (!answer.ok) throw new Error(String(answer.status));
  const { label, html } = await answer.json();
  dialog = document.createElement("dialog");
  dialog.className = "search";
  dialog.setAttribute("aria-label", label);
  dialog.append(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
  place = dialog.querySelector(".panel");
  place.querySelector("form").action = place.querySelector(".as-link").href = button.href;
  dialog.querySelector(".close").addEventListener("click", close);
  dialog.addEventListener("keydown", (event) => {
    if (composing(event)) return;
    if (event.key !== "Escape") return; // which would first empty the field
    event.preventDefault();
    close();
  });
  dialog.addEventListener("cancel", () => keep(null));
  dialog.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    if (target === dialog) close();
    if (!target.closest("a") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    keep(place.querySelector("input").value);
    dialog.close();
  });
  document.querySelector(".md-footer").before(dialog);
};
const load = () => panel ??= import("../search/panel.js")
  .then((module) => module.openPanel(place, new URL("..", here), Boolean(page)))
  .catch(() => {
    panel = null;
    place.querySelector("input").addEventListener("input", ask, { once: true }); // typing tries again
    const note = document.createElement("p");
    note.className = "notice";
    note.textContent = JSON.parse(place.dataset.words).broken;
    place.querySelector(".results").replaceChildren(note);
  });

/** The way back from an answer leads to what was asked: the history holds it with the page, until the dialog is closed. */
const keep = (asked) => history.replaceState({ ...history.state, asked }, "");
const reopen = () => { if (history.state?.asked && !page) open(history.state.asked); };

const ask = async () => (await load())?.ask();

const open = async (query = "") => {
  try {
    await (ready ??= Promise.all([styled(), page ? null : made()]));
  } catch {
    ready = null;
    location.assign(`${button.href}?${new URLSearchParams({ q: query })}`); // the page of the search does the same, or says what is wrong
    return;
  }
  const input = place.querySelector("input");
  if (query) input.value = query;
  if (dialog && !dialog.open) dialog.showModal();
  input.focus({ preventScroll: Boolean(page) });
  if (dialog) input.select();
  await ask();
};
const close = () => {
  keep(null);
  dialog.close();
  // Until the next frame the field would still hold the focus, and swallow the key that opens the search again.
  const focused = /** @type {HTMLElement} */ (document.activeElement);
  if (dialog.contains(focused)) focused.blur();
};
document.addEventListener("click", (event) => {
  if (!button.contains(/** @type {Node} */ (event.target)) || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  open();
});
document.addEventListener("keydown", (event) => {
  if (composing(event)) return;
  const typing = /** @type {Element} */ (event.target).closest(TYPED);
  const slash = event.key === "/" && choice.checked && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
  const letter = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (!slash && !letter) return;
  event.preventDefault();
  open();
});
document.querySelector("form.ask-line")?.addEventListener("submit", (event) => {
  event.preventDefault();
  open(event.target.elements.q.value);
});
button.setAttribute("aria-haspopup", "dialog");
for (const back of ["pageshow", "popstate"]) addEventListener(back, reopen);

if (page) {
  document.querySelector(".needs-script").hidden = true;
  page.hidden = false;
  open(new URLSearchParams(location.search).get("q") ?? "");
}
