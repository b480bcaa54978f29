// Keeps on the reader's device what they have read and what the search needs, so that both open without a network. The build puts `told` before it, which
// differs with every release, and publishes both as worker.js at the root of the site; it answers for nothing but this handbook.
// One cache holds one release and is whole in itself: what is taken in is asked for anew, and kept only if the site still is of that release afterwards.
/** @type {any} */
const worker = self;
const root = new URL("./", location.href);
const own = `${root.pathname} `; // a path holds no space, so that no handbook takes the caches of another for its own
const name = own + told.release;
const languages = Object.keys(told.search);
const HASHED = /[.-][0-9a-f]{8,}(?:\.(?:css|js)$|\/)/; // a name that says what the file holds
const WAIT = 3000; // milliseconds for the network to answer, where the page is kept
const MOST = 60; // pages, those that were read last
let wanted = true; // until the reader switches it off: this worker runs as long as their pages are open

const at = (path) => new URL(path, root).href;
const languageOf = (path) => languages.find((one) => path.startsWith(`${one}/`)) ?? "";
const isPage = (path) => Boolean(languageOf(path)) && path.endsWith("/");
const sound = (answer) => answer.ok && !answer.redirected; // a page for logging in is none of ours

/** Where an address of this handbook lies below its root; null for anything else, such as another handbook below the same root. */
const pathOf = (address) => {
  const { origin, pathname } = new URL(address);
  const path = pathname.slice(root.pathname.length).replace(/(^|\/)index\.html$/, "$1");
  return origin === root.origin && pathname.startsWith(root.pathname) && (!path || told.places.some((one) => path.startsWith(one))) ? path : null;
};
/** The release that is online; it is never taken from a cache. */
const online = async () => (await (await fetch(at("release.txt"), { cache: "no-store" })).text()).trim();
const shelves = async () => (await caches.keys()).filter((one) => one.startsWith(own));
const pathsIn = async (cache) => (await caches.has(cache) ? await (await caches.open(cache)).keys() : []).map(({ url }) => pathOf(url) ?? "");
const held = async (path) => (await caches.has(name)) ? (await caches.open(name)).match(at(path)) : undefined;

/** Takes in files of this release, all of them or none, or of `some` those that are still there; what bears a hash comes from an older cache that has it. */
async function take(paths, some = false) {
  const answer = async (path) => [path, (HASHED.test(path) && await caches.match(at(path))) || await fetch(at(path), { cache: "no-cache" })];
  const answers = await Promise.all(paths.map(answer));
  const good = answers.filter(([, one]) => sound(one));
  if ((!some && good.length < answers.length) || await online() !== told.release) throw new Error("not of this release");
  const cache = await caches.open(name);
  for (const [path, one] of good) await cache.put(at(path), one);
  await unwanted();
}

/** What was still on its way when the reader switched it off is taken away, too. */
async function unwanted() {
  if (!wanted) await caches.delete(name);
}

/** Everything that is kept from the start, and anew what was read before and what is open. */
async function fill() {
  const read = (await Promise.all((await shelves()).map(pathsIn))).flat().reverse();
  const open = (await worker.clients.matchAll({ includeUncontrolled: true })).map(({ url }) => pathOf(url) ?? "");
  const pages = [...new Set([...open, ...read])].filter(isPage).slice(0, MOST);
  const needed = languages.filter((one) => pages.some((page) => languageOf(page) === one)).flatMap((one) => told.search[one]);
  await take([...told.always, ...needed]);
  await take(pages.reverse().filter((page) => !needed.includes(page)), true);
}

/** Keeps what the network has answered, where it is of this release; of a later one, the worker of that release is fetched. Tells the page which it is of. */
async function keep(event, path, answer) {
  if (!sound(answer) || (!isPage(path) && await held(path))) return;
  const release = await online();
  if (!/^[0-9a-f]{16}$/.test(release)) return;
  tell(event.resultingClientId, release);
  if (release !== told.release) {
    await worker.registration.update();
    return;
  }
  if (!await caches.has(name)) return; // the reader has switched it off
  const cache = await caches.open(name);
  await cache.delete(at(path)); // so that the one read last stands last
  await cache.put(at(path), answer);
  await unwanted();
  if (!isPage(path)) return;
  const core = told.search[languageOf(path)];
  if (!await held(core[0])) await take(core);
  if (!wanted) return;
  const pages = (await pathsIn(name)).filter((one) => isPage(one) && !told.search[languageOf(one)].includes(one));
  for (const one of pages.slice(0, -MOST)) await cache.delete(at(one));
}

