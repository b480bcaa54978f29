// What a reader lets the device keep, to read it without a network; the worker does it (site/worker.js). Its switch stands at the foot of every page, but not
// where no worker can be: over plain http, in private windows, in the zip, and on the pages of a past edition.
/** @type {HTMLElement | null} */
const label = document.querySelector(".keep");
const workers = navigator.serviceWorker;
if (label && workers && location.protocol !== "file:" && !document.querySelector(".past")) {
  const root = new URL("..", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  const key = `${root.pathname}.offline`;
  /** @type {HTMLInputElement} */
  const choice = label.querySelector("input");
  const mine = async () => (await workers.getRegistrations()).find(({ scope }) => scope === root.href);
  const begin = () => workers.register(new URL("worker.js", root), { scope: root.href }).catch(() => { choice.checked = false; });
  const end = async () => {
    const one = await mine();
    for (const worker of [one?.installing, one?.waiting, one?.active]) worker?.postMessage({ keeps: false });
    await one?.unregister();
    for (const name of await caches.keys()) if (name.startsWith(`${root.pathname} `)) await caches.delete(name);
  };

  let kept = null;
  try { kept = localStorage.getItem(key); } catch { /* storage may be closed; nothing can be kept then */ }
  const installed = matchMedia("(display-mode: standalone), (display-mode: minimal-ui)").matches; // whoever installs the handbook wants it at hand
  choice.checked = kept ? kept === "on" : installed || label.dataset.keeps === "always";
  label.hidden = false;
  if (choice.checked) addEventListener("load", begin);
  else mine().then((one) => one && end());
  let begun = false;
  choice.addEventListener("change", () => {
    try { localStorage.setItem(key, choice.checked ? "on" : "off"); } catch { /* it holds for this page */ }
    begun = choice.checked;
    if (begun) begin().then((one) => one?.active?.postMessage({ keeps: true })); // where it was switched off on this page, and its worker runs on
    else end();
  });

  // A page that was open when a newer release came says so; the worker tells which release the page is of, and later which one there is.
  let release = "";
  workers.addEventListener("message", ({ data }) => {
    release ||= data.release;
    if (begun) { // what this page asked for before there was a worker goes past the worker once, also what is still on its way
      begun = false;
      const since = performance.now();
      const again = ({ name, startTime }) => { if (startTime < since && name.startsWith(root.href)) fetch(name).catch(() => { /* it is kept next time */ }); };
      new PerformanceObserver((list) => list.getEntries().forEach(again)).observe({ type: "resource", buffered: true });
    }
    if (data.release === release || document.querySelector(".newer")) return;
    const line = Object.assign(document.createElement("p"), { className: "newer" });
    line.setAttribute("role", "status");
    document.body.append(line);
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: label.dataset.load, onclick: () => location.reload() });
    line.append(`${label.dataset.newer} `, button);
  });
  const look = () => { if (!document.hidden) mine().then((one) => one?.update()).catch(() => { /* still no network */ }); };
  addEventListener("online", look);
  document.addEventListener("visibilitychange", look);
}
