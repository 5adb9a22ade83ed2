import type { IssueCode } from '@ocr-web/mrz';
import type { PicturePlanes } from '../image/plane.ts';
import type { Scratch } from '../image/scratch.ts';
import { isOtherPrint } from '../mrz/is-other-print.ts';
import type { DetectedZone } from '../mrz/reading/zone-reader.ts';
import { rectifyLines } from '../mrz/rectify/rectify-lines.ts';
import type { ZoneReading } from '../reading.ts';
import { assessZone } from './assess-zone.ts';
import { explainMissingZone } from './explain-missing-zone.ts';
import { isCutOff } from './is-cut-off.ts';
import { isRead, isWellRead, type QualityIssue } from './quality-issue.ts';

/**
 * What was not read counts as a zone if the detector gives it so much evidence; other print comes
 * close now and then.
 */
const minEvidence = 0.85;
/** Or so much, for several lines that are cut off at the border. */
const minEvidenceCutOff = 0.6;
/** If the mean confidence of the characters is lower than this, a person has much to correct. */
const minFairConfidence = 0.99;
/** No more zones than this are measured. */
const maxZones = 4;

/** What a document has whose lines lost their ends, though what is left of them is legible. */
const signsOfLoss: ReadonlySet<IssueCode> = new Set(['format.unknown', 'line.length', 'check.failed']);

/**
 * What is wrong with the picture of a page, and what a person should know about it. If one of its
 * zones is well read, nothing is measured; only whether the picture ends within it is asked.
 *
 * @param zones all that were detected on the page
 */
export async function assessPage(planes: PicturePlanes, zones: readonly DetectedZone[], scratch: Scratch): Promise<QualityIssue[]> {
  const read = zones.filter(({ reading }) => reading && isRead(reading.zone));
  const issues: QualityIssue[] = read.some(({ mirrored }) => mirrored) ? [{ code: 'mirrored' }] : [];
  if (read.length > 1) issues.push({ code: 'several_documents', found: read.length });
  const well = read.filter(({ reading }) => reading && isWellRead(reading.zone));
  if (well.length > 0) return [...issues, ...findLosses(well, planes)];
  const candidates = read.length > 0 ? read : zones.filter((zone) => looksLikeZone(zone, planes));
  if (candidates.length === 0) return [...issues, ...(await explainMissingZone(planes))];
  for (const seen of candidates.slice(0, maxZones)) {
    const isFair = seen.reading !== undefined && isFairlyRead(seen.reading.zone);
    const faults = assessZone(seen, await rectifyLines(planes, seen.traced, scratch), planes, isFair);
    issues.push(...faults);
    if (faults.length === 0 && !isFair) issues.push({ code: 'not_read', ...(seen.reading && { zone: seen.reading.zone }) });
  }
  return issues;
}

/** Those zones that the picture ends within, however clearly it shows the rest. */
function findLosses(zones: readonly DetectedZone[], planes: PicturePlanes): QualityIssue[] {
  return zones.flatMap(({ traced, reading }): QualityIssue[] => {
    const isPart = reading?.zone.document.issues.some(({ code }) => signsOfLoss.has(code));
    return reading && isPart && isCutOff(traced, planes) ? [{ code: 'mrz_cut_off', zone: reading.zone }] : [];
  });
}

function looksLikeZone({ traced, logits }: DetectedZone, planes: PicturePlanes): boolean {
  if (isOtherPrint(logits)) return false;
  if (traced.evidence >= minEvidence) return true;
  return traced.evidence >= minEvidenceCutOff && traced.lines.length > 1 && isCutOff(traced, planes);
}

function isFairlyRead({ characters }: ZoneReading): boolean {
  const all = characters.flat();
  return all.reduce((sum, { confidence }) => sum + confidence, 0) >= minFairConfidence * all.length;
}
