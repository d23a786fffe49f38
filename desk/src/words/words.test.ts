import { describe, expect, it } from "vitest";
import { countryCode, countryName } from "./countries";
import { dayNumber, dayOf, whenWords } from "./days";
import { countWords, rangeWords } from "./numbers";
import { exactnessWords, whereWords } from "./incidents";

describe("days", () => {
  it("count from 1970 and back", () => {
    expect(dayNumber("1970-01-01")).toBe(0);
    for (const day of ["1899-12-31", "2000-02-29", "2024-03-31", "2038-01-20"]) expect(dayOf(dayNumber(day))).toBe(day);
  });

  it("are told no more exactly than they are known", () => {
    expect(whenWords("2024-03-05", "2024-03-05", "day")).toBe("5 Mar 2024");
    expect(whenWords("2024-03-01", "2024-03-31", "month")).toBe("March 2024");
    expect(whenWords("2019-01-01", "2019-12-31", "year")).toBe("2019");
    expect(whenWords("2019-01-01", "2021-12-31", "longer")).toBe("2019–2021");
    expect(whenWords("2024-03-04", "2024-03-10", "week")).toBe("4 Mar 2024 – 10 Mar 2024");
    expect(whenWords(null, null, "unknown")).toBe("day unknown");
  });
});

describe("numbers", () => {
  it("are ranges where they are", () => {
    expect(rangeWords(50, 50)).toBe("50");
    expect(rangeWords(200, 999)).toBe("200–999");
    expect(rangeWords(1000, null)).toBe("at least 1,000");
    expect(rangeWords(0, 30)).toBe("up to 30");
    expect(countWords(1, "report")).toBe("1 report");
    expect(countWords(0, "body", "bodies")).toBe("0 bodies");
  });
});

describe("places", () => {
  const almaty = { place: "Almaty", place_kind: "city", country: "KAZ", where_prec: 1, radius_km: 12.4 } as const;

  it("have their country's name", () => {
    expect(countryName("KAZ")).toBe("Kazakhstan");
    expect(countryName("XKX")).toBe("Kosovo");
    expect(countryName("UNO")).toBe("UNO");
    expect(countryCode(" kazakhstan")).toBe("KAZ");
    expect(countryCode("xkx")).toBe("XKX");
    expect(countryCode("Atlantis")).toBeNull();
  });

  it("say how exactly they are known", () => {
    expect(whereWords(almaty)).toBe("Almaty, Kazakhstan");
    expect(exactnessWords(almaty)).toBe("at this place, within 12 km");
    const country = { place: "Kazakhstan", place_kind: "country", country: "KAZ", where_prec: 6, radius_km: null } as const;
    expect(whereWords(country)).toBe("Kazakhstan");
    expect(exactnessWords(country)).toBe("somewhere in this country");
    expect(whereWords({ ...country, place: null, country: null, place_kind: null })).toBe("place unknown");
  });
});
