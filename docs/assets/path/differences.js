// Two judgements of the same person beside each other. Pure.
import { own } from "./state.js";
import { stepOf } from "./gaps.js";

/** The rows of a profile with both judgements: where they differ, the widest first and what is essential before what is useful; where they
 * are alike; where one of the two says nothing, or does not know. */
export function differences(rows, { ratings, judged }, { levels }) {
  const found = rows.map((row) => {
    const [mine, theirs] = [own(ratings, row.id) ?? null, own(judged, row.id) ?? null];
    const [self, other] = [stepOf(mine, levels), stepOf(theirs, levels)];
    const { useful } = row.asked.goal ?? row.asked.role;
    const apart = self === null || other === null ? null : other - self;
    return { row, id: row.id, name: row.name, mine, theirs, mineAt: self, theirsAt: other, useful, apart };
  });
  const order = (one) => -Math.abs(one.apart) * 2 + (one.useful ? 1 : 0);
  return {
    differ: found.filter(({ apart }) => apart).sort((a, b) => order(a) - order(b)),
    alike: found.filter(({ apart }) => apart === 0),
    open: found.filter(({ apart, mine, theirs }) => apart === null && (mine || theirs)),
  };
}
