// Stands in the page itself, before anything is painted: the same bytes on every page, so that a content policy can name them.
// The colours chosen last, or else those of the system; and that there are scripts.
document.documentElement.className = "js";
{
  const root = new URL("..", /** @type {HTMLLinkElement} */ (document.querySelector("link[rel=icon]")).href).pathname;
  let kept = null;
  try { kept = JSON.parse(localStorage.getItem(`${root}.__palette`) ?? "null"); } catch { /* storage may be closed; the system's serve */ }
  const dark = kept?.color ? kept.color.scheme === "slate" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.body.dataset.mdColorScheme = dark ? "slate" : "default";
  /** @type {HTMLMetaElement} */ (document.querySelector("meta[name=color-scheme]")).content = dark ? "dark" : "light";
}
