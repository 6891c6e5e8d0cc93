import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Colour = readonly [number, number, number];

const css = readFileSync(new URL('./agency-colours.css', import.meta.url), 'utf8');
const pairs = [...css.matchAll(/--agency: light-dark\((#\w{6}), (#\w{6})\)/g)];
/** Machado, Oliveira and Fernandes 2009, full protanopia and deuteranopia, on linear light. */
const sights: Readonly<Record<string, readonly Colour[]>> = {
  everybody: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};
/** In OKLab, where 0.02 is a difference that can just be seen in large areas; marks are small. */
const apart = 0.07;

describe('the twelve agency colours', () => {
  it.each(['light', 'dark'].flatMap((scheme, index) => Object.keys(sights).map((sight) => [scheme, sight, index + 1] as const)))(
    'stay apart in %s for %s',
    (_, sight, group) => {
      const colours = pairs.map((pair) => oklab(seen(linear(pair[group] ?? ''), sights[sight] ?? [])));
      expect(colours).toHaveLength(12);
      const distances = colours.flatMap((one, index) =>
        colours.slice(index + 1).map((other) => Math.hypot(...one.map((value, axis) => value - (other[axis] ?? 0)))),
      );
      expect(Math.min(...distances)).toBeGreaterThan(apart);
    },
  );
});

function linear(hex: string): Colour {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((it) => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4));
  return [r, g, b];
}

function seen(colour: Colour, sight: readonly Colour[]): Colour {
  const [r = 0, g = 0, b = 0] = sight.map((row) => Math.min(1, Math.max(0, row[0] * colour[0] + row[1] * colour[1] + row[2] * colour[2])));
  return [r, g, b];
}

function oklab([r, g, b]: Colour): Colour {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
