// What there is to say, where the reader is: at the foot of the window. What stands until it is answered is at the head of the page, and
// once what had the focus goes, the focus goes where it came from.
import { element } from "../comparison/table.js";

/** A button that does something. */
export function does(name, act) {
  const button = element("button", { type: "button", class: "button" }, name);
  button.addEventListener("click", act);
  return button;
}

/** The ways to say something on a page. @param {HTMLElement} page */
export function sayings(page) {
  const standing = page.querySelector(".notices.standing");
  const bar = page.querySelector(".notices.said");
  let from = null; // what was pressed last outside of the bar
  let lost = false; // whether what goes away has the focus

  page.addEventListener("click", ({ target }) => {
    const pressed = /** @type {Element} */ (target).closest("button, input, select, textarea, summary, a");
    if (pressed && !bar.parentElement.contains(pressed)) from = trace(pressed);
  }, true);

  const idle = () => !document.activeElement || document.activeElement === document.body;
  /** Before something is drawn away. */
  const hold = (within = page) => { if (within.contains(document.activeElement)) lost = true; };
  /** After that: where nothing has the focus any more, what was pressed last has it, or the heading above. */
  function regain() {
    if (lost && idle()) {
      const found = from?.node.isConnected ? from.node : from?.way ? page.querySelector(from.way) : null;
      if (found) found.focus();
      if (idle()) focused(from?.part?.querySelector("h2") ?? document.querySelector("h1"));
    }
    lost = false;
  }


  /** Puts one sentence in the bar, in place of the one of its kind. */
  function put(kind, ...content) {
    const old = bar.querySelector(`.${kind}`);
    if (old) hold(old);
    old?.remove();
    if (content.length) bar.append(element("p", { class: kind === "quiet" ? "quiet" : `notice ${kind}` }, ...content));
  }

  bar.parentElement.querySelector(".away").addEventListener("click", () => {
    hold(bar.parentElement);
    bar.replaceChildren();
    /** @type {HTMLElement} */ (document.activeElement).blur();
    regain();
  });

  return { put, hold, regain, notice: (...content) => standing.append(element("p", { class: "notice" }, ...content)) };
}

/** Gives the focus to what has none by itself, as a heading. */
export function focused(node) {
  node.tabIndex = -1;
  node.focus({ preventScroll: true });
}

/** How to find a control again that has been drawn anew, and the part that it is in. */
function trace(node) {
  const marks = [...node.attributes].filter(({ name }) => name.startsWith("data-") || name === "name" || name === "value")
    .map(({ name, value }) => `[${name}=${JSON.stringify(value)}]`).join("");
  return { node, way: marks && `${node.localName}${marks}`, part: node.closest(".path-part") };
}
