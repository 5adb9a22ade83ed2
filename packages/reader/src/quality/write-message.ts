import type { QualityIssue } from './quality-issue.ts';

/** What is wrong and what to do about it, in plain words. */
const sentences: Readonly<Record<QualityIssue['code'], (issue: QualityIssue, page: number) => string>> = {
  no_mrz: () =>
    'No machine readable zone was found. Photograph the side with the lines of capital letters, digits and < signs, the whole page in the picture.',
  mrz_cut_off: () => 'The machine readable zone goes on beyond the edge of the picture. Take in the whole page, with some room around it.',
  mrz_too_small: ({ found, needed }) =>
    `The characters of the machine readable zone are ${found} pixels high; ${needed} are needed. Go nearer, or send the picture in its full size.`,
  picture_too_small: ({ found, needed }) =>
    `The longer side of the picture has ${found} pixels; no machine readable zone can be read below ${needed}. Send the picture in its full size.`,
  blurred: () =>
    'The picture is out of focus. Hold the camera still, tap on the document so that it focuses, and go a little further away.',
  motion_blurred: () =>
    'The camera or the document moved. Lay the document down, hold the camera still with both hands, and use more light.',
  glare: ({ line }) =>
    `A reflection hides part of line ${lineNumber(line)} of the machine readable zone. Tilt the document or move the lamp, and do without the flash.`,
  partly_covered: ({ line }) =>
    `Something covers part of line ${lineNumber(line)} of the machine readable zone. Take fingers, clips and covers off the lines.`,
  too_dark: () => 'The picture is too dark. Use more light, from the side, without the flash.',
  low_contrast: () => 'The print hardly stands out from its background. Use more and even light, and clean the camera or the scanner.',
  mirrored: () =>
    'The picture is mirrored, as front cameras save it; it was read the other way round. Use the rear camera, or switch mirroring off in the settings of the camera.',
  several_documents: ({ found }) =>
    `The page shows ${found} documents. Each was read by itself, the best one comes first; send them one by one if you need one only.`,
  not_read: () =>
    'A machine readable zone was found, but it could not be read for certain. Take the picture from straight above, sharp and in even light.',
  page_not_read: ({ cause }, page) => `Page ${page + 1} was not read. ${cause}`,
  file_incomplete: () =>
    'The file ends before its picture does, as after an interrupted upload. What is left of it was read; send the whole file to be sure that nothing is missing.',
};

/** @param page index of the page, from 0 */
export function writeMessage(issue: QualityIssue, page: number): string {
  return sentences[issue.code](issue, page);
}

function lineNumber(line: number | undefined): number {
  return (line ?? 0) + 1;
}
