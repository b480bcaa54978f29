// Puts every two roles together as the comparison page does, from the files that it reads; prints what comes out for each pair.
import { readFileSync } from "node:fs";
import { helping, way } from "../../../docs/assets/comparison/way.js";

const { lang, files } = JSON.parse(readFileSync(0, "utf8"));
globalThis.document = { documentElement: { lang } };
const sheets = Object.entries(files).filter(([name]) => name.startsWith("roles/")).map(([, sheet]) => sheet);
const pairs = sheets.flatMap((origin) => sheets.filter((target) => target !== origin).map((target) => [origin, target]));
console.log(JSON.stringify(pairs.map(([origin, target]) => {
  const offers = helping(origin, target, files.index).flatMap((name) => files[name]);
  return [origin.id, target.id, way(origin, target, files.index, offers)];
})));
