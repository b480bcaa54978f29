// What a text needs: tables that scroll by themselves, details that open for who is sent into them and for print, and cut names in full.
for (const table of document.querySelectorAll(".md-content table:not([class])")) {
  const [pane, frame] = ["md-typeset__scrollwrap", "md-typeset__table"].map((name) => Object.assign(document.createElement("div"), { className: name }));
  table.replaceWith(pane);
  pane.append(frame);
  frame.append(table);
}

const reveal = () => {
  const details = document.querySelector(":target")?.closest("details:not([open])");
  if (!details) return;
  details.setAttribute("open", "");
  details.scrollIntoView();
};
addEventListener("hashchange", reveal);
reveal();

/** @type {Element[]} */
let folded = [];
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll(".md-content details:not([open])")];
  for (const one of folded) one.setAttribute("open", "");
});
addEventListener("afterprint", () => { for (const one of folded) one.removeAttribute("open"); });

document.addEventListener("pointerover", (event) => {
  const name = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest(".md-ellipsis"));
  if (name && name.offsetWidth < name.scrollWidth) /** @type {HTMLElement} */ (name.closest("a") ?? name).title = name.innerText;
});

// A cell reached by the keyboard comes out from under the matrix's first column; browsers leave one that is half covered.
document.addEventListener("focusin", (event) => {
  const element = /** @type {Element} */ (event.target);
  if (element.matches(".matrix td > a:focus-visible")) element.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
});
