/** The review desk without its looks: what is on it, what a person does, and what the server says to that. */
import { ApiError, asApiError } from "../../api/errors";
import type { Conflict, Correct, DocumentDetail, DocumentEvent, QueueItem } from "../../api/types";
import { capital, EMPTY, nameOf, nearest, queueItem, withOne, without, type DeskState } from "./desk_state";
import type { Draft } from "./edits";
import { lastDone, lastUndone, redone, stepped, stepsFrom, undone, type Steps } from "./steps";

/** What a correction and its undoing answer. */
export interface Sent {
  readonly key: number;
  readonly revision: number;
  readonly event: string | null;
}

/** What the desk asks of the server; tests give one of their own. */
export interface DeskServer {
  /** `PAGE` entries of the queue behind the first `skip`. */
  queue(skip: number): Promise<QueueItem[]>;
  document(id: string): Promise<DocumentDetail>;
  correct(document: string, correction: Correct): Promise<Sent>;
  undo(key: number): Promise<Sent>;
  redo(key: number): Promise<Sent>;
  /** Says that a coding is done. */
  handIn(assignment: number): Promise<unknown>;
}

/** As many entries of the queue as are asked for at once. */
export const PAGE = 100;

export class Desk {
  state: DeskState = EMPTY;
  private readonly server: DeskServer;
  private readonly who: string | null;
  private readonly changed: (state: DeskState) => void;

  constructor(server: DeskServer, who: string | null, changed: (state: DeskState) => void) {
    this.server = server;
    this.who = who;
    this.changed = changed;
  }

  /** The event under review as it stands. */
  get event(): DocumentEvent | null {
    return this.state.document?.events.find((event) => event.id === this.state.event) ?? null;
  }

  /** Fetch the queue and begin at its top; `focus` names an event to begin with. */
  async open(focus: string | null = null): Promise<void> {
    await this.during(async () => {
      const queue = await this.server.queue(0);
      const at = Math.max(0, queue.findIndex((item) => item.event === focus));
      this.set({ queue, at, more: queue.length === PAGE });
      const item = queue[at];
      if (item) await this.visit(item, at);
      else this.set({ document: null, event: null });
    });
  }

  /** Whether nothing comes after the event in hand. */
  get isLast(): boolean {
    return this.state.at >= this.state.queue.length - 1 && !this.state.more;
  }

  /**
   * Load more of the queue, where there is more. What something was said about has left it meanwhile, so fewer are to be passed over than
   * are loaded; what comes twice is kept once. Resolves to whether the server answered.
   */
  async more(): Promise<boolean> {
    if (!this.state.more) return true;
    return this.during(async () => {
      const { queue, touched } = this.state;
      const left = queue.filter((item) => !touched.has(nameOf(item.document, item.event))).length;
      const next = await this.server.queue(left);
      const known = new Set(queue.map((item) => nameOf(item.document, item.event)));
      const fresh = next.filter((item) => !known.has(nameOf(item.document, item.event)));
      this.set({ queue: [...queue, ...fresh], more: next.length === PAGE && fresh.length > 0 });
    });
  }

  /** Begin with one document, its events in reading order as the queue. */
  async openDocument(id: string, focus: string | null): Promise<void> {
    await this.during(async () => {
      const document = await this.server.document(id);
      const queue = document.events.map((event) => queueItem(document, event));
      const at = Math.max(0, queue.findIndex((item) => item.event === focus));
      this.set({ queue, at, more: false, document, event: queue[at]?.event ?? null, steps: stepsFrom(id, document.corrections, this.who) });
    });
  }

  /** The next event of the queue, or the one before it. */
  async go(step: 1 | -1): Promise<void> {
    const at = this.state.at + step;
    if (at >= this.state.queue.length && !(await this.more())) return;
    const item = this.state.queue[at];
    if (!item) {
      this.set({ said: step > 0 ? "This is the last event of the queue." : "This is the first event of the queue." });
      return;
    }
    await this.during(() => this.visit(item, at));
  }

  /** An entry of the queue, wherever it stands by now. */
  async goTo(wanted: QueueItem): Promise<void> {
    const name = nameOf(wanted.document, wanted.event);
    const at = this.state.queue.findIndex((item) => nameOf(item.document, item.event) === name);
    if (at >= 0) await this.during(() => this.visit(wanted, at));
    else this.set({ said: "That event is not in this queue." });
  }

  /** Say that a coding is done. Resolves to whether it was taken. */
  async handIn(assignment: number): Promise<boolean> {
    return this.during(async () => void (await this.server.handIn(assignment)));
  }

  /** The next event of the same report. */
  goHere(step: 1 | -1): void {
    const events = this.state.document?.events ?? [];
    const next = events[events.findIndex((event) => event.id === this.state.event) + step];
    if (next) this.focus(next.id);
    else this.set({ said: step > 0 ? "This is the last event of the report." : "This is the first event of the report." });
  }

  focus(event: string): void {
    const at = this.state.queue.findIndex((item) => item.document === this.state.document?.id && item.event === event);
    this.set({ event, said: "", ...(at >= 0 ? { at } : {}) });
  }

