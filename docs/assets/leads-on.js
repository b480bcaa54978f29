// An address that has moved leads on to where it is today, with the question and the place on the page that were asked for.
(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const today = new URL(script.dataset.to ?? "", location.href);
  today.search ||= location.search;
  today.hash ||= location.hash;
  location.replace(today.href);
})();
