/** One sitting at the review desk: what is under review, which panel is open, which words are taken, and the line in which commands wait. */
import { tick } from "svelte";
import { codebook } from "../../api/codebook.svelte";
import type { DocumentEvent } from "../../api/types";
import { CodePointText } from "../../text/codepoints";
import { router } from "../../shell/router.svelte";
import type { Stretch } from "../../text/words";
import { marksOf } from "../document/marks";
import { canWait, deliver } from "./ahead";
import { obeyed } from "./commands";
import { Desk } from "./controller";
import { EMPTY, type DeskState } from "./desk_state";
import { addEvent, isTaken, takeWords, type Draft, type Wording } from "./edits";
import { fieldRows } from "./fields";
import { commandOf, type Command, type KeyPress, type Mode } from "./keys";
import { startAt, startOn, stretchOf } from "./marking";
import { NO_PANEL, type MarkFor, type Panel, type Picked } from "./panel";
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

/** Words of a document, in code points. */
interface Marked extends Wording {
  readonly document: string;
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
  /** Whether the page was left: what is still to be stored is, but nothing is opened any more. */
  over = false;
  #line: (() => unknown)[] = [];
  #working = false;
  #selectedIn: string | null = null;
  /** Keys among what waits. */
  #keys = 0;
  /** While a key that waited is given to a dialog: how much that has put in line. */
  #caused: number | null = null;

  constructor(wanted: Wanted, who: string | null) {
    this.wanted = wanted;
    this.narrowed = wanted.queue;
    this.desk = new Desk(realServer(() => this.narrowed), who, (next) => (this.held = next));
    const { document, event } = wanted;
    this.inLine(() => (document === null ? this.desk.open(event) : this.desk.openDocument(document, event)));
  }

  /** Commands wait for the one before them. What a waiting key brings about comes before the keys behind it. */
  inLine(work: () => unknown): void {
    if (this.#caused === null) this.#line.push(work);
    else this.#line.splice(this.#caused++, 0, work);
    void this.#work();
  }

  async #work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    for (let work = this.#line.shift(); work !== undefined; work = this.#line.shift()) {
      const before = this.held.problem;
      try {
        await work();
      } catch (caught) {
        this.desk.fail(caught);
      }
      // What was refused is read first: the keys behind it were pressed by somebody who thought that it was stored.
      if (this.held.problem !== null && this.held.problem !== before) this.#line = [];
    }
    this.#keys = 0;
    this.#working = false;
  }

  /**
   * A key that was pressed on the page. While something is under way it waits, since nobody knows yet what it is pressed on: no key of a
   * quick hand is lost, and none means anything else than it would to a slow one. Answers whether the key is the desk's and not the browser's.
   */
  press(key: KeyPress, onButton: boolean): boolean {
    const buttons = onButton && (key.key === "Enter" || key.key === " ");
    if (!this.#working) {
      const command = commandOf(key, this.mode);
      // Enter on a button or a link is that button's, unless words are being marked or another was first.
      if (command === null || (buttons && this.mode === "browse")) return false;
      this.obey(command);
      return true;
    }
    if (!canWait(key) || (buttons && this.#keys === 0)) return false;
    this.#keys += 1;
    this.inLine(() => this.#meet(key));
    return true;
  }

  /** The turn of a key that waited. */
  async #meet(key: KeyPress): Promise<unknown> {
    this.#keys -= 1;
    if (this.mode !== "typing") {
      const command = commandOf(key, this.mode);
      return command === null ? undefined : obeyed(this, command);
    }
    await tick(); // until the dialog stands
    this.#caused = 0;
    deliver(key);
    this.#caused = null;
    await tick();
    return undefined;
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

  /** To another page of the desk, but for one who has gone elsewhere meanwhile. */
  leave(address: string): void {
    if (!this.over && !router.leaving) router.go(address);
  }

  /** Another queue, from its top. */
  narrow(next: QueueWanted): void {
    this.narrowed = next;
    this.inLine(() => this.desk.open());
  }

  /** Hands a coding in, behind all that is still to be stored and not where some of that was refused; then back to what else is to be coded. */
  handIn(assignment: number): void {
    this.inLine(async () => {
      if (this.over || this.held.clash !== null || !(await this.desk.handIn(assignment))) return;
      this.leave("/review/coding");
      this.over = true; // asked for twice, it is done once
    });
  }

  /** Another event of the report on the screen. */
  focus(event: string): void {
    const shown = this.detail?.id;
    this.inLine(() => this.detail?.id === shown && this.desk.focus(event));
  }

  /** Words are selected with the mouse, or no longer. */
  select(stretch: Stretch | null): void {
    this.selected = stretch;
    this.#selectedIn = this.detail?.id ?? null;
  }

  /** Words selected with the mouse, for a role of the event on the screen. */
  take(role: MarkFor): void {
    const words = this.#selection();
    const { event } = this;
    if (words !== null) this.inLine(() => this.#put(role, words, event));
  }

  /**
   * From the keyboard: words selected with the mouse are taken at once; else marking begins with the words that the role has, and at those of
   * the event where it has none.
   */
  async begin(role: MarkFor): Promise<void> {
    const words = this.#selection();
    if (words !== null) {
      await this.#put(role, words, this.event);
      return;
    }
    const { text } = this.counted;
    const own = this.event?.roles.find((one) => one.role === role);
    const marking = own
      ? startOn({ start: this.counted.toUtf16(own.start), end: this.counted.toUtf16(own.end) }, text)
      : startAt(text, this.event ? this.counted.toUtf16(this.event.trigger.start) : 0);
    if (marking) this.panel = { kind: "mark", role, marking };
    else this.desk.say("This text has no words.");
  }

  /** The words that are being marked are the ones. */
  async putMarked(): Promise<void> {
    if (this.panel.kind !== "mark") return;
    const { role, marking } = this.panel;
    this.close();
    await this.#put(role, this.#wording(stretchOf(marking)), this.event);
  }

  /** Opens a list, once the codebook's lists are there: keys that are pressed meanwhile wait for it. */
  async pick(picked: Picked): Promise<void> {
    if ((await codebook.load()) === null) this.desk.fail(codebook.problem);
    else if (!this.over) this.panel = { kind: "pick", ...picked };
  }

  /** Words taken for a role of an event, or as the first words of a new one. */
  async #put(role: MarkFor, words: Marked, now: DocumentEvent | null): Promise<unknown> {
    const id = words.document;
    if (role === "new") return this.pick({ what: "type", of: null, save: ([type]) => type && this.send(addEvent(id, words, type)) });
    if (!now) return undefined;
    if (role === "count" && !isTaken(now, "count", words))
      return this.pick({ what: "count", of: now, save: ([of]) => of && this.send(takeWords(id, now, role, words, of)) });
    return this.desk.send(takeWords(id, now, role, words));
  }

  /** The words that are selected with the mouse, which then no longer are. */
  #selection(): Marked | null {
    const stretch = this.selected;
    this.selected = null;
    if (stretch === null || this.#selectedIn !== this.detail?.id) return null;
    getSelection()?.removeAllRanges();
    return this.#wording(stretch);
  }

  #wording(stretch: Stretch): Marked {
    return { document: this.detail?.id ?? "", start: this.counted.toCodePoint(stretch.start), end: this.counted.toCodePoint(stretch.end) };
  }
}
