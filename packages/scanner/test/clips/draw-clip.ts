import { writeFileSync } from 'node:fs';
import { drawFrame, type Pose } from './draw-frame.ts';

/** A pose and for how many frames it is held, at 30 frames a second. */
export type Scene = Pose & { readonly frames: number };

/**
 * Writes a clip for Chromium's fake camera, which shows it again and again: JPEGs one after the
 * other.
 *
 * @param file ends with .mjpeg
 */
export async function drawClip(file: string, scenes: readonly Scene[]): Promise<void> {
  const drawn = await Promise.all(
    scenes.map(async ({ frames, ...pose }) => Array.from<Buffer>({ length: frames }).fill(await drawFrame(pose))),
  );
  writeFileSync(file, Buffer.concat(drawn.flat()));
}
