/** One sitting at the review desk: what is under review, which panel is open, which words are taken, and the line in which commands wait. */
import { CodePointText } from "../../text/codepoints";
import type { Stretch } from "../../text/words";
import { marksOf } from "../document/marks";
import { obeyed } from "./commands";
import { Desk } from "./controller";
import { EMPTY, type DeskState } from "./desk_state";
import { addEvent, isTaken, takeWords, type Draft } from "./edits";
import { fieldRows } from "./fields";
import type { Command, Mode } from "./keys";
import { startAt, stretchOf } from "./marking";
import { NO_PANEL, type MarkFor, type Panel } from "./panel";
import { realServer, type QueueWanted } from "./server";

/** What the address asks for: the whole queue, or one document (`coding` is the number of the assignment where it is coded blind). */
export interface Wanted {
  readonly document: string | null;
  readonly coding: string | null;
  readonly event: string | null;
  readonly queue: QueueWanted;
}

export function wantedOf(query: URLSearchParams): Wanted {
  const queue = { type: query.getAll("type"), mine: query.has("mine") };
  return { document: query.get("document"), coding: query.get("coding"), event: query.get("event"), queue };
}

export class Sitting {
  readonly wanted: Wanted;
  readonly desk: Desk;
  held = $state.raw<DeskState>(EMPTY);
  panel = $state.raw<Panel>(NO_PANEL);
  /** Which row of the event's fields is in hand. */
  field = $state(0);
  /** Words selected with the mouse. */
  selected = $state.raw<Stretch | null>(null);
  narrowed = $state.raw<QueueWanted>({ type: [], mine: false });

  readonly detail = $derived(this.held.document);
  readonly event = $derived(this.detail?.events.find((one) => one.id === this.held.event) ?? null);
  readonly counted = $derived(new CodePointText(this.detail?.text ?? ""));
  readonly marks = $derived(this.detail === null ? [] : marksOf(this.detail.events, this.counted));
  readonly rows = $derived(this.event === null ? [] : fieldRows(this.event));
  readonly item = $derived(this.held.queue[this.held.at] ?? null);
  readonly inQueue = $derived(this.item !== null && this.item.document === this.detail?.id && this.item.event === this.held.event);
  readonly mode = $derived<Mode>(
    this.held.clash ? "clash" : this.panel.kind === "mark" ? "mark" : this.panel.kind === "none" ? "browse" : "typing",
  );
  #line: Promise<unknown> = Promise.resolve();

  constructor(wanted: Wanted, who: string | null) {
    this.wanted = wanted;
    this.narrowed = wanted.queue;
    this.desk = new Desk(realServer(() => this.narrowed), who, (next) => (this.held = next));
    this.#line = wanted.document === null ? this.desk.open(wanted.event) : this.desk.openDocument(wanted.document, wanted.event);
  }

  /** Commands wait for the one before them: no key that a quick hand presses is lost. */
  inLine(work: () => unknown): void {
    this.#line = this.#line.then(work);
  }

  obey(command: Command): void {
    this.inLine(() => obeyed(this, command));
  }

  send(draft: Draft): void {
    this.inLine(() => this.desk.send(draft));
  }

  close(): void {
    this.panel = NO_PANEL;
  }

  /** Another queue, from its top. */
  narrow(next: QueueWanted): void {
    this.narrowed = next;
    this.inLine(() => this.desk.open());
  }

  /** Words selected with the mouse are taken at once; else marking begins at the event's own words. */
  begin(role: MarkFor): void {
    if (this.selected) {
      const stretch = this.selected;
      getSelection()?.removeAllRanges();
      this.selected = null;
      return this.put(role, stretch);
    }
    const marking = startAt(this.counted.text, this.event ? this.counted.toUtf16(this.event.trigger.start) : 0);
    if (marking) this.panel = { kind: "mark", role, marking };
    else this.desk.say("This text has no words.");
  }

  /** The words that are being marked are the ones. */
  putMarked(): void {
    if (this.panel.kind !== "mark") return;
    const { role, marking } = this.panel;
    this.close();
    this.put(role, stretchOf(marking));
  }

  /** Words taken for a role of the event under review, or as the first words of a new one. */
  put(role: MarkFor, stretch: Stretch): void {
    const id = this.detail?.id;
    if (id === undefined) return;
    const words = { start: this.counted.toCodePoint(stretch.start), end: this.counted.toCodePoint(stretch.end) };
    if (role === "new") {
      this.panel = { kind: "pick", what: "type", of: null, save: ([type]) => type && this.send(addEvent(id, words, type)) };
      return;
    }
    const now = this.event;
    if (!now) return;
    if (role === "count" && !isTaken(now, "count", words)) {
      this.panel = { kind: "pick", what: "count", of: now, save: ([of]) => of && this.send(takeWords(id, now, role, words, of)) };
      return;
    }
    this.send(takeWords(id, now, role, words));
  }
}
