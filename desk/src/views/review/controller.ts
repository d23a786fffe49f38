/** The review desk without its looks: what is on it, what a person does, and what the server says to that. */
import { ApiError, asApiError } from "../../api/errors";
import type { Conflict, Correct, DocumentDetail, DocumentEvent, QueueItem } from "../../api/types";
import type { Draft } from "./edits";
import { lastDone, lastUndone, NO_STEPS, redone, stepped, stepsFrom, undone, type Steps } from "./steps";

/** What a correction and its undoing answer. */
export interface Sent {
  readonly key: number;
  readonly revision: number;
  readonly event: string | null;
}

/** What the desk asks of the server; tests give one of their own. */
export interface DeskServer {
  queue(): Promise<QueueItem[]>;
  document(id: string): Promise<DocumentDetail>;
  correct(document: string, correction: Correct): Promise<Sent>;
  undo(key: number): Promise<Sent>;
  redo(key: number): Promise<Sent>;
}

/** Another person was first: what they did, and the reviewer's own entry, kept to be applied again. */
export interface Clash {
  readonly theirs: Conflict;
  readonly mine: Draft;
  readonly why: string;
}

export interface DeskState {
  readonly queue: readonly QueueItem[];
  /** Place in the queue. */
  readonly at: number;
  readonly document: DocumentDetail | null;
  /** The event under review; null where its document has none. */
  readonly event: string | null;
  readonly steps: Steps;
  readonly clash: Clash | null;
  /** Goes with the next change. */
  readonly why: string;
  /** The last thing that happened, to be read out. */
  readonly said: string;
  readonly problem: ApiError | null;
  /** Something is under way; keys wait. */
  readonly busy: boolean;
  /** Events decided in this sitting, as `document event`. */
  readonly decided: ReadonlySet<string>;
}

const EMPTY: DeskState = {
  queue: [],
  at: 0,
  document: null,
  event: null,
  steps: NO_STEPS,
  clash: null,
  why: "",
  said: "",
  problem: null,
  busy: true,
  decided: new Set(),
};

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
      const queue = await this.server.queue();
      const at = Math.max(0, queue.findIndex((item) => item.event === focus));
      this.set({ queue, at });
      const item = queue[at];
      if (item) await this.visit(item, at);
      else this.set({ document: null, event: null });
    });
  }

  /** Begin with one document, its events in reading order as the queue. */
  async openDocument(id: string, focus: string | null): Promise<void> {
    await this.during(async () => {
      const document = await this.server.document(id);
      const queue = document.events.map((event) => queueItem(document, event));
      const at = Math.max(0, queue.findIndex((item) => item.event === focus));
      this.set({ queue, at, document, event: queue[at]?.event ?? null, steps: stepsFrom(id, document.corrections, this.who) });
    });
  }

  /** The next event of the queue, or the one before it. */
  async go(step: 1 | -1): Promise<void> {
    const at = this.state.at + step;
    const item = this.state.queue[at];
    if (!item) {
      this.set({ said: step > 0 ? "This is the last event of the queue." : "This is the first event of the queue." });
      return;
    }
    await this.during(() => this.visit(item, at));
  }

  async goTo(at: number): Promise<void> {
    const item = this.state.queue[at];
    if (!item) return;
    await this.during(() => this.visit(item, at));
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

  forget(): void {
    this.set({ problem: null });
  }

  /** Send a change. Resolves to whether it was stored; where another was first, the change is kept in `clash`. */
  async send(draft: Draft, why = this.state.why): Promise<boolean> {
    const document = this.state.document;
    if (!document || document.id !== draft.document) return false;
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
      this.set({ steps: undone(this.state.steps), decided: without(this.state.decided, step.document, step.event), said: `Undone: ${step.says}` });
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
    const decided = draft.field === null && step.event !== null ? withOne(this.state.decided, step.document, step.event) : this.state.decided;
    await this.show(step.document, step.event);
    this.set({ steps: stepped(this.state.steps, step), why: "", decided, said: capital(step.says) });
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
    this.set({ busy: true, problem: null });
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

function queueItem(document: DocumentDetail, event: DocumentEvent): QueueItem {
  return {
    document: document.id,
    event: event.id,
    worth: 0,
    reasons: [],
    sentence: event.trigger.text,
    type: event.type,
    score: event.score,
    title: document.title,
    published: document.published,
  };
}

/** What stands now where a vanished event stood: the last event before it that is still there, else the first. */
function nearest(before: DocumentDetail | null, now: DocumentDetail, gone: string | null): string | null {
  const order = before?.events.map((event) => event.id) ?? [];
  const ahead = order.slice(0, Math.max(0, order.indexOf(gone ?? "")));
  return (now.events.findLast((event) => ahead.includes(event.id)) ?? now.events[0])?.id ?? null;
}

function withOne(decided: ReadonlySet<string>, document: string, event: string): ReadonlySet<string> {
  return new Set([...decided, `${document} ${event}`]);
}

function without(decided: ReadonlySet<string>, document: string, event: string | null): ReadonlySet<string> {
  return new Set([...decided].filter((one) => one !== `${document} ${event}`));
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
