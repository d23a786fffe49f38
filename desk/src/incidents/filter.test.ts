import { describe, expect, it } from "vitest";
import { countConditions, NO_FILTER, readFilter, toggled, writeFilter, type Filter } from "./filter";

const FULL: Filter = {
  types: ["COERCE", "PROTEST"],
  modes: ["arrest"],
  countries: ["KAZ", "XKX"],
  actors: ["special police & others", "GOV"],
  place: "Алматы",
  from: "2023-12-16",
  to: "2024-02-29",
  kind: "arrested",
  personsMin: 50,
  sourcesMin: 2,
  standings: ["asserted", "denied"],
  reviewed: false,
  q: "a=b&c",
  bbox: [-12.5, -3.25, 76.9454, 43.2567],
  document: "news/2024 #1?",
};

describe("a filter in the address", () => {
  it("comes back as it went out", () => {
    expect(readFilter(new URLSearchParams(writeFilter(FULL).toString()))).toEqual(FULL);
    expect(readFilter(writeFilter(NO_FILTER))).toEqual(NO_FILTER);
    expect(writeFilter(NO_FILTER).toString()).toBe("");
  });

  it("is the same address for the same question", () => {
    const other = new URLSearchParams(`to=2024-02-29&type=COERCE&from=2023-12-16&type=PROTEST`);
    const one = new URLSearchParams(`type=COERCE&type=PROTEST&from=2023-12-16&to=2024-02-29`);
    expect(writeFilter(readFilter(other)).toString()).toBe(writeFilter(readFilter(one)).toString());
  });

  it("passes over what makes no sense", () => {
    const broken = "from=yesterday&to=2024-13-45&persons_min=-3&sources_min=many&standing=sure&reviewed=maybe&bbox=1,2,3&country=&type=%20";
    expect(readFilter(new URLSearchParams(broken))).toEqual(NO_FILTER);
    expect(readFilter(new URLSearchParams("bbox=10,10,-10,20")).bbox).toBeNull();
    expect(readFilter(new URLSearchParams("bbox=10,10,1000,20")).bbox).toBeNull();
  });

  it("counts conditions, not values", () => {
    expect(countConditions(NO_FILTER)).toBe(0);
    expect(countConditions({ ...NO_FILTER, types: ["AID", "AGREE"], q: "x" })).toBe(2);
  });
});

it("toggles a value", () => {
  expect(toggled(["a"], "b")).toEqual(["a", "b"]);
  expect(toggled(["a", "b"], "a")).toEqual(["b"]);
});
