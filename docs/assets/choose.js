// The first visit goes to the browser's language, later ones to the one read last, with the question and the place that were asked for.
// Without this script both links are there.
(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const asked = new URLSearchParams(location.search).has("choose");
  let kept = null;
  try { kept = localStorage.getItem("handbook-language"); } catch { /* storage may be closed; the guess serves */ }
  const guessed = (navigator.languages || [navigator.language || ""]).map((one) => one.slice(0, 2).toLowerCase()).find((one) => one === "zh" || one === "en");
  const language = kept === "zh" || kept === "en" ? kept : guessed;
  if (language && !asked) location.replace(`${script.dataset[language] ?? ""}${location.search}${location.hash}`);
})();
