import { beforeEach, describe, expect, it } from "vitest";

import { ApiError } from "../../api/errors";
import type { Correct, DocumentDetail, DocumentEvent, EventRole, QueueItem } from "../../api/types";
import { Desk, PAGE, type DeskServer, type Sent } from "./controller";
import { acceptEvent, addEvent, changeField, giveValue, isTaken, rejectEvent, takeWords } from "./edits";
import { BINDINGS, commandOf, keyOf, type KeyPress } from "./keys";
import { moved, startAt, stretchOf } from "./marking";
import { NO_STEPS, redone, stepped, undone } from "./steps";

const TEXT = "Guards held 14 people in Orlu on Sunday.\nA march is planned.";

function role(name: EventRole["role"], words: string, position = 0, more: Partial<EventRole> = {}): EventRole {
  const start = TEXT.indexOf(words);
  return { role: name, position, start, end: start + words.length, text: words, score: 0.9, value: null, standing: null, claimant: null, of: null, ...more };
}

function event(id: string, trigger: string, roles: EventRole[] = [], more: Partial<DocumentEvent> = {}): DocumentEvent {
  const start = TEXT.indexOf(trigger);
  return {
    id, type: "COERCE", modes: ["arrest"], aux: [], hedged: false, trigger: { start, end: start + trigger.length, text: trigger, score: 0.8 },
    roles, contexts: [], same_as: null, part_of: null, score: 0.8, standing: "asserted", incident: null, state: "machine", reviewed: [],
    machine: null, ...more,
  };
}

const HELD = event("e1", "held", [role("actor", "Guards"), role("count", "14 people", 0, { of: "arrested" })]);
const MARCH = event("e2", "march", [], { type: "PROTEST", modes: ["demo"], aux: ["future"] });

/** A server of one document that keeps what is sent and refuses a stale revision, as the real one does. */
class OneDocument implements DeskServer {
  corrections: (Correct & { key: number; undone: boolean })[] = [];
  revision = 0;
  done: number[] = [];
  events = [HELD, MARCH];

  async queue(_skip: number): Promise<QueueItem[]> {
    const item = (id: string): QueueItem => ({
      document: "d", event: id, worth: 1, reasons: [], sentence: "", type: "COERCE", score: 0.8, title: null, published: null,
    });
    return [item("e2"), item("e1")];
  }

  async document(): Promise<DocumentDetail> {
    const gone = this.corrections.filter((one) => !one.undone && one.action === "reject").map((one) => one.event);
    const events = this.events.map((one): DocumentEvent => (gone.includes(one.id) ? { ...one, state: "rejected" } : one));
    return {
      id: "d", title: null, publisher: null, published: null, url: null, source: "d", language: "en", text: TEXT, furniture: [], skipped: null,
      model: "1", version: 1, events, revision: this.revision, corrections: [], reviewed: false, blind: false, published_doubt: null,
    };
  }

  async correct(_document: string, correction: Correct): Promise<Sent> {
    if (correction.revision !== this.revision) {
      throw new ApiError(409, "ada was first", "", { by: "ada", event: correction.event, field: correction.field, theirs: "AID", revision: this.revision });
    }
    const key = this.corrections.length + 1;
    this.corrections.push({ ...correction, key, undone: false });
    this.revision += 1;
    return { key, revision: this.revision, event: correction.event ?? "e3" };
  }

  async undo(key: number): Promise<Sent> {
    return this.turn(key, true);
  }

  async redo(key: number): Promise<Sent> {
    return this.turn(key, false);
  }

  async handIn(assignment: number): Promise<void> {
    this.done.push(assignment);
  }

  private turn(key: number, gone: boolean): Sent {
    this.corrections = this.corrections.map((one) => (one.key === key ? { ...one, undone: gone } : one));
    this.revision += 1;
    return { key, revision: this.revision, event: null };
  }
}

