import { expect, it } from "vitest";

import { barOf, readingOf } from "./alpha";

it.each([
  [1, "reliable"],
  [0.8, "reliable"],
  [0.7, "for careful conclusions"],
  [0.5, "not reliable"],
  [0, "no better than chance"],
  [-0.2, "no better than chance"],
  [null, "too little coded to tell"],
])("reads an alpha of %s", (alpha, words) => expect(readingOf(alpha).words).toBe(words));

it("draws no bar below chance and none for what is not known", () => {
  expect([barOf(0.5, 200), barOf(-1, 200), barOf(1, 200), barOf(null, 200)]).toEqual([100, 0, 200, null]);
});
