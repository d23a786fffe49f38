import { expect, it } from "vitest";

import type { Assignment } from "../../api/types";
import { chosenOf, isChosen, type Difference } from "./differences";
import { pairsOf } from "./pairs";

const given = (group: string, coder: string, state: "open" | "done", settled = false): Assignment => ({
  id: 1, document: group, title: null, coder, state, group, made_by: "ada", made_at: "2026-01-01T00:00:00Z", done_at: null, settled,
});

it("gathers assignments by double coding, those to be decided first", () => {
  const pairs = pairsOf([given("a", "ben", "done", true), given("a", "cyd", "done", true), given("b", "ben", "done"), given("b", "cyd", "open"), given("c", "ben", "done"), given("c", "cyd", "done")]);
  expect(pairs.map((pair) => [pair.group, pair.ready, pair.settled])).toEqual([["c", true, false], ["b", false, false], ["a", true, true]]);
});

const difference = (more: Partial<Difference>): Difference => ({ event: "e1", field: "type", values: { ben: "COERCE", cyd: "ASSAULT" }, decided: false, ...more });

it("takes a coder’s value, and of a whole event whether it is one", () => {
  expect(chosenOf(difference({}), "ben")).toBe("COERCE");
  const whole = difference({ field: null, values: { ben: { type: "AID" }, cyd: null } });
  expect([chosenOf(whole, "ben"), chosenOf(whole, "cyd")]).toEqual([true, false]);
});

it("knows whose value was chosen", () => {
  const decided = difference({ decided: true, chosen: "ASSAULT", chosen_by: "ada" });
  expect([isChosen(decided, "ben"), isChosen(decided, "cyd")]).toEqual([false, true]);
  expect(isChosen(difference({}), "ben")).toBe(false);
});
