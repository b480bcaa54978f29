// Puts what should stand in a place there and leaves in it what stands there already: a field that is being written in keeps its caret,
// and what a reader has opened stays open. Lists whose entries come and go name them by `data-key`.

/** @param {Element} place @param {...(Node | string)} wanted */
export function settle(place, ...wanted) {
  children(place, wanted.map((one) => (typeof one === "string" ? document.createTextNode(one) : one)));
}

const key = (node) => (node instanceof Element ? node.getAttribute("data-key") : null);
const alike = (one, other) => one.nodeName === other.nodeName && key(one) === key(other) && one.getAttribute?.("type") === other.getAttribute?.("type");

function children(place, wanted) {
  const keys = new Set(wanted.map(key).filter(Boolean));
  for (const one of [...place.childNodes]) if (key(one) && !keys.has(key(one))) one.remove();
  const known = new Map([...place.childNodes].filter(key).map((one) => [key(one), one]));
  let at = place.firstChild;
  for (const want of wanted) {
    while (at && !key(at) && key(want) && known.get(key(want)) !== at && !wanted.includes(at)) at = dropped(at);
    const found = key(want) ? known.get(key(want)) : at && alike(at, want) ? at : null;
    if (found && alike(found, want)) {
      if (found === at) at = at.nextSibling;
      else place.insertBefore(found, at);
      if (found !== want) renew(found, want);
    } else place.insertBefore(want, at);
  }
  while (at) at = dropped(at);
}

function dropped(node) {
  const next = node.nextSibling;
  node.remove();
  return next;
}

function renew(old, want) {
  if (!(old instanceof Element)) {
    if (old.nodeValue !== want.nodeValue) old.nodeValue = want.nodeValue;
    return;
  }
  for (const { name } of [...old.attributes]) if (!want.hasAttribute(name) && name !== "open") old.removeAttribute(name);
  for (const { name, value } of want.attributes) if (old.getAttribute(name) !== value && name !== "open") old.setAttribute(name, value);
  const busy = old === document.activeElement;
  if (old instanceof HTMLTextAreaElement) {
    if (!busy && old.value !== want.value) old.value = want.value;
    return;
  }
  children(old, [...want.childNodes]);
  if (old instanceof HTMLSelectElement) old.value = want.value;
  if (!(old instanceof HTMLInputElement)) return;
  if (["radio", "checkbox"].includes(old.type)) old.checked = want.checked;
  else if (old.type !== "file" && !busy && old.value !== want.value) old.value = want.value;
}
