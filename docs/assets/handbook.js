// Small comforts; every page reads without them.
(() => {
  // Remember the language being read, for the chooser at the site's root.
  const language = document.documentElement.lang.slice(0, 2);
  try { localStorage.setItem("handbook-language", language); } catch { /* storage may be closed */ }

  // A section's # copies the link to that section, and says so to eye and ear.
  const copied = language === "zh" ? "链接已复制" : "Link copied";
  const status = document.createElement("p");
  status.className = "for-ears";
  status.setAttribute("role", "status");
  document.querySelector("main")?.append(status);
  document.addEventListener("click", (event) => {
    const anchor = event.target.closest("a.headerlink");
    if (!anchor || !navigator.clipboard) return;
    navigator.clipboard.writeText(anchor.href).then(() => {
      anchor.dataset.copied = status.textContent = copied;
      setTimeout(() => { delete anchor.dataset.copied; status.textContent = ""; }, 1500);
    }, () => {});
  });

  // On a narrow screen the drawer opens and closes from the keyboard too.
  const drawer = document.getElementById("__drawer");
  const button = document.querySelector(".drawer-button");
  if (!drawer || !button) return;
  drawer.addEventListener("change", () => button.setAttribute("aria-expanded", drawer.checked));
  button.addEventListener("click", () => {
    drawer.click();
    if (drawer.checked) setTimeout(() => document.querySelector("#navigation a")?.focus(), 50);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawer.checked) return;
    drawer.click();
    button.focus();
  });
})();
