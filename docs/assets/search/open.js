// Opens the search; all the rest of it is loaded when it is first opened. Without this script the button leads to the search page.
(() => {
  const here = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  const dialog = document.querySelector("dialog.search");
  const page = document.querySelector(".search-page");
  const place = (dialog ?? page)?.querySelector(".panel");
  if (!place) return;
  let panel = null;
  let styled = null;

  const sheeted = () => styled ??= new Promise((done) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL("panel.css", here).href;
    link.onload = link.onerror = done;
    document.head.append(link);
  });
  const load = () => panel ??= import(new URL("panel.js", here).href)
    .then((module) => module.openPanel(place, new URL("../..", here), Boolean(page)))
    .catch(() => {
      panel = null;
      const note = document.createElement("p");
      note.className = "notice";
      note.textContent = JSON.parse(place.dataset.words).broken;
      place.querySelector(".results").replaceChildren(note);
    });

  const open = async (query) => {
    const input = place.querySelector("input");
    if (query !== undefined) input.value = query;
    await sheeted();
    if (dialog && !dialog.open) dialog.showModal();
    input.focus();
    if (dialog) input.select();
    (await load())?.ask();
  };
  document.addEventListener("click", (event) => {
    const button = /** @type {Element} */ (event.target).closest("a.find-button");
    if (!button || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    open();
  });
  document.addEventListener("keydown", (event) => {
    const typing = /** @type {Element} */ (event.target).closest("input, select, textarea, [contenteditable]");
    const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const letter = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!slash && !letter) return;
    event.preventDefault();
    open();
  });
  document.querySelector("form.ask-line")?.addEventListener("submit", (event) => {
    event.preventDefault();
    open(event.target.elements.q.value);
  });
  document.querySelector(".find-button")?.setAttribute("aria-haspopup", "dialog");
  const close = () => {
    dialog.close();
    // Until the next frame the field would still hold the focus, and swallow the key that opens the search again.
    const focused = /** @type {HTMLElement} */ (document.activeElement);
    if (dialog.contains(focused)) focused.blur();
  };
  dialog?.querySelector(".close").addEventListener("click", close);
  dialog?.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return; // which would first empty the field
    event.preventDefault();
    close();
  });
  dialog?.addEventListener("click", (event) => event.target === dialog && close());

  if (page) {
    document.querySelector(".needs-script").hidden = true;
    page.hidden = false;
    open(new URLSearchParams(location.search).get("q") ?? "");
  }
})();
