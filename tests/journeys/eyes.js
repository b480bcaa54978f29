// What a reader finds on the page: `asked` says what is looked for, and in which part of it.
(asked) => {
  if (document.readyState !== "complete") return null; // nobody judges a page that is still coming
  const plain = (text) => (text ?? "").normalize("NFKC").replace(/[\u00ad\u200b\u2060]/g, "").replace(/\s+/g, " ").trim().toLowerCase();
  const seen = (one) => one.checkVisibility({ visibilityProperty: true }) && [...one.getClientRects()].some(({ width, height }) => width && height);
  const all = (roots, selector) => roots.flatMap((root) => [...(root.matches(selector) ? [root] : []), ...root.querySelectorAll(selector)]);
  const read = (roots) => plain(roots.map((root) => root.innerText).join(" "));
  const words = plain(asked.words);
  /** How well something is called: 0 just so, 1 and more on top, 2 somewhere in it. */
  const called = (one, name) => [plain(one.getAttribute("aria-label")), plain(one.innerText)].reduce((best, text) => (
    Math.min(best, text === name ? 0 : text.startsWith(name) ? 1 : text.includes(name) ? 2 : 9)), 9);
  const best = (found, rank) => found.map((one) => [rank(one), one]).filter(([at]) => at < 9).sort(([a], [b]) => a - b)[0]?.[1] ?? null;
  const leads = (to) => (link) => {
    const [there, wanted] = [new URL(link.href), new URL(to)];
    if (there.pathname !== wanted.pathname) return 9;
    if (wanted.hash || wanted.search) return (!wanted.hash || there.hash === wanted.hash) && (!wanted.search || there.search === wanted.search) ? 0 : 9;
    return there.hash || there.search ? 1 : 0;
  };
  const links = (roots) => all(roots, "a[href]").filter(seen);
  /** A section: under its heading up to the next one that is not below it, or what its own element holds. */
  const section = (id) => {
    const place = document.getElementById(id);
    if (!place) return [];
    const folded = place.closest("summary");
    if (folded) return [folded.parentElement];
    if (!/^H[1-6]$/.test(place.tagName)) return [place];
    const found = [place];
    for (let one = place.nextElementSibling; one && !(/^H[1-6]$/.test(one.tagName) && one.tagName <= place.tagName); one = one.nextElementSibling) found.push(one);
    return found;
  };
  /** The parts of the page that are meant: a section, the entry of a record in a list or table, or what stands under a heading. */
  const within = (roots, { place, to, words: name }) => {
    if (place) return section(place);
    if (to) return links(roots).filter((one) => leads(to)(one) < 9).map((one) => one.closest("tr, li, dl > div, details") ?? one).slice(0, 1);
    const heading = best(all(roots, "h1, h2, h3, h4, legend, caption").filter(seen), (one) => called(one, plain(name)));
    return heading ? (heading.closest("summary, legend, caption")?.parentElement ? [heading.closest("details, fieldset, table")] : [heading.parentElement]) : [];
  };
  const roots = asked.within.reduce(within, [document.querySelector("dialog[open]") ?? document.body]);
  const field = (name) => best(all(roots, "select, input, textarea").filter((one) => !["hidden", "radio", "checkbox"].includes(one.type) && seen(one)), (one) => {
    const labels = [one.getAttribute("aria-label"), one.getAttribute("placeholder"), ...[...(one.labels ?? [])].map((label) => (
      [...label.childNodes].filter((part) => !part.contains(one)).map((part) => part.textContent).join(" ")))].map(plain);
    return labels.some((label) => label === name) ? 0 : labels.some((label) => label.startsWith(name)) ? 1 : 9;
  });
  /** Whether the head of a section stands in the window and nothing over it. */
  const inWindow = (id) => {
    const place = document.getElementById(id);
    if (!place || !seen(place)) return false;
    const box = place.getBoundingClientRect();
    if (box.top < -1 || box.top > innerHeight - 24) return false;
    const top = document.elementFromPoint(box.left + Math.min(8, box.width / 2), Math.max(0, box.top) + Math.min(8, box.height / 2));
    return Boolean(top) && (place.contains(top) || top.contains(place));
  };
  switch (asked.what) {
    case "link": return best(links(roots), leads(asked.to));
    case "button": return best(all(roots, "a[href], button, summary, label, input[type=submit]").filter(seen), (one) => called(one, words));
    case "field": return field(words);
    case "sign": return all([document.body], `a.headerlink[href="#${asked.place}"]`).find(seen) ?? null;
    case "other language": return best(links([document.body]).filter((one) => one.hreflang?.startsWith(asked.words)), () => 0);
    case "there": {
      const there = new URL(asked.to);
      return location.pathname === there.pathname && (!there.search || location.search === there.search) && (!there.hash || inWindow(there.hash.slice(1)));
    }
    case "section": return inWindow(asked.place);
    case "seen": return Boolean(roots.length) && ((words && read(roots).includes(words)) || Boolean(asked.to && best(links(roots), leads(asked.to))));
    case "unseen": return Boolean(roots.length) && !((words && read(roots).includes(words)) || (asked.to && best(links(roots), leads(asked.to))));
    default: throw new Error(asked.what);
  }
}
