/** A chart as a picture to paste into a report: always in the light theme, with its title and its conditions written on it. */
import { cssColors } from "../design/colors";

const SVG = "http://www.w3.org/2000/svg";
const FONT = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif";
const HEAD = 52;
const MARGIN = 12;

/** The chart's SVG with its head above it, complete in itself: no class, no variable, nothing from elsewhere. */
export function pictureOf(chart: SVGSVGElement, title: string, note: string): { text: string; width: number; height: number } {
  const width = chart.clientWidth + 2 * MARGIN;
  const height = chart.clientHeight + HEAD + MARGIN;
  const colors = cssColors("light");
  const root = make("svg", { xmlns: SVG, width, height, viewBox: `0 0 ${width} ${height}`, "font-family": FONT, "font-size": 12 });
  root.append(make("rect", { width, height, fill: "#ffffff" }));
  root.append(written(title, { x: MARGIN, y: 24, "font-size": 16, "font-weight": 600, fill: colors("var(--ink)") }));
  root.append(written(note, { x: MARGIN, y: 42, fill: colors("var(--muted)") }));
  const body = make("g", { transform: `translate(${MARGIN} ${HEAD})` });
  for (const child of chart.children) body.append(child.cloneNode(true));
  for (const element of body.querySelectorAll("*")) settle(element, colors);
  root.append(body);
  return { text: new XMLSerializer().serializeToString(root), width, height };
}

/** Variables become colours; what Svelte left for itself goes. */
function settle(element: Element, colors: (css: string) => string): void {
  element.removeAttribute("class");
  for (const name of ["fill", "stroke"]) {
    const value = element.getAttribute(name);
    if (value !== null && /var\(|color-mix\(/.test(value)) element.setAttribute(name, colors(value));
  }
}

function make(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) if (key !== "xmlns") element.setAttribute(key, String(value));
  return element;
}

function written(text: string, attributes: Record<string, string | number>): SVGElement {
  const element = make("text", attributes);
  element.textContent = text;
  return element;
}

export function saveSvg(chart: SVGSVGElement, title: string, note: string, name: string): void {
  save(new Blob([pictureOf(chart, title, note).text], { type: "image/svg+xml" }), `${name}.svg`);
}

/** At twice the size on the screen, so that it prints well. */
export async function savePng(chart: SVGSVGElement, title: string, note: string, name: string): Promise<void> {
  const { text, width, height } = pictureOf(chart, title, note);
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    const image = new Image(width, height);
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width * 2;
    canvas.height = height * 2;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (blob === null) throw new Error("This browser could not make a PNG of the chart; take the SVG.");
    save(blob, `${name}.png`);
  } finally {
    URL.revokeObjectURL(address);
  }
}

function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
