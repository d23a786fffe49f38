/** Overlapping marks made into flat, adjoining segments, each with all the marks that hold it. Offsets are UTF-16. */

/** The roles that words can fill for an event, in the order in which they show on words that fill several. */
export const ROLES = ['trigger', 'actor', 'recipient', 'place', 'time', 'count', 'said_by', 'issue'] as const;
export type Role = (typeof ROLES)[number];

/** What each role asks, for legends and labels. */
export const ROLE_MEANS: Readonly<Record<Role, string>> = {
  trigger: 'what happened',
  actor: 'who did it',
  recipient: 'to whom',
  place: 'where',
  time: 'when',
  count: 'how many',
  said_by: 'who says so',
  issue: 'about what',
};

export function isRole(word: string): word is Role {
  return (ROLES as readonly string[]).includes(word);
}

/** Words in the role that they fill for one event. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly role: Role;
  readonly event: string;
}

/** A part of the text between two borders of marks; `marks` are empty for plain words, else the longest first. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly Mark[];
  /** Marks that begin here: where a label is put. */
  readonly opening: readonly Mark[];
}

/** Cut `[from, to)` at every border of a mark. The segments joined are the text. `marks` may be in any order. */
export function segmentsOf(marks: readonly Mark[], from: number, to: number): Segment[] {
  const touching = marks.filter((mark) => mark.start < to && mark.end > from && mark.end > mark.start);
  const borders = new Set<number>([from, to]);
  for (const mark of touching) {
    if (mark.start > from) borders.add(mark.start);
    if (mark.end < to) borders.add(mark.end);
  }
  const sorted = [...borders].sort((one, other) => one - other);
  const found: Segment[] = [];
  for (let index = 0; index + 1 < sorted.length; index += 1) {
    const start = sorted[index] as number;
    const end = sorted[index + 1] as number;
    const holding = touching.filter((mark) => mark.start <= start && mark.end >= end).sort(longestFirst);
    found.push({ start, end, marks: holding, opening: holding.filter((mark) => mark.start === start) });
  }
  return found;
}

/** The roles of a segment's marks, each once, in the order in which they show. */
export function rolesOf(marks: readonly Mark[]): Role[] {
  return ROLES.filter((role) => marks.some((mark) => mark.role === role));
}

function longestFirst(one: Mark, other: Mark): number {
  return other.end - other.start - (one.end - one.start) || ROLES.indexOf(one.role) - ROLES.indexOf(other.role);
}