  say(said: string): void {
    this.set({ said });
  }

  setWhy(why: string): void {
    this.set({ why });
  }

  fail(caught: unknown): void {
    this.set({ problem: asApiError(caught) });
  }

  /** Send a change. Resolves to whether it was stored; where another was first, the change is kept in `clash`. */
  async send(draft: Draft, why = this.state.why): Promise<boolean> {
    const document = this.state.document;
    if (!document || document.id !== draft.document) {
      this.fail(new ApiError(0, "Another report has come to the desk meanwhile; nothing was changed.", "Go back to the event and do it again."));
      return false;
    }
    return this.during(async () => {
      const { says, document: id, ...change } = draft;
      try {
        const sent = await this.server.correct(id, { ...change, why, revision: document.revision } as Correct);
        await this.after({ key: sent.key, document: id, event: sent.event ?? draft.event, says }, draft);
      } catch (caught) {
        if (!(caught instanceof ApiError) || caught.status !== 409) throw caught;
        await this.show(id, draft.event ?? this.state.event);
        this.set({ clash: { theirs: caught.body as Conflict, mine: draft, why }, why: "" });
      }
    }, () => this.state.clash === null);
  }

  /** The reviewer's own entry over what the other did. */
  async applyAgain(): Promise<boolean> {
    const clash = this.state.clash;
    if (!clash) return false;
    this.set({ clash: null });
    return this.send(clash.mine, clash.why);
  }

  letGo(): void {
    this.set({ clash: null, said: "Theirs stays; your entry was let go." });
  }

  /** Undo the last change of this sitting, wherever in the queue it was made. */
  async undo(): Promise<void> {
    const step = lastDone(this.state.steps);
    if (!step) {
      this.set({ said: "There is nothing to undo." });
      return;
    }
    await this.during(async () => {
      await this.turn(() => this.server.undo(step.key), "done");
      await this.show(step.document, step.event);
      this.set({
        steps: undone(this.state.steps),
        decided: without(this.state.decided, step.document, step.event),
        said: `Undone: ${step.says}`,
      });
    });
  }

  async redo(): Promise<void> {
    const step = lastUndone(this.state.steps);
    if (!step) {
      this.set({ said: "There is nothing to redo." });
      return;
    }
    await this.during(async () => {
      await this.turn(() => this.server.redo(step.key), "undone");
      await this.show(step.document, step.event);
      this.set({ steps: redone(this.state.steps), said: `Redone: ${step.says}` });
    });
  }

  private async after(step: { key: number; document: string; event: string | null; says: string }, draft: Draft): Promise<void> {
    const { decided, touched } = this.state;
    const whole = draft.field === null;
    await this.show(step.document, step.event);
    this.set({
      steps: stepped(this.state.steps, step),
      why: "",
      decided: whole ? withOne(decided, step.document, step.event) : decided,
      // A field that was only accepted leaves its event in the queue.
      touched: whole || draft.action !== "accept" ? withOne(touched, step.document, step.event) : touched,
      said: capital(step.says),
    });
  }

  /** A step that the server will not take back (another did so meanwhile) is let go, so that those before it can be undone. */
  private async turn(ask: () => Promise<unknown>, stack: keyof Steps): Promise<void> {
    try {
      await ask();
    } catch (caught) {
      if (caught instanceof ApiError && caught.status >= 400 && caught.status < 500) {
        this.set({ steps: { ...this.state.steps, [stack]: this.state.steps[stack].slice(0, -1) } });
      }
      throw caught;
    }
  }

  /** Load a document anew and put one of its events under review. An event that is gone gives way to the one before it. */
  private async show(id: string, event: string | null): Promise<void> {
    const document = await this.server.document(id);
    const here = document.events.some((one) => one.id === event);
    this.set({ document, event: here ? event : nearest(this.state.document, document, event) });
    const at = this.state.queue.findIndex((item) => item.document === id && item.event === this.state.event);
    if (at >= 0) this.set({ at });
  }

  /** Go to an event of the queue. Where nothing was done in this sitting yet, one's own earlier corrections of the document can be undone. */
  private async visit(item: QueueItem, at: number): Promise<void> {
    await this.show(item.document, item.event);
    const { steps, document } = this.state;
    const fresh = steps.done.length === 0 && steps.undone.length === 0 && document !== null;
    this.set({ at, ...(fresh ? { steps: stepsFrom(document.id, document.corrections, this.who) } : {}) });
  }

  private async during(work: () => Promise<void>, good: () => boolean = () => true): Promise<boolean> {
    // What was said before is over: the same words again are news again.
    this.set({ busy: true, problem: null, said: "" });
    try {
      await work();
      return good();
    } catch (caught) {
      this.set({ problem: asApiError(caught) });
      return false;
    } finally {
      this.set({ busy: false });
    }
  }

  private set(part: Partial<DeskState>): void {
    this.state = { ...this.state, ...part };
    this.changed(this.state);
  }
}
