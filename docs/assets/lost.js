// The address of a comparison that is no longer written: any two roles can still be compared.
(() => {
  const pair = location.pathname.match(/^(.*\/(?:zh|en)\/compare\/)([a-z0-9-]+)\/([a-z0-9-]+)\/$/);
  if (pair) location.replace(`${pair[1]}?roles=${pair[2]},${pair[3]}`);
})();
