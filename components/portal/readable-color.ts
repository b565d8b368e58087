/** What small text needs (WCAG 2.2, 1.4.3), with a little over for tinted grounds. */
const leastContrast = 4.8;
const steps = 40;

/** The colour itself, or the nearest mix of it with black or white that can be read as text on this ground; all as `#rrggbb`. */
export function readableOn(ground: string, color: string): string {
  const target = luminance(ground) > 0.5 ? 0 : 255;
  for (let step = 0; step <= steps; step += 1) {
    const mixed = mix(color, target, step / steps);
    if (contrast(mixed, ground) >= leastContrast) return mixed;
  }
  return target === 0 ? "#000000" : "#ffffff";
}

/** The contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition of "contrast ratio"). */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function mix(color: string, target: number, share: number): string {
  const mixed = channels(color).map((value) => Math.round(value + (target - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

function channels(color: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}
