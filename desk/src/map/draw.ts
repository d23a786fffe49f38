/** Draws one frame of the map. All that it needs comes in: nothing is kept between frames. */
import type { Colors } from "../design/colors";
import { toScreen, WORLD, type Size, type Transform } from "./frame";
import type { Outline } from "./outlines";
import { cellLabel, type Symbol } from "./symbols";

export interface Scene {
  context: CanvasRenderingContext2D;
  size: Size;
  /** Device pixels for one of the screen's. */
  ratio: number;
  view: Transform;
  land: readonly Outline[];
  symbols: readonly Symbol[];
  /** Under the pointer, or named by the list. */
  lit: Symbol | null;
  colors: Colors;
  /** The token of an event type's colour. */
  typeColor: (type: string) => string;
}

/** Above this number of rings they are a fog; then only the lit one is drawn. */
const MOST_RINGS = 150;

export function draw(scene: Scene): void {
  drawLand(scene);
  drawNames(scene);
  const seen = scene.symbols.filter((symbol) => isSeen(symbol, scene));
  if (seen.filter((symbol) => symbol.ring.length > 0).length <= MOST_RINGS) for (const symbol of seen) drawRing(scene, symbol, false);
  for (const symbol of seen) if (symbol !== scene.lit) drawSymbol(scene, symbol);
  if (scene.lit !== null) {
    drawRing(scene, scene.lit, true);
    drawSymbol(scene, scene.lit);
  }
}

function drawLand({ context, size, ratio, view, land, colors }: Scene): void {
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = colors("--sea");
  context.fillRect(0, 0, size.width, size.height);
  context.setTransform(ratio * view.k, 0, 0, ratio * view.k, ratio * view.x, ratio * view.y);
  context.fillStyle = colors("--land");
  context.strokeStyle = colors("--coast");
  context.lineWidth = 0.7 / view.k;
  context.lineJoin = "round";
  for (const outline of land) {
    if (!onScreen(outline.bounds, size, view)) continue;
    context.fill(outline.path);
    context.stroke(outline.path);
  }
}

function onScreen([left, top, right, bottom]: Outline["bounds"], size: Size, view: Transform): boolean {
  return right * view.k + view.x >= 0 && left * view.k + view.x <= size.width && bottom * view.k + view.y >= 0 && top * view.k + view.y <= size.height;
}

/** A country's name once the country is wide enough to hold it. */
function drawNames({ context, size, ratio, view, land, colors }: Scene): void {
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.font = `12px ${getComputedStyle(document.documentElement).fontFamily}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillStyle = colors("--muted");
  context.globalAlpha = 0.75;
  for (const outline of land) {
    if (outline.width * view.k < 60 || !onScreen(outline.bounds, size, view)) continue;
    if (context.measureText(outline.name).width > outline.width * view.k * 0.8) continue;
    const at = toScreen(outline.label, view);
    context.fillText(outline.name, at.x, at.y);
  }
  context.globalAlpha = 1;
}

function isSeen(symbol: Symbol, { size, view }: Scene): boolean {
  const at = toScreen(symbol.world, view);
  const margin = symbol.ring.length > 0 ? 400 : 40;
  return at.x >= -margin && at.x <= size.width + margin && at.y >= -margin && at.y <= size.height + margin;
}

/** How far from its point the act may have been. */
function drawRing({ context, ratio, view, colors, typeColor, size }: Scene, symbol: Symbol, lit: boolean): void {
  const first = symbol.ring[0];
  if (first === undefined) return;
  const reach = Math.abs(first.y - symbol.world.y) * view.k;
  if (reach < symbol.radius + 2 || reach > 4 * Math.max(size.width, size.height)) return;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.beginPath();
  for (const [index, corner] of symbol.ring.entries()) {
    const at = toScreen(corner, view);
    if (index === 0) context.moveTo(at.x, at.y);
    else context.lineTo(at.x, at.y);
  }
  context.closePath();
  context.fillStyle = context.strokeStyle = colors(typeColor(symbol.point.type));
  context.globalAlpha = lit ? 0.16 : 0.05;
  context.fill();
  context.globalAlpha = lit ? 0.9 : 0.35;
  context.lineWidth = lit ? 1.5 : 1;
  context.setLineDash(symbol.vague ? [4, 4] : []);
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 1;
}

/** A known place is a filled dot; where only an area is known the middle is hollow; many together are a disc with their number. */
function drawSymbol(scene: Scene, symbol: Symbol): void {
  const { context, ratio, view, colors, typeColor, lit } = scene;
  const at = toScreen(symbol.world, view);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.beginPath();
  context.arc(at.x, at.y, symbol.radius + (symbol === lit ? 1.5 : 0), 0, 2 * Math.PI);
  const color = colors(typeColor(symbol.point.type));
  context.fillStyle = symbol.kind === "place" ? color : colors("--raised");
  context.globalAlpha = symbol.kind === "cell" ? 0.94 : 1;
  context.fill();
  context.globalAlpha = 1;
  context.strokeStyle = symbol.kind === "place" ? colors("--raised") : color;
  context.lineWidth = symbol.kind === "cell" ? (symbol === lit ? 4 : 2.5) : symbol.kind === "area" ? 2 : 1;
  context.setLineDash(symbol.vague ? (symbol.kind === "area" ? [3, 2.5] : [5, 3]) : []);
  context.stroke();
  context.setLineDash([]);
  if (symbol.kind === "cell") drawNumber(scene, symbol, at.x, at.y);
}

function drawNumber({ context, colors }: Scene, symbol: Symbol, x: number, y: number): void {
  context.font = `600 ${symbol.radius < 14 ? 11 : 12.5}px ${getComputedStyle(document.documentElement).fontFamily}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillStyle = colors("--ink");
  context.fillText(cellLabel(symbol.point.n), x, y + 0.5);
}

/** The world's frame in world pixels, from the Arctic to Antarctica's edge: dragging ends there. */
export const EXTENT: [[number, number], [number, number]] = [
  [-WORLD * 0.06, WORLD * 0.06],
  [WORLD * 1.06, WORLD * 0.82],
];
