/** The scale on which the rival numbers of one figure stand. Open ranges reach past its end. */
import { scaleLinear, scaleSymlog } from "d3-scale";
import type { Figure } from "../api/types";

export interface RangeScale {
  at: (value: number) => number;
  ticks: readonly number[];
  /** Whether equal steps are equal factors: police's 50 and organisers' 10,000 both stay legible. */
  logarithmic: boolean;
}

/** Above this ratio of greatest to least number, a linear scale would press the small ones into one point. */
const WIDE = 25;

export function rangeScale(figure: Pick<Figure, "claims">, width: number): RangeScale {
  const numbers = figure.claims.flatMap((claim) => [claim.low, claim.high ?? claim.low, claim.best ?? claim.low]);
  const most = Math.max(1, ...numbers);
  const least = Math.min(most, ...numbers.filter((number) => number > 0));
  const logarithmic = most / Math.max(1, least) > WIDE;
  // An open range needs room to show that it goes on.
  const open = figure.claims.some((claim) => claim.high === null);
  const end = most * (open ? (logarithmic ? 3 : 1.35) : logarithmic ? 1.5 : 1.08);
  const scale = logarithmic ? scaleSymlog().constant(Math.max(1, least)) : scaleLinear();
  const placed = scale.domain([0, end]).range([0, width]);
  return { at: (value) => placed(Math.min(value, end)), ticks: logarithmic ? decades(least, end) : scaleTicks(end, width), logarithmic };
}

function decades(least: number, end: number): number[] {
  const ticks = [0];
  for (let power = Math.floor(Math.log10(Math.max(1, least))); 10 ** power <= end; power += 1) ticks.push(10 ** power);
  return ticks;
}

function scaleTicks(end: number, width: number): number[] {
  return scaleLinear()
    .domain([0, end])
    .ticks(Math.max(2, Math.min(6, Math.floor(width / 60))))
    .filter(Number.isInteger);
}
