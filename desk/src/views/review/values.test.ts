import { describe, expect, it } from "vitest";

import type { Place } from "../document/value_words";
import { countOf, entityOf, placeOf, timeOf, type CountForm } from "./values";

describe("places", () => {
  const almaty: Place = {
    kind: "place", name: "Almaty", place_kind: "city", country: "KAZ", geonameid: 1526384, latitude: 43.25, longitude: 76.95, radius_km: 12,
    where_prec: 1, geo_precision: 1,
  };
  const form = { name: "Almaty", kind: "city", country: "KAZ", latitude: "43.25", longitude: "76.95", from: almaty } as const;

  it("keep the gazetteer’s entry while nothing is changed", () => {
    expect(placeOf(form)).toBe(almaty);
  });

  it("lose it, and no more is known than what was written, once something is", () => {
    expect(placeOf({ ...form, name: "Alma-Ata" })).toMatchObject({ name: "Alma-Ata", geonameid: null, where_prec: 1, radius_km: 5 });
    expect(placeOf({ ...form, kind: "country", latitude: "", longitude: "" })).toMatchObject({ latitude: null, radius_km: null, where_prec: 6, geo_precision: 3 });
  });

  it("say what is wrong", () => {
    expect(placeOf({ ...form, name: " " })).toBe("Give the place a name.");
    expect(placeOf({ ...form, latitude: "north" })).toContain("numbers in degrees");
    expect(placeOf({ ...form, latitude: "91" })).toContain("numbers in degrees");
    expect(placeOf({ ...form, longitude: "" })).toContain("both latitude and longitude");
  });
});

describe("days", () => {
  it.each([
    ["2024-05-07", "", "day"],
    ["", "2024-05-07", "day"],
    ["2024-05-01", "2024-05-07", "week"],
    ["2024-05-01", "2024-05-31", "month"],
    ["2024-01-01", "2024-12-31", "year"],
    ["2019-01-01", "2024-12-31", "longer"],
  ])("from %s to %s are known to the %s", (first, last, precision) => {
    expect(timeOf({ first, last })).toMatchObject({ precision, method: "stated", first: first || last, last: last || first });
  });

  it("stay unknown where none is given", () => {
    expect(timeOf({ first: "", last: "" })).toEqual({ kind: "time", first: null, last: null, precision: "unknown", method: "none" });
  });

  it.each([["2024/5/7"], ["20240507"], [" 2024-05-07 "]])("are read as they are typed: %s", (first) => {
    expect(timeOf({ first, last: "" })).toMatchObject({ first: "2024-05-07", last: "2024-05-07" });
  });

  it.each([["2024-02-30"], ["2024"], ["yesterday"], ["07/05/2024"]])("are refused where they are none: %s", (first) => {
    expect(timeOf({ first, last: "" })).toContain("year, month, day");
  });

  it("run forwards", () => {
    expect(timeOf({ first: "2024-05-08", last: "2024-05-07" })).toBe("The first day is after the last.");
  });
});

describe("counts", () => {
  const form = (more: Partial<CountForm>): CountForm => ({ of: "arrested", low: "", high: "", best: "", unit: "", ...more });

  it("are open above where nothing is the most", () => {
    expect(countOf(form({ low: "1,200" }))).toEqual({ kind: "count", of: "arrested", low: 1200, high: null, best: null, unit: null });
  });

  it("have one best figure where there is one figure", () => {
    expect(countOf(form({ low: "14", high: "14" }))).toMatchObject({ best: 14 });
    expect(countOf(form({ low: "10", high: "20" }))).toMatchObject({ best: null });
  });

  it("say what is wrong", () => {
    expect(countOf(form({}))).toContain("least figure");
    expect(countOf(form({ low: "many" }))).toContain("whole numbers");
    expect(countOf(form({ low: "20", high: "10" }))).toContain("below the least");
    expect(countOf(form({ low: "10", high: "20", best: "30" }))).toContain("lies between");
  });
});

it("an actor has a name", () => {
  const form = { name: " Guards ", country: "KAZ", sectors: ["COP"], private: false, identity: "n1" };
  expect(entityOf(form)).toMatchObject({ name: "Guards", sectors: ["COP"] });
  expect(entityOf({ ...form, name: "" })).toBe("Give the actor a name.");
});
