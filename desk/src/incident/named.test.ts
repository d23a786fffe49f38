import { describe, expect, it } from "vitest";
import type { IncidentEvent } from "../api/types";
import { concernedWords, pairWords } from "./named";

const sentence = "Police arrested nine dockers at the gate on Monday";

function told(over: Partial<IncidentEvent>): IncidentEvent {
  const trigger = { trigger: "arrested", trigger_start: 7, trigger_end: 15, sentence };
  return { document: "coast-1.txt", event: "e1", type: "COERCE", standing: "asserted", part_of: null, ...trigger, score: 1, title: null, publisher: null, published: null, ...over };
}

describe("events in words", () => {
  it("are their triggers and who prints them", () => {
    expect(pairWords(told({}), told({ event: "e2", trigger: "held", publisher: "The Courier" }))).toEqual(["“arrested” in coast-1.txt", "“held” in The Courier"]);
  });

  it("are told apart where paper and trigger are the same", () => {
    const other = told({ event: "e2", sentence: "Guards arrested a clerk", trigger_start: 7, trigger_end: 15 });
    expect(pairWords(told({}), other)).toEqual(["“Police arrested nine dockers at …” in coast-1.txt", "“Guards arrested a clerk” in coast-1.txt"]);
    expect(pairWords(told({}), told({ event: "e2" }))).toEqual(["“arrested” in coast-1.txt (e1)", "“arrested” in coast-1.txt (e2)"]);
  });

  it("are named as long as they are few", () => {
    const events = ["a", "b", "c", "d", "e"].map((document) => ({ document, event: "e1", trigger: "shot", publisher: null }));
    expect(concernedWords(events.slice(0, 4))).toBe("“shot” in a, “shot” in b, “shot” in c, “shot” in d");
    expect(concernedWords(events)).toBe("“shot” in a, “shot” in b, “shot” in c and 2 more");
    expect(concernedWords([{ document: "a", event: "e9", trigger: null, publisher: null }])).toBe("e9 in a");
  });
});
