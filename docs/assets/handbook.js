// Small comforts; every page reads without them.
(() => {
  /** Where something happened. */
  const element = (event) => /** @type {Element} */ (event.target);

  // Remember the language being read, for the chooser at the site's root.
  const language = document.documentElement.lang.slice(0, 2);
  try { localStorage.setItem("handbook-language", language); } catch { /* storage may be closed */ }

  // A section's # copies the link to that section, and says so to eye and ear.
  const copied = language === "zh" ? "链接已复制" : "Link copied";
  const status = document.createElement("p");
  status.className = "for-ears";
  status.setAttribute("role", "status");
  document.querySelector("main")?.append(status);
  document.addEventListener("click", (event) => {
    const anchor = /** @type {HTMLAnchorElement | null} */ (element(event).closest("a.headerlink"));
    if (!anchor || !navigator.clipboard) return;
    navigator.clipboard.writeText(anchor.href).then(() => {
      anchor.dataset.copied = status.textContent = copied;
      setTimeout(() => { delete anchor.dataset.copied; status.textContent = ""; }, 1500);
    }, () => {});
  });

  // A term says what it means beside itself; without this script, or with a key held, its link leads to the page's foot.
  const note = document.createElement("div");
  if ("popover" in note) {
    note.className = "term-note";
    note.popover = "auto";
    note.tabIndex = -1;
    note.setAttribute("role", "note");
    document.querySelector("article")?.append(note);
    document.addEventListener("click", (event) => {
      const term = /** @type {HTMLAnchorElement | null} */ (element(event).closest("a.term"));
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

  // A cell reached by the keyboard comes out from under the matrix's first column; browsers leave one that is half covered.
  document.addEventListener("focusin", (event) => {
    if (element(event).matches(".matrix td > a:focus-visible")) element(event).scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
  });

  // On a narrow screen the drawer opens and closes from the keyboard too.
  const drawer = /** @type {HTMLInputElement | null} */ (document.getElementById("__drawer"));
  const button = document.querySelector(".drawer-button");
  if (!drawer || !button) return;
  drawer.addEventListener("change", () => button.setAttribute("aria-expanded", String(drawer.checked)));
  button.addEventListener("click", () => {
    drawer.click();
    if (drawer.checked) setTimeout(() => document.querySelector("#navigation a")?.focus(), 50);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawer.checked) return;
    drawer.click();
    button.focus();
  });
})();
