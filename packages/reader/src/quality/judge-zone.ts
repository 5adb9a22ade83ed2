import type { PicturePlanes } from '../image/plane.ts';
import type { LineStrips } from '../mrz/line-strips.ts';
import type { SeenZone } from '../mrz/read-zone.ts';
import { findGaps } from './find-gaps.ts';
import type { Finding } from './finding.ts';
import { isCutOff } from './is-cut-off.ts';
import { measureInk } from './measure-ink.ts';
import { measureSharpness } from './measure-sharpness.ts';

/** Smaller glyphs cannot be read for sure, and what to ask for instead, pixels. */
const readableGlyphHeight = 7.2;
const comfortableGlyphHeight = 12;
/** Softer print cannot be read for sure. Glyphs as small as above are soft without a fault of the picture's. */
const softest = 0.33;
const softestSmall = 0.285;
/** What cannot be read though its glyphs are as large as this, pixels, and is softer than print usually is, is so for its softness. */
const largeGlyphHeight = 11;
const suspiciouslySoft = 0.37;
/** A hand that shakes takes this many times more from one direction than from the other. */
const shaken = 1.15;
const clearlyShaken = 1.3;
/** Less than this between ink and paper is too little, shares of the range from black to white; and darker paper than this is too dark. */
const leastContrast = 0.13;
const darkestPaper = 0.2;
/** Whiter than this, and whiter than the paper around, is the reflection of a lamp. */
const reflection = 0.93;
const paperWhite = 0.98;

/**
 * What is wrong with the picture of a zone, by its place and its strips.
 *
 * @param isFair whether what was read leaves little to correct
 */
export function judgeZone({ traced, reading }: SeenZone, strips: LineStrips, planes: PicturePlanes, isFair: boolean): Finding[] {
  const glyphHeight = traced.glyphHeight_px;
  const findings: Finding[] = [];
  if (glyphHeight < readableGlyphHeight) {
    findings.push({ code: 'mrz_too_small', found: Math.round(glyphHeight * 10) / 10, needed: comfortableGlyphHeight });
  }
  // Beyond the border the strips show nothing that was seen.
  if (isCutOff(traced, planes)) findings.unshift({ code: 'mrz_cut_off' });
  else findings.push(...judgeStrips(strips, glyphHeight, isFair));
  return reading ? findings.map((finding) => attribute(finding, reading)) : findings;
}

/** From lines as they were traced to those of the reading. */
function attribute(finding: Finding, { zone, lines }: NonNullable<SeenZone['reading']>): Finding {
  if (finding.line === undefined) return { ...finding, zone };
  const line = lines.indexOf(finding.line);
  return { ...finding, zone, ...(line >= 0 && { line }) };
}

function judgeStrips(strips: LineStrips, glyphHeight: number, isFair: boolean): Finding[] {
  const soft = judgeSharpness(strips, glyphHeight, isFair);
  // What is blurred has little contrast for that reason.
  const faint = judgeInk(strips).filter(({ code }) => soft.length === 0 || code !== 'low_contrast');
  return [...soft, ...faint, ...judgeGaps(strips)];
}

function judgeSharpness(strips: LineStrips, glyphHeight: number, isFair: boolean): Finding[] {
  const { along, across } = measureSharpness(strips);
  const softer = Math.min(along, across);
  const ratio = Math.max(along, across) / Math.max(softer, 1e-6);
  const isSuspicious = glyphHeight >= largeGlyphHeight && softer < suspiciouslySoft && (!isFair || ratio > clearlyShaken);
  const isSoft = softer < (glyphHeight < readableGlyphHeight ? softestSmall : softest);
  return isSoft || isSuspicious ? [{ code: ratio > shaken ? 'motion_blurred' : 'blurred' }] : [];
}

function judgeInk(strips: LineStrips): Finding[] {
  const lines = measureInk(strips);
  const paper = Math.max(...lines.map((line) => line.paper));
  const contrast = Math.max(...lines.map((line) => line.paper - line.ink));
  if (contrast >= leastContrast) return [];
  if (paper < darkestPaper) return [{ code: 'too_dark', found: Math.round(100 * paper), needed: Math.round(100 * darkestPaper) }];
  return [{ code: 'low_contrast', found: Math.round(100 * contrast), needed: Math.round(100 * leastContrast) }];
}

/** Each line is named once, however often it is interrupted. */
function judgeGaps(strips: LineStrips): Finding[] {
  const findings = findGaps(strips).map(({ line, brightness, paper }): Finding => {
    const isReflection = brightness >= reflection && paper < paperWhite;
    return { code: isReflection ? 'glare' : 'partly_covered', line };
  });
  const isFirst = (finding: Finding, index: number) =>
    findings.findIndex(({ code, line }) => code === finding.code && line === finding.line) === index;
  return findings.filter(isFirst);
}
