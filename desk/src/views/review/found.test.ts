import { expect, it } from "vitest";

import { foundWords } from "./found";

it("tells a place from its namesakes", () => {
  const falls = { name: "Upper Falls", kind: "city", admin: "Rift", country: "KEN", population: 41_000 };
  expect(foundWords(falls)).toBe("town or village · Rift · Kenya · 41,000 people");
  expect(foundWords({ ...falls, admin: "Upper Falls", population: null })).toBe("town or village · Kenya");
  expect(foundWords({ name: "the high sea", kind: "region", admin: null, country: null, population: 0 })).toBe("wider region or sea");
});
