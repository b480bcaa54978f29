// On a narrow screen the drawer opens and closes from the keyboard too, and closes where one of its links leads within the page
// or the focus leaves it.
/** @type {HTMLInputElement} */
const drawer = document.querySelector("#__drawer");
/** @type {HTMLButtonElement} */
const button = document.querySelector(".drawer-button");
drawer.addEventListener("change", () => button.setAttribute("aria-expanded", String(drawer.checked)));
/** The first link can be reached as soon as the drawer is on its way in. */
const enter = () => {
  const link = [...document.querySelectorAll("#navigation :is(a, summary)")].find((one) => one.getClientRects().length);
  link.focus();
  if (drawer.checked && document.activeElement !== link) requestAnimationFrame(enter);
};
button.addEventListener("click", () => {
  drawer.click();
  if (drawer.checked) enter();
});
document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.keyCode === 229) return;
  if (event.key !== "Escape" || !drawer.checked) return;
  drawer.click();
  button.focus();
});
const close = () => { if (drawer.checked) drawer.click(); };
// It covers the text, so it makes way when the focus goes there; its button is a way out of its own.
document.addEventListener("focusin", (event) => {
  if (!(/** @type {Element} */ (event.target).closest(".md-sidebar--primary, .drawer-button"))) close();
});
for (const moved of ["hashchange", "popstate", "pageshow"]) addEventListener(moved, close); // a browser may remember it open
