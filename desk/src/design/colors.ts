/** Tokens as colours that a canvas or a downloaded picture can use: there, `var()` and `light-dark()` mean nothing. */
export type Colors = (token: string) => string;

/** Reads tokens as they are now, or as they are in the named theme. Each is resolved once. */
export function tokenColors(scheme?: "light" | "dark"): Colors {
  const colors = cssColors(scheme);
  return (token) => colors(`var(${token})`);
}

/** Any CSS colour, `color-mix()` and tokens too, as the `#rrggbb` that every program reads. */
export function cssColors(scheme?: "light" | "dark"): Colors {
  const probe = document.createElement("span");
  if (scheme !== undefined) probe.style.colorScheme = scheme;
  const pixel = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const known = new Map<string, string>();
  return (css) => {
    const before = known.get(css);
    if (before !== undefined) return before;
    probe.style.color = css;
    document.body.append(probe);
    const color = plain(getComputedStyle(probe).color, pixel);
    probe.remove();
    known.set(css, color);
    return color;
  };
}

function plain(color: string, pixel: CanvasRenderingContext2D | null): string {
  if (pixel === null) return color;
  pixel.fillStyle = color;
  pixel.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = pixel.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
