/** Places a legend's items in rows. Words are measured roughly (7 pixels a letter), so that a saved picture needs no measuring. */
export interface LegendItem {
  name: string;
  color: string;
}

export interface Legend {
  items: readonly (LegendItem & { x: number; y: number })[];
  height: number;
}

const ROW = 20;

export function legendOf(items: readonly LegendItem[], width: number): Legend {
  let [x, y] = [0, 0];
  const placed = items.map((item) => {
    const wide = 16 + item.name.length * 7 + 16;
    if (x > 0 && x + wide > width) [x, y] = [0, y + ROW];
    const at = { ...item, x, y };
    x += wide;
    return at;
  });
  return { items: placed, height: items.length === 0 ? 0 : y + ROW };
}
