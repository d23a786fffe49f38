/** Assignments gathered by the double coding to which they belong. */
import type { Assignment } from "../../api/types";

export interface Pair {
  readonly group: string;
  readonly document: string;
  readonly title: string;
  readonly coders: readonly { readonly name: string; readonly done: boolean }[];
  /** Both have handed in: where they differ can be decided. */
  readonly ready: boolean;
  readonly settled: boolean;
}

/** One pair a double coding: those to be decided first, then those that are being coded, then those that are settled. */
export function pairsOf(assignments: readonly Assignment[]): Pair[] {
  const groups = new Map<string, Assignment[]>();
  for (const one of assignments) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  const rank = (pair: Pair): number => (pair.settled ? 2 : pair.ready ? 0 : 1);
  return [...groups].map(([group, held]) => pairOf(group, held)).sort((one, other) => rank(one) - rank(other));
}

function pairOf(group: string, held: readonly Assignment[]): Pair {
  const document = held[0]?.document ?? "";
  return {
    group,
    document,
    title: held[0]?.title ?? document,
    coders: held.map((one) => ({ name: one.coder, done: one.state === "done" })),
    ready: held.length > 1 && held.every((one) => one.state === "done"),
    settled: held.every((one) => one.settled),
  };
}
