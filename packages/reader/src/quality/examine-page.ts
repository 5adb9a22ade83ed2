import type { PicturePlanes } from '../image/plane.ts';
import type { Scratch } from '../image/scratch.ts';
import type { SeenZone } from '../mrz/read-zone.ts';
import { rectifyLines } from '../mrz/rectify/rectify-lines.ts';
import type { ZoneReading } from '../reading.ts';
import { type Finding, isWellRead } from './finding.ts';
import { isCutOff } from './is-cut-off.ts';
import { judgePage } from './judge-page.ts';
import { judgeZone } from './judge-zone.ts';

/** A reading with less confidence is as good as none, unless several check digits hold: one does by chance in ten. */
const leastConfidence = 0.1;
const leastChecks = 2;
/** What was not read is held for a zone when this much speaks for it; other print comes near to it now and then. */
const leastEvidence = 0.85;
/** Or this much, for several lines that go on beyond the border. */
const leastEvidenceCutOff = 0.6;
/** Print that is less certain than this, on the mean over its characters, leaves a person much to correct. */
const fairCharacters = 0.99;
/** More zones than this are not measured. */
const maxZones = 4;

/**
 * What a person could do better about a page, or should know. Where a zone of it is well read nothing is measured.
 *
 * @param zones that were found on it
 */
export async function examinePage(planes: PicturePlanes, zones: readonly SeenZone[], scratch: Scratch): Promise<Finding[]> {
  const read = zones.filter(isRead);
  const findings: Finding[] = read.length > 1 ? [{ code: 'several_documents', found: read.length }] : [];
  if (read.some(({ reading }) => reading && isWellRead(reading.zone))) return findings;
  const candidates = read.length > 0 ? read : zones.filter((zone) => looksLikeZone(zone, planes));
  if (candidates.length === 0) return [...findings, ...(await judgePage(planes))];
  for (const seen of candidates.slice(0, maxZones)) {
    const isFair = seen.reading !== undefined && isFairlyRead(seen.reading.zone);
    const faults = judgeZone(seen, await rectifyLines(planes, seen.traced, scratch), planes, isFair);
    findings.push(...faults);
    if (faults.length === 0 && !isFair) findings.push({ code: 'not_read', ...(seen.reading && { zone: seen.reading.zone }) });
  }
  return findings;
}

function isRead({ reading }: SeenZone): boolean {
  if (!reading) return false;
  const { confidence, document } = reading.zone;
  return confidence >= leastConfidence || document.checks.filter(({ holds }) => holds === true).length >= leastChecks;
}

function looksLikeZone({ traced }: SeenZone, planes: PicturePlanes): boolean {
  if (traced.evidence >= leastEvidence) return true;
  return traced.evidence >= leastEvidenceCutOff && traced.lines.length > 1 && isCutOff(traced, planes);
}

function isFairlyRead({ characters }: ZoneReading): boolean {
  const all = characters.flat();
  return all.reduce((sum, { confidence }) => sum + confidence, 0) >= fairCharacters * all.length;
}
