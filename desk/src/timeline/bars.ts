/** The timeline's bars as rectangles: one for each step, stacked by quadrant, deeds at the foot. */
import { QUADRANTS } from "../api/codebook.svelte";
import type { Bar } from "../api/types";
import { dayNumber } from "../words/days";
import { stepEnd, type Span, type Step } from "./span";

interface Part {
  /** The colour's token. */
  readonly token: string;
  readonly y: number;
  readonly height: number;
}

export interface Shape {
  readonly bar: Bar;
  readonly x: number;
  readonly width: number;
  readonly parts: readonly Part[];
  /** Whether it is among the chosen days. */
  readonly inside: boolean;
}

export interface Frame {
  /** The first day that is shown. */
  readonly first: number;
  readonly chosen: Span | null;
  /** Where bars stand, in pixels from above. */
  readonly foot: number;
  /** Pixels of a day from the left, and of a number of incidents in height. */
  readonly x: (day: number) => number;
  readonly y: (count: number) => number;
  /** The token of a type's colour. */
  readonly colorOf: (type: string) => string;
}

export function shapes(bars: readonly Bar[], step: Step, frame: Frame): Shape[] {
  return bars.filter((bar) => dayNumber(bar.start) >= frame.first).map((bar) => shape(bar, step, frame));
}

function shape(bar: Bar, step: Step, { chosen, foot, x, y, colorOf }: Frame): Shape {
  const start = dayNumber(bar.start);
  const end = stepEnd(start, step);
  const left = x(start);
  const right = x(end + 1);
  const parts: Part[] = [];
  let height = 0;
  for (const quadrant of [...QUADRANTS].reverse()) {
    const token = `--${quadrant.replace(" ", "-")}`;
    const n = Object.entries(bar.by_type).reduce((sum, [type, count]) => sum + (colorOf(type) === token ? count : 0), 0);
    if (n === 0) continue;
    const part = Math.max(1, y(n));
    height += part;
    parts.push({ token, y: foot - height, height: part });
  }
  // A pixel between two bars, where they are wide enough to spare it.
  const width = Math.max(1, right - left - (right - left > 4 ? 1 : 0));
  return { bar, x: left, width, parts, inside: chosen === null || (end >= chosen.first && start <= chosen.last) };
}