async function tell(id, release) {
  (await worker.clients.get(id))?.postMessage({ release });
}

/** What the network answers, asked anew; it is kept meanwhile. */
function asked(event, path) {
  const fresh = fetch(new Request(event.request, { cache: "no-cache" }));
  event.waitUntil(fresh.then((answer) => keep(event, path, answer.clone())).catch(() => { /* nothing is kept then */ }));
  return fresh;
}

/** The network first; where it fails or takes long, what is kept. */
async function first(event, path, kept) {
  const late = new Promise((done) => { if (kept) setTimeout(done, WAIT); });
  const answer = await Promise.race([asked(event, path), late]).catch(() => null);
  return answer && !(kept && answer.status >= 500) ? answer : null;
}

async function page(event, path) {
  const kept = await held(path);
  const answer = await first(event, path, kept);
  if (answer) return answer;
  if (kept) {
    event.waitUntil(tell(event.resultingClientId, told.release));
    return said(kept, (text) => text.replace(/<article[^>]*>/, (article) => article + told.kept[languageOf(path) || languages[0]]));
  }
  if (path && !path.endsWith("/")) return Response.redirect(at(`${path}/${new URL(event.request.url).search}`));
  return said(await held("offline.html"), listed, 503);
}

async function data(event, path) {
  const kept = await held(path);
  return await first(event, path, kept) ?? kept ?? Response.error();
}

async function asset(event, path) {
  const kept = await held(path);
  if (kept) return kept;
  const answer = await fetch(event.request);
  const right = sound(answer) && !answer.headers.get("content-type")?.startsWith("text/html");
  const copy = answer.clone();
  const put = async () => { await (await caches.open(name)).put(at(path), copy); await unwanted(); };
  if (right && await caches.has(name)) event.waitUntil(put().catch(() => { /* no room */ }));
  return answer;
}

/** A kept page with something put into its text; with its own headers, so that its policy holds. */
async function said(kept, changed, status = 200) {
  if (!kept) return Response.error();
  const headers = new Headers(kept.headers);
  for (const one of ["content-encoding", "content-length"]) headers.delete(one);
  return new Response(await changed(await kept.text()), { status, headers });
}

/** “No network” with the pages that are kept, those read last first; it may be shown anywhere, so that its links count from the root of the host. */
async function listed(text) {
  const lines = await Promise.all((await pathsIn(name)).filter(isPage).reverse().map(async (path) => {
    const [, title] = (await (await held(path))?.text() ?? "").match(/<title>(.*?)(?: · [^·]*)?<\/title>/s) ?? ["", path];
    return `<li lang="${languageOf(path)}"><a href="${path}">${title}</a></li>`;
  }));
  return text.replace("<!-- kept -->", () => lines.join("\n")).replace(/ (href|src|action)="/g, (attribute) => attribute + root.pathname);
}

worker.addEventListener("install", (event) => {
  event.waitUntil((told.keeps ? fill() : Promise.resolve()).then(() => worker.skipWaiting()));
});
worker.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const one of await shelves()) if (one !== name || !told.keeps) await caches.delete(one);
    if (!told.keeps) {
      await worker.registration.unregister();
      return;
    }
    await worker.clients.claim();
    for (const { id } of await worker.clients.matchAll()) await tell(id, told.release);
  })());
});
worker.addEventListener("message", (event) => {
  wanted = event.data.keeps;
  const again = async () => (await caches.has(name)) || fill(); // a worker that was switched off and on is not installed anew
  event.waitUntil((wanted && told.keeps ? again() : unwanted()).catch(() => { /* it is kept next time */ }));
});
worker.addEventListener("fetch", (event) => {
  const path = told.keeps && wanted && event.request.method === "GET" ? pathOf(event.request.url) : null;
  if (path === null) return;
  if (event.request.mode === "navigate") {
    if (!/\.[a-z0-9]+$/i.test(path)) event.respondWith(page(event, path));
  } else if (HASHED.test(path)) event.respondWith(asset(event, path));
  else if (path.endsWith(".json") || path.startsWith("assets/")) event.respondWith(data(event, path));
});
