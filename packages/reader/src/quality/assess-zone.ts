import type { PicturePlanes } from '../image/plane.ts';
import type { LineStrips } from '../mrz/line-strips.ts';
import type { DetectedZone } from '../mrz/reading/zone-reader.ts';
import { measureSharpness } from '../mrz/rectify/measure-sharpness.ts';
import { findGaps } from './find-gaps.ts';
import { isCutOff } from './is-cut-off.ts';
import { measureInk } from './measure-ink.ts';
import type { QualityIssue } from './quality-issue.ts';

/** Smaller glyphs cannot be read reliably, and the height to ask for instead, pixels. */
const minGlyphHeight = 7.2;
const comfortableGlyphHeight = 12;
/**
 * Softer print cannot be read reliably. Glyphs that are too small are softer even in a good
 * picture.
 */
const minSharpness = 0.33;
const minSharpnessSmall = 0.285;
/**
 * If glyphs of at least this height, pixels, cannot be read and are softer than this, softness is
 * the reason.
 */
const largeGlyphHeight = 11;
const minLargeSharpness = 0.37;
/** Motion blur: print is so many times sharper in one direction than in the other. */
const minShakeRatio = 1.15;
const minClearShakeRatio = 1.3;
/**
 * Least contrast between ink and paper, and least brightness of paper, as shares of the range from
 * black to white.
 */
const minContrast = 0.13;
const minPaper = 0.2;
/**
 * The reflection of a lamp is at least this bright, on paper that is darker than this elsewhere.
 */
const minReflection = 0.93;
const maxPaper = 0.98;

/**
 * What is wrong with the picture of a zone, according to its place and its strips.
 *
 * @param isFair whether little of what was read has to be corrected
 */
export function assessZone({ traced, reading }: DetectedZone, strips: LineStrips, planes: PicturePlanes, isFair: boolean): QualityIssue[] {
  const glyphHeight = traced.glyphHeight_px;
  const issues: QualityIssue[] = [];
  if (glyphHeight < minGlyphHeight) {
    issues.push({ code: 'mrz_too_small', found: Math.round(glyphHeight * 10) / 10, needed: comfortableGlyphHeight });
  }
  // Beyond the border, strips only repeat the picture's last pixels: nothing to measure.
  if (isCutOff(traced, planes)) issues.unshift({ code: 'mrz_cut_off' });
  else issues.push(...assessStrips(strips, glyphHeight, isFair));
  return reading ? issues.map((issue) => attribute(issue, reading)) : issues;
}

/** Adds the zone, and replaces the index of a traced line with that of the reading's line. */
function attribute(issue: QualityIssue, { zone, lines }: NonNullable<DetectedZone['reading']>): QualityIssue {
  if (issue.line === undefined) return { ...issue, zone };
  const line = lines.indexOf(issue.line);
  return { ...issue, zone, ...(line >= 0 && { line }) };
}

function assessStrips(strips: LineStrips, glyphHeight: number, isFair: boolean): QualityIssue[] {
  const soft = assessSharpness(strips, glyphHeight, isFair);
  // Blur explains low contrast.
  const faint = assessInk(strips).filter(({ code }) => soft.length === 0 || code !== 'low_contrast');
  return [...soft, ...faint, ...assessGaps(strips)];
}

function assessSharpness(strips: LineStrips, glyphHeight: number, isFair: boolean): QualityIssue[] {
  const { along, across } = measureSharpness(strips);
  const softer = Math.min(along, across);
  const ratio = Math.max(along, across) / Math.max(softer, 1e-6);
  const isSuspicious = glyphHeight >= largeGlyphHeight && softer < minLargeSharpness && (!isFair || ratio > minClearShakeRatio);
  const isSoft = softer < (glyphHeight < minGlyphHeight ? minSharpnessSmall : minSharpness);
  return isSoft || isSuspicious ? [{ code: ratio > minShakeRatio ? 'motion_blurred' : 'blurred' }] : [];
}

function assessInk(strips: LineStrips): QualityIssue[] {
  const lines = measureInk(strips);
  const paper = Math.max(...lines.map((line) => line.paper));
  const contrast = Math.max(...lines.map((line) => line.paper - line.ink));
  if (contrast >= minContrast) return [];
  if (paper < minPaper) return [{ code: 'too_dark', found: Math.round(100 * paper), needed: Math.round(100 * minPaper) }];
  return [{ code: 'low_contrast', found: Math.round(100 * contrast), needed: Math.round(100 * minContrast) }];
}

/** At most one issue of each kind for each line, however many gaps it has. */
function assessGaps(strips: LineStrips): QualityIssue[] {
  const issues = findGaps(strips).map(({ line, brightness, paper }): QualityIssue => {
    const isReflection = brightness >= minReflection && paper < maxPaper;
    return { code: isReflection ? 'glare' : 'partly_covered', line };
  });
  const isFirst = (issue: QualityIssue, index: number) =>
    issues.findIndex(({ code, line }) => code === issue.code && line === issue.line) === index;
  return issues.filter(isFirst);
}
