import type { Quad } from '../geometry/quad.ts';
import { viewSide } from './faces/decode-faces.ts';
import type { SeenFace } from './faces/find-faces.ts';

/** A portrait that was placed, and the face that it was placed by. */
export type Placed = { readonly seen: SeenFace; readonly quad: Quad };

/**
 * A portrait beside another is its ghost where it is smaller, or paler, than so much of the other.
 * What is about as large and as dark belongs to another document.
 */
const ghostShare = 0.8;

/** A face that is much less sure than another is not the portrait beside it. */
const sureShare = 0.6;

/**
 * Puts the portraits of a page in order, and tells which are ghosts: the largest and most clearly
 * printed one is the portrait (ICAO 9303-3, 3.9, has one; a second is a security feature). What is
 * hardly a face and larger than the portrait is neither.
 */
export function tellGhosts<One extends Placed>(placed: readonly One[]): (One & { readonly kind: 'portrait' | 'ghost' })[] {
  const rated = placed.map((one) => ({ one, height: heightOf(one.quad), contrast: contrastOf(one.seen), sure: one.seen.face.confidence }));
  const surest = Math.max(...rated.map(({ sure }) => sure));
  const sure = rated.filter((each) => each.sure >= sureShare * surest).sort((a, b) => b.height * b.contrast - a.height * a.contrast);
  const [main] = sure;
  if (!main) return [];
  const unsure = rated.filter((each) => !sure.includes(each) && each.height < main.height);
  return [...sure, ...unsure].map(({ one, height, contrast }) => {
    const isGhost = height < ghostShare * main.height || contrast < ghostShare * main.contrast;
    return { ...one, kind: isGhost ? 'ghost' : 'portrait' };
  });
}

function heightOf([topLeft, topRight, bottomRight, bottomLeft]: Quad): number {
  const left = Math.hypot(bottomLeft.x - topLeft.x, bottomLeft.y - topLeft.y);
  return (left + Math.hypot(bottomRight.x - topRight.x, bottomRight.y - topRight.y)) / 2;
}

/** The standard deviation of grey within the face. */
function contrastOf({ face, view: { data } }: SeenFace): number {
  const clamp = (value: number) => Math.min(viewSide - 1, Math.max(0, Math.round(value)));
  let [count, sum, squares] = [0, 0, 0];
  for (let y = clamp(face.top); y <= clamp(face.bottom); y++)
    for (let x = clamp(face.left); x <= clamp(face.right); x++) {
      const grey = data[y * viewSide + x]!;
      count++;
      sum += grey;
      squares += grey * grey;
    }
  return Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
}
