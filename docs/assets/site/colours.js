// Light and dark: the switch in the header, what is kept of it, and what the browser paints itself.
const form = document.querySelector(".md-header__option");
/** @type {HTMLInputElement[]} */
const choices = [...form.querySelectorAll("input")];
const key = `${new URL("..", /** @type {HTMLLinkElement} */ (document.querySelector("link[rel=icon]")).href).pathname}.__palette`;
/** @type {HTMLMetaElement} */
const scheme = document.querySelector("meta[name=color-scheme]");
const bar = Object.assign(document.createElement("meta"), { name: "theme-color" });
document.head.append(bar);

/** Show a scheme, and the button that leads to the other. */
const show = (choice) => {
  document.body.setAttribute("data-md-color-switching", ""); // nothing fades while colours change
  document.body.dataset.mdColorScheme = choice.dataset.mdColorScheme;
  for (const one of choices) {
    one.nextElementSibling?.toggleAttribute("hidden", one !== choice);
    one.tabIndex = one === choice ? 0 : -1; // going back, the keyboard would come to the other first, which is not seen
  }
  const { backgroundColor, colorScheme } = getComputedStyle(document.querySelector(".md-header"));
  [bar.content, scheme.content] = [backgroundColor, colorScheme];
  setTimeout(() => document.body.removeAttribute("data-md-color-switching"));
};
const shown = () => choices[document.body.dataset.mdColorScheme === "slate" ? 1 : 0];

form.addEventListener("change", (event) => {
  const choice = /** @type {HTMLInputElement} */ (event.target);
  show(choice);
  try {
    localStorage.setItem(key, JSON.stringify({ index: choices.indexOf(choice), color: { scheme: choice.dataset.mdColorScheme } }));
  } catch { /* storage may be closed */ }
});
form.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.isComposing || event.keyCode === 229) return;
  const next = choices[1 - choices.indexOf(shown())];
  next.click();
  next.focus();
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", ({ matches }) => {
  let kept = null;
  try { kept = localStorage.getItem(key); } catch { /* storage may be closed */ }
  if (!kept) show(choices[matches ? 1 : 0]);
});
show(shown());
