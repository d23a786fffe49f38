/** What stands on the review desk, as plain data, and the small questions about it. */
import type { ApiError } from "../../api/errors";
import type { Conflict, DocumentDetail, DocumentEvent, QueueItem } from "../../api/types";
import type { Draft } from "./edits";
import { NO_STEPS, type Steps } from "./steps";

/** Another person was first: what they did, and the reviewer's own entry, kept to be applied again. */
export interface Clash {
  readonly theirs: Conflict;
  readonly mine: Draft;
  readonly why: string;
}

export interface DeskState {
  /** What is loaded of the queue, most worth first: events by each of their mentions. */
  readonly queue: readonly QueueItem[];
  /** Whether the server has more of it. */
  readonly more: boolean;
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
  /** Events about which anything was said in this sitting: they have left the server's queue, unless it was undone. */
  readonly touched: ReadonlySet<string>;
}

export const EMPTY: DeskState = {
  queue: [],
  more: false,
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
  touched: new Set(),
};

/** An event of a document that is reviewed from its first to its last, as an entry of the queue. */
export function queueItem(document: DocumentDetail, event: DocumentEvent): QueueItem {
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
export function nearest(before: DocumentDetail | null, now: DocumentDetail, gone: string | null): string | null {
  const order = before?.events.map((event) => event.id) ?? [];
  const ahead = order.slice(0, Math.max(0, order.indexOf(gone ?? "")));
  return (now.events.findLast((event) => ahead.includes(event.id)) ?? now.events[0])?.id ?? null;
}

/** How the sitting remembers an event. */
export function nameOf(document: string, event: string | null): string {
  return `${document} ${event}`;
}

/** The events with one more; the same where a step was about none of them, but about the document. */
export function withOne(events: ReadonlySet<string>, document: string, event: string | null): ReadonlySet<string> {
  return event === null ? events : new Set([...events, nameOf(document, event)]);
}

export function without(decided: ReadonlySet<string>, document: string, event: string | null): ReadonlySet<string> {
  return new Set([...decided].filter((one) => one !== nameOf(document, event)));
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
