// Puts the same thing on the clipboard in several kinds, such as text/plain and text/html; whoever pastes takes the one that fits.

/** Throws where the browser refuses. @param {Record<string, string>} kinds */
export async function copied(kinds) {
  if (navigator.clipboard?.write && window.ClipboardItem) {
    try {
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(Object.entries(kinds).map(([type, text]) => [type, new Blob([text], { type })])))]);
      return;
    } catch { /* not allowed here; the other way may be */ }
  }
  // Over plain http, as on many an intranet, browsers have no clipboard but this one.
  const hand = (event) => {
    for (const [type, text] of Object.entries(kinds)) event.clipboardData?.setData(type, text);
    event.preventDefault();
  };
  document.addEventListener("copy", hand, { once: true });
  const done = document.execCommand("copy");
  document.removeEventListener("copy", hand);
  if (!done) throw new Error("copy");
}
