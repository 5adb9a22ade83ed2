import type { LineStrips } from './line-strips.ts';

/** The same strips turned by 180°, the last line first: for a zone that was traced upside down. */
export function turnStrips({ data, lines, width }: LineStrips): LineStrips {
  // Turning a picture by 180° reverses its pixels; turning all at once reverses the order of the lines with them.
  return { data: data.slice().reverse(), lines, width };
}