describe("the desk", () => {
  let server: OneDocument;
  let desk: Desk;

  beforeEach(async () => {
    server = new OneDocument();
    desk = new Desk(server, "me", () => undefined);
    await desk.open();
  });

  it("begins at the top of the queue and walks it to its ends", async () => {
    expect(desk.event?.id).toBe("e2");
    await desk.go(1);
    expect(desk.event?.id).toBe("e1");
    await desk.go(1);
    expect(desk.state.said).toBe("This is the last event of the queue.");
    await desk.go(-1);
    expect([desk.event?.id, desk.state.at]).toEqual(["e2", 0]);
    desk.goHere(-1);
    expect([desk.event?.id, desk.state.at]).toEqual(["e1", 1]);
  });

  it("undoes and redoes in order, wherever the reviewer has gone since", async () => {
    await desk.send(rejectEvent("d", MARCH));
    expect(desk.event?.state).toBe("rejected");
    await desk.go(1);
    await desk.send(acceptEvent("d", HELD));
    await desk.undo();
    await desk.undo();
    expect([desk.event?.id, desk.event?.state]).toEqual(["e2", "machine"]);
    await desk.undo();
    expect(desk.state.said).toBe("There is nothing to undo.");
    await desk.redo();
    expect(desk.event?.state).toBe("rejected");
    expect(server.corrections.map((one) => one.undone)).toEqual([false, true]);
  });

  it("keeps the reviewer’s entry and note where another was first, and applies it again", async () => {
    server.revision += 1; // ada
    desk.setWhy("the court did it");
    expect(await desk.send(changeField("d", MARCH, "type", "SANCTION"))).toBe(false);
    expect(desk.state.clash?.theirs.by).toBe("ada");
    expect(desk.state.clash?.mine.value).toBe("SANCTION");
    expect(await desk.applyAgain()).toBe(true);
    expect(server.corrections.map((one) => [one.value, one.why])).toEqual([["SANCTION", "the court did it"]]);
    expect(desk.state.clash).toBeNull();
  });

  it("lets the entry go where the reviewer prefers the other’s", async () => {
    server.revision += 1;
    await desk.send(acceptEvent("d", MARCH));
    desk.letGo();
    expect(desk.state.clash).toBeNull();
    expect(server.corrections).toEqual([]);
  });

  it("sends the note once", async () => {
    desk.setWhy("seen");
    await desk.send(acceptEvent("d", MARCH));
    await desk.send(acceptEvent("d", HELD));
    expect(server.corrections.map((one) => one.why)).toEqual(["seen", ""]);
  });

  it("puts an added event under review", async () => {
    server.events = [...server.events, event("e3", "planned", [], { state: "added" })];
    await desk.send(addEvent("d", { start: 5, end: 9 }, "PROTEST"));
    expect(desk.event?.id).toBe("e3");
  });

  it("lets a step go that can no longer be undone, so that those before it can", async () => {
    await desk.send(acceptEvent("d", MARCH));
    await desk.send(acceptEvent("d", HELD));
    const undo = server.undo.bind(server);
    server.undo = () => Promise.reject(new ApiError(409, "ada undid it already", ""));
    await desk.undo();
    expect(desk.state.problem?.message).toBe("ada undid it already");
    server.undo = undo;
    await desk.undo();
    expect(server.corrections.map((one) => one.undone)).toEqual([true, false]);
  });

  it("loads more of the queue where it ends, passing over what is still in it and keeping what comes twice once", async () => {
    const item = (number: number): QueueItem => ({
      document: "d", event: `q${number}`, worth: 1, reasons: [], sentence: "", type: "COERCE", score: 0.8, title: null, published: null,
    });
    const asked: number[] = [];
    server.queue = async (skip) => {
      asked.push(skip);
      return skip === 0 ? Array.from({ length: PAGE }, (_, index) => item(index)) : [item(PAGE - 1), item(PAGE), item(PAGE + 1)];
    };
    server.events = [...server.events, event("q0", "held")];
    await desk.open();
    expect([desk.state.queue.length, desk.state.more]).toEqual([PAGE, true]);
    await desk.send(acceptEvent("d", event("q0", "held")));
    await desk.goTo(item(PAGE - 1));
    await desk.go(1);
    expect(asked).toEqual([0, PAGE - 1]);
    expect([desk.state.queue.length, desk.state.more, desk.state.at]).toEqual([PAGE + 2, false, PAGE]);
    await desk.go(1);
    await desk.go(1);
    expect(desk.state.said).toBe("This is the last event of the queue.");
  });

  it("goes to an entry of the queue wherever it stands, and not to another that has its place by now", async () => {
    const [march, held] = desk.state.queue;
    server.queue = async () => [held as QueueItem];
    await desk.open();
    await desk.goTo(march as QueueItem);
    expect([desk.event?.id, desk.state.said]).toEqual(["e1", "That event is not in this queue."]);
    await desk.goTo(held as QueueItem);
    expect([desk.event?.id, desk.state.said]).toEqual(["e1", ""]);
  });

  it("says what happened last and not what happened before", async () => {
    await desk.send(acceptEvent("d", MARCH));
    expect(desk.state.said).toContain("Accepted e2");
    await desk.go(1);
    expect(desk.state.said).toBe("");
  });

  it("does not lose a change to a report that has left the desk without a word", async () => {
    expect(await desk.send(acceptEvent("another", MARCH))).toBe(false);
    expect(desk.state.problem?.message).toContain("Another report");
    expect(server.corrections).toEqual([]);
  });

  it("tells a failure and stays where it was", async () => {
    server.correct = () => Promise.reject(new ApiError(422, "no such type", "choose another"));
    expect(await desk.send(changeField("d", MARCH, "type", "DANCE"))).toBe(false);
    expect(desk.state.problem?.message).toBe("no such type");
    expect(desk.event?.id).toBe("e2");
  });
});

