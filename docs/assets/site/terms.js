// A term says what it means beside itself; without this script, or with a key held, its link leads to the page's foot.
const note = document.createElement("div");
if ("popover" in note) {
  note.className = "term-note";
  note.popover = "auto";
  note.tabIndex = -1;
  note.setAttribute("role", "note");
  document.querySelector("article").append(note);
  document.addEventListener("click", (event) => {
    const term = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest("a.term"));
    const meaning = term?.hash && term.pathname === location.pathname ? document.getElementById(decodeURIComponent(term.hash.slice(1))) : null;
    if (!term || !meaning || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    note.replaceChildren(...[...meaning.children].map((part) => {
      const line = document.createElement("p");
      line.append(...[...part.childNodes].map((node) => node.cloneNode(true)));
      return line;
    }));
    note.showPopover();
    const place = term.getBoundingClientRect();
    note.style.left = `${Math.max(8, Math.min(place.left, innerWidth - note.offsetWidth - 16)) + scrollX}px`;
    note.style.top = `${place.bottom + scrollY + 6}px`;
    note.focus({ preventScroll: true });
  });
}
