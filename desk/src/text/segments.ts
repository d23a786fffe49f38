/** Overlapping marks made into flat, adjoining segments, each with all the marks that hold it. Offsets are UTF-16. */

/** The roles that words can fill for an event, in the order in which they show on words that fill several. */
export const ROLES = ["trigger", "actor", "recipient", "place", "time", "count", "said_by", "issue"] as const;
export type Role = (typeof ROLES)[number];

/** What each role asks, for legends and labels. */
export const ROLE_MEANS: Readonly<Record<Role, string>> = {
  trigger: "what happened",
  actor: "who did it",
  recipient: "to whom",
  place: "where",
  time: "when",
  count: "how many",
  said_by: "who says so",
  issue: "about what",
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

/**
 * Words in one role, with all events for which they fill it. Bands that overlap lie in different `lanes` (0 is nearest to the words), so
 * that each can be drawn at its own height over its whole length.
 */
export interface Band {
  readonly start: number;
  readonly end: number;
  /** `caret`: the words that a person is marking just now. */
  readonly role: Role | "caret";
  readonly events: readonly string[];
  readonly lane: number;
}

/** A part of the text between two borders of bands; `bands` are empty for plain words, else the lowest lane first. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly bands: readonly Band[];
}

/** Marks of the same words in the same role made one band; bands in reading order, each in the lowest lane that is free. */
export function bandsOf(marks: readonly Mark[]): Band[] {
  const gathered = new Map<string, Mark & { events: string[] }>();
  for (const mark of marks) {
    if (mark.end <= mark.start) continue;
    const key = `${mark.start} ${mark.end} ${mark.role}`;
    const held = gathered.get(key);
    if (!held) gathered.set(key, { ...mark, events: [mark.event] });
    else if (!held.events.includes(mark.event)) held.events.push(mark.event);
  }
  const sorted = [...gathered.values()].sort((one, other) => one.start - other.start || shorterLast(one, other));
  const ends: number[] = [];
  return sorted.map(({ start, end, role, events }) => {
    const free = ends.findIndex((taken) => taken <= start);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = end;
    return { start, end, role, events, lane };
  });
}

/** The words that a person is marking, over all bands. */
export function caretBand(start: number, end: number): Band {
  return { start, end, role: "caret", events: [], lane: 99 };
}

/** Cut `[from, to)` at every border of a band. The segments joined are the text. */
export function segmentsOf(bands: readonly Band[], from: number, to: number): Segment[] {
  const touching = bands.filter((band) => band.start < to && band.end > from);
  const borders = new Set<number>([from, to]);
  for (const band of touching) {
    if (band.start > from) borders.add(band.start);
    if (band.end < to) borders.add(band.end);
  }
  const sorted = [...borders].sort((one, other) => one - other);
  const found: Segment[] = [];
  for (let index = 0; index + 1 < sorted.length; index += 1) {
    const start = sorted[index] as number;
    const end = sorted[index + 1] as number;
    const holding = touching.filter((band) => band.start <= start && band.end >= end);
    found.push({ start, end, bands: holding.sort((one, other) => one.lane - other.lane) });
  }
  return found;
}

/** The roles of a segment's bands, each once, in the order in which they show. */
export function rolesOf(bands: readonly Band[]): Role[] {
  return ROLES.filter((role) => bands.some((band) => band.role === role));
}

/** Bands by the block that they touch, so that each block is given only its own. `ends` are the blocks' ends, ascending. */
export function bandsByBlock(bands: readonly Band[], ends: readonly number[]): Band[][] {
  const found: Band[][] = ends.map(() => []);
  let first = 0;
  for (const band of bands) {
    while (first < ends.length - 1 && (ends[first] as number) <= band.start) first += 1;
    for (let block = first; block < ends.length; block += 1) {
      found[block]?.push(band);
      if ((ends[block] as number) >= band.end) break;
    }
  }
  return found;
}

function shorterLast(one: Mark, other: Mark): number {
  return other.end - one.end || ROLES.indexOf(one.role) - ROLES.indexOf(other.role);
}
