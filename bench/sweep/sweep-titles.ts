/** What each sweep varies, as the head of its table and the label of its axis. */
export const sweepTitles: Readonly<Record<string, { readonly heading: string; readonly condition: string }>> = {
  rotation: { heading: 'Rotation', condition: 'rotation, degrees' },
  tilt: { heading: 'Perspective', condition: 'tilt of the page, degrees' },
  glyph: { heading: 'Glyph height', condition: 'glyph height, pixels' },
  blur: { heading: 'Blur', condition: 'blur: spread / glyph height' },
  light: { heading: 'Light', condition: 'light: share of full exposure' },
  contrast: { heading: 'Contrast', condition: 'contrast: share of the full one' },
  noise: { heading: 'Noise', condition: 'noise: deviation / white' },
  jpeg: { heading: 'JPEG', condition: 'JPEG quality' },
  wear: { heading: 'Worn print', condition: 'ink lost: share' },
};
