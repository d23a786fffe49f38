/** What can be undone and redone: the corrections of this sitting, newest last. Plain data, so that every step can be tested. */
export interface Step {
  /** The server's key of the correction. */
  readonly key: number;
  readonly document: string;
  readonly event: string | null;
  readonly says: string;
}

export interface Steps {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
}

export const NO_STEPS: Steps = { done: [], undone: [] };

/** A new correction; what was undone before it can no longer be redone. */
export function stepped(steps: Steps, step: Step): Steps {
  return { done: [...steps.done, step], undone: [] };
}

export function lastDone(steps: Steps): Step | null {
  return steps.done.at(-1) ?? null;
}

export function lastUndone(steps: Steps): Step | null {
  return steps.undone.at(-1) ?? null;
}

export function undone(steps: Steps): Steps {
  const step = lastDone(steps);
  return step ? { done: steps.done.slice(0, -1), undone: [...steps.undone, step] } : steps;
}

export function redone(steps: Steps): Steps {
  const step = lastUndone(steps);
  return step ? { done: [...steps.done, step], undone: steps.undone.slice(0, -1) } : steps;
}

interface Kept {
  readonly key: number;
  readonly event: string | null;
  readonly field: string | null;
  readonly action: string;
  readonly who: string;
  readonly undone_at: string | null;
}

/** After a page is loaded anew: a person's own corrections of the document can still be undone, newest first. */
export function stepsFrom(document: string, corrections: readonly Kept[], who: string | null): Steps {
  const mine = corrections.filter((one) => one.who === who && one.undone_at === null);
  return {
    done: mine.map((one) => ({ key: one.key, document, event: one.event, says: `${one.action} ${one.field ?? "event"} ${one.event ?? "of the report"}` })),
    undone: [],
  };
}
