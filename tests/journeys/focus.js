// Where the keyboard is, seen with the eyes of whoever uses it: whether it is on what is wanted, which way that lies, and what is wrong with what shows it.
(wanted) => {
  const at = document.activeElement;
  const goal = wanted.control ?? wanted;
  // Where nothing has the focus, the next stop is counted from the place that the address leads to.
  const lies = (from) => Boolean(from && from.compareDocumentPosition(goal) & Node.DOCUMENT_POSITION_PRECEDING);
  if (!at || at === document.body) return { on: false, back: lies(location.hash && document.getElementById(location.hash.slice(1))), by: "Tab", wrong: "" };
  const on = at === goal || (goal.type === "radio" && at.type === "radio" && at.name === goal.name);
  const back = lies(at);
  const by = goal.matches(".results a.hit") && at.closest(".panel") ? "Arrow" : "Tab"; // through the answers of the search
  // What is drawn in its stead has the ring: the label of a field that is itself not seen.
  const shown = [at, ...(at.labels ?? []), at.nextElementSibling].filter(Boolean).filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
  const ring = shown.find((one) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 1) || (one === at && boxShadow !== "none");
  });
  const name = `${at.tagName.toLowerCase()} “${(at.getAttribute("aria-label") || at.innerText || at.id || at.className).trim().slice(0, 60)}”`;
  if (!ring) return { on, back, by, wrong: `nothing shows that the focus is on ${name}` };
  const boxes = [...ring.getClientRects()].filter(({ width, height }) => width && height);
  // Of what is small its middle must be open to the eye; of what is larger than the window, some of it.
  const large = boxes.some(({ width, height }) => width > innerWidth * .8 && height > innerHeight * .5);
  const open = boxes.some((box) => (large ? [[.5, .5], [.1, .1], [.5, .1], [.5, .9]] : [[.5, .5]]).some(([x, y]) => {
    const top = document.elementFromPoint(box.left + x * box.width, box.top + y * box.height);
    return top && (ring.contains(top) || top.contains(ring) || at.contains(top) || shown.some((one) => one.contains(top)));
  }));
  return { on, back, by, wrong: open ? "" : `the focus is on ${name}, which is outside the window or covered` };
}
