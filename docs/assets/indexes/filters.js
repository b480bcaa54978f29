// Filters over an index. The address holds what is chosen, by ids, so a filtered list can be sent to someone else.
(() => {
  const form = document.querySelector("form.filters");
  const list = form && document.getElementById(form.dataset.list);
  if (!list) return;
  const line = document.querySelector(".result-line");
  const status = line.querySelector("[role=status]");
  const reset = line.querySelector(".reset");
  const everything = status.textContent;
  const selects = [...form.querySelectorAll("select")];
  const sorts = [...form.querySelectorAll("[name=sort]")];
  const groups = [...list.querySelectorAll("[data-group]")];
  const entries = [...list.querySelectorAll("[data-facts]")].map((element) => ({
    element,
    home: element.parentElement,
    sets: element.dataset.facts.split("; ").map((set) => set.split(" ")),
    asked: element.querySelector(".asked"),
  }));
  // What stands in an entry for a fact about the role that is chosen, such as the level it asks for.
  const shownFor = new Map([...list.querySelectorAll("template[data-fact]")].map((one) => [one.dataset.fact, one.content]));
  // Sorted by a number, entries leave their groups for one list of their own.
  const ranking = sorts.length ? document.createElement(entries[0].home.tagName) : null;
  if (ranking) {
    ranking.className = entries[0].home.className;
    list.append(ranking);
  }

  const chosenSort = () => sorts.find((one) => one.checked)?.value;
  const filled = (words, values) => words.replace(/\{(\w+)\}/g, (blank, name) => values[name] ?? blank);

  // The choices an address asks for, and what is to be said of it.
  function read() {
    const asked = new URLSearchParams(location.search);
    const unknown = [];
    const remarks = [];
    for (const select of selects) {
      const label = select.closest("label").querySelector("span").textContent;
      const options = [...select.options].filter((one) => one.value);
      let found = null;
      for (const value of asked.getAll(select.name).filter((one) => one.trim())) {
        const option = options.find((one) => one.value === value);
        const successor = options.find((one) => one.dataset.formerly?.split(" ").includes(value));
        if (found || !(option || successor)) unknown.push([label, value]);
        else if (!option) remarks.push(filled(form.dataset.retired, { old: value, name: successor.textContent }));
        found ??= option ?? successor ?? null;
      }
      select.value = found ? found.value : "";
    }
    for (const value of asked.getAll("sort").filter((one) => one.trim())) {
      if (sorts.length && !sorts.some((one) => one.value === value)) unknown.push([form.querySelector("legend").textContent, value]);
    }
    for (const one of sorts) one.checked = one.value === asked.get("sort");
    if (sorts.length && !chosenSort()) sorts[0].checked = true;
    show(remarks, unknown);
  }

  function address() {
    const state = new URLSearchParams();
    for (const select of selects) if (select.value) state.set(select.name, select.value);
    if (sorts.length && !sorts[0].checked) state.set("sort", chosenSort());
    const query = state.toString();
    return query && `?${query}`;
  }

  function show(remarks = [], unknown = []) {
    const wanted = selects.filter((one) => one.value).map((one) => `${one.name}:${one.value}`);
    let n = 0;
    for (const { element, sets } of entries) {
      element.hidden = !sets.some((set) => wanted.every((fact) => set.includes(fact)));
      if (!element.hidden) n += 1;
    }
    ask(wanted.find((fact) => fact.startsWith("role:")));
    arrange();
    for (const group of groups) {
      const left = group.querySelectorAll("[data-facts]:not([hidden])").length;
      const count = group.querySelector("h2 .count");
      group.hidden = !left;
      if (wanted.length && left) for (const fold of group.querySelectorAll("details.fold")) fold.open = true;
      if (count) count.textContent = left;
      for (const link of list.querySelectorAll(`nav a[data-to="${group.id}"]`)) {
        if (group.hidden) link.removeAttribute("href");
        else link.href = `#${group.id}`;
      }
    }
    status.replaceChildren(wanted.length === 0 ? everything : n ? filled(form.dataset.some, { n }) : nothing());
    for (const remark of remarks) said(remark);
    if (unknown.length) said(form.dataset.leftOut, unknown);
    list.hidden = n === 0;
    line.classList.toggle("none", n === 0);
    reset.hidden = !address() && !unknown.length && !remarks.length;
  }

  // Why nothing is left: a choice that no entry ever meets says so itself.
  function nothing() {
    return selects.map((one) => one.selectedOptions[0]?.dataset.none).find(Boolean) ?? form.dataset.none;
  }

  // What the chosen role asks for, in place of the numbers of all roles.
  function ask(role) {
    if (!shownFor.size) return;
    list.classList.toggle("of-role", role !== undefined);
    for (const { sets, asked } of entries) {
      const facts = sets.find((set) => set.includes(role)) ?? [];
      const level = facts.find((fact) => fact.startsWith("level:"));
      asked.replaceChildren(...facts.flatMap((fact) => shownFor.get(fact)?.cloneNode(true) ?? []));
      asked.hash = level ? level.replace(":", "-") : "";
    }
  }

  function arrange() {
    if (!ranking) return;
    const key = sorts[0].checked ? null : chosenSort();
    list.classList.toggle("ranked", key !== null);
    if (key === null) for (const { element, home } of entries) home.append(element);
    else ranking.append(...entries.map((one) => one.element).sort((a, b) => b.dataset[key] - a.dataset[key]));
  }

  // A remark under the count; what came from the address is only ever text.
  function said(words, unknown = []) {
    const remark = document.createElement("p");
    remark.append(words);
    for (const [label, value] of unknown) {
      const shown = document.createElement("code");
      const letters = [...value];
      shown.textContent = `${label} ${letters.length > 60 ? `${letters.slice(0, 60).join("")}…` : value}`;
      remark.append(shown, " ");
    }
    status.append(remark);
  }

  function chosen() {
    history.pushState(null, "", location.pathname + address());
    show();
  }

  for (const link of list.querySelectorAll("nav a[href^='#']")) link.dataset.to = link.hash.slice(1);
  form.addEventListener("change", chosen);
  form.addEventListener("submit", (event) => event.preventDefault());
  reset.addEventListener("click", (event) => {
    event.preventDefault();
    for (const select of selects) select.value = "";
    if (sorts.length) sorts[0].checked = true;
    chosen();
    selects[0].focus();
  });
  addEventListener("popstate", read);
  form.hidden = false;
  read();
})();
