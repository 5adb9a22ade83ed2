import type { GreyPlane } from '@ocr-web/reader/engine';

/** `contrast` and `light` as shares of what there is, `noise` as a deviation in grey levels. */
type Light = { readonly contrast: number; readonly light: number; readonly noise: number; readonly chance: () => number };

/** Less contrast around the picture's mean, less light, and the noise that stays the same. */
export function relight(plane: GreyPlane, { contrast, light, noise, chance }: Light): GreyPlane {
  const mean = plane.data.reduce((sum, grey) => sum + grey, 0) / plane.data.length;
  const data = plane.data.map((grey) => {
    // The sum of three even numbers is near enough to a normal one, of variance 3 / 12.
    const deviation = 2 * noise * (chance() + chance() + chance() - 1.5);
    return Math.min(255, Math.max(0, Math.round((mean + (grey - mean) * contrast) * light + deviation)));
  });
  return { ...plane, data };
}
