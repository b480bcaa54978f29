// What a text needs: tables that scroll by themselves, and cut names in full.
for (const table of document.querySelectorAll(".md-content table:not([class])")) {
  const [pane, frame] = ["md-typeset__scrollwrap", "md-typeset__table"].map((name) => Object.assign(document.createElement("div"), { className: name }));
  table.replaceWith(pane);
  pane.append(frame);
  frame.append(table);
}

document.addEventListener("pointerover", (event) => {
  const name = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest(".md-ellipsis"));
  if (name && name.offsetWidth < name.scrollWidth) /** @type {HTMLElement} */ (name.closest("a") ?? name).title = name.innerText;
});

// A cell reached by the keyboard comes out from under the matrix's first column; browsers leave one that is half covered.
document.addEventListener("focusin", (event) => {
  const element = /** @type {Element} */ (event.target);
  if (element.matches(".matrix td > a:focus-visible")) element.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
});