describe("edits", () => {
  it("adds words to a list in reading order, without touching the values of the others", () => {
    const people = { start: TEXT.indexOf("people"), end: TEXT.indexOf("people") + 6 };
    expect(takeWords("d", HELD, "actor", people).value).toEqual([{ start: 0, end: 6 }, people]);
    expect(isTaken(HELD, "actor", people)).toBe(false);
  });

  it("lets words go that were taken before", () => {
    expect(takeWords("d", HELD, "actor", { start: 0, end: 6 }).value).toEqual([]);
    expect(takeWords("d", HELD, "trigger", { start: 7, end: 11 }).value).toEqual({ start: 7, end: 11 });
  });

  it("keeps what a count counts and whose figure it is", () => {
    const voiced = event("e1", "held", [role("count", "14 people", 0, { of: "arrested" }), role("count_said_by", "Guards")]);
    const range = { kind: "count", of: "injured", low: 10, high: null, best: null, unit: null } as const;
    expect(giveValue("d", voiced, "count", 0, range).value).toEqual([
      { start: 12, end: 21, of: "injured", said_by: { start: 0, end: 6 }, value: range },
    ]);
    expect(takeWords("d", voiced, "count", { start: 0, end: 6 }, "killed").value).toEqual([
      { start: 0, end: 6, of: "killed" },
      { start: 12, end: 21, of: "arrested", said_by: { start: 0, end: 6 } },
    ]);
  });

  it("takes an added event away, but only rejects the machine’s", () => {
    expect(rejectEvent("d", HELD).action).toBe("reject");
    expect(rejectEvent("d", { ...HELD, state: "added" }).action).toBe("remove");
  });
});

describe("marking words by keyboard", () => {
  const words = (...commands: Parameters<typeof moved>[2][]): string => {
    let marking = startAt(TEXT, 0);
    for (const command of commands) marking = marking && moved(TEXT, marking, command);
    const stretch = marking ? stretchOf(marking) : { start: 0, end: 0 };
    return TEXT.slice(stretch.start, stretch.end);
  };

  it("moves and grows both ways", () => {
    expect(words("word-right", "word-right", "grow-right")).toBe("14 people");
    expect(words("word-right", "word-right", "grow-left", "grow-left")).toBe("Guards held 14");
    expect(words("word-right", "grow-right", "grow-left", "grow-left")).toBe("Guards held");
    expect(words("word-left")).toBe("Guards");
  });

  it("knows the paragraph’s ends and the text’s", () => {
    expect(words("line-end")).toBe("Sunday");
    expect(words("line-end", "word-right")).toBe("A");
    expect(words("line-down", "line-down", "line-start")).toBe("A");
  });
});

describe("keys", () => {
  const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({ key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...more });

  it("never bind one key twice in one mode", () => {
    for (const mode of ["browse", "mark", "clash"] as const) {
      const keys = BINDINGS.filter((binding) => binding.mode === mode).flatMap((binding) => binding.keys);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it("leave the browser’s own keys and typing alone", () => {
    expect(commandOf(press("a"), "browse")).toBe("accept");
    expect(commandOf(press("a", { ctrlKey: true }), "browse")).toBeNull();
    expect(commandOf(press("a"), "typing")).toBeNull();
    expect(commandOf(press("a"), "mark")).toBeNull();
  });

  it("tell shift apart", () => {
    expect(commandOf(press("U", { shiftKey: true }), "browse")).toBe("redo");
    expect(commandOf(press("?", { shiftKey: true }), "browse")).toBe("help");
    expect(commandOf(press("ArrowRight", { shiftKey: true }), "mark")).toBe("grow-right");
    expect(commandOf(press("ArrowRight"), "mark")).toBe("word-right");
    expect(keyOf("undo")).toBe("u");
  });
});

describe("steps", () => {
  const step = (key: number) => ({ key, document: "d", event: "e1", says: "" });

  it("come back in order, and a new one ends what could be redone", () => {
    const two = stepped(stepped(NO_STEPS, step(1)), step(2));
    expect(redone(undone(two))).toEqual(two);
    expect(undone(undone(undone(two))).undone.map((one) => one.key)).toEqual([2, 1]);
    expect(stepped(undone(two), step(3))).toEqual({ done: [step(1), step(3)], undone: [] });
  });
});
