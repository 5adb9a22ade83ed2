import { join } from 'node:path';

/** How to start a peer. */
export interface PeerDefinition {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** It reads text only; our parser does the rest. */
  readonly needsParser?: boolean;
}

const folder = import.meta.dirname;
const python = join(folder, '.venv/bin/python');
const tessdata = join(folder, '.venv/tessdata');
const adapter = (file: string): string => join(folder, 'adapters', file);

export const peers: readonly PeerDefinition[] = [
  { name: 'ocr-web', command: process.execPath, args: [adapter('ocr-web-peer.ts')] },
  { name: 'PassportEye', command: python, args: [adapter('passporteye_peer.py')] },
  { name: 'FastMRZ', command: python, args: [adapter('fastmrz_peer.py'), tessdata] },
  { name: 'mrz-detection', command: process.execPath, args: [adapter('mrz-detection-peer.ts')] },
  { name: 'Tesseract (MRZ data)', command: python, args: [adapter('tesseract_peer.py'), tessdata, 'mrz'], needsParser: true },
  { name: 'Tesseract (English)', command: python, args: [adapter('tesseract_peer.py'), tessdata, 'eng'], needsParser: true },
];
