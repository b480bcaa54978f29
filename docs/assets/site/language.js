// Remembers the language being read, for the chooser at the site's root.
try { localStorage.setItem("handbook-language", document.documentElement.lang.slice(0, 2)); } catch { /* storage may be closed */ }
