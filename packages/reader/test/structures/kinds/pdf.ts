import { buildPart, type StructureGenerator } from '../structured-file.ts';

/** A header, perhaps behind a printer's command, objects, a trailer. */
export const generatePdf: StructureGenerator = (random) => [
  buildPart('big-endian', random.pick(['', '\x1b%-12345X@PJL\r\n']), '%PDF-1.7\n'),
  ...Array.from({ length: 1 + random.below(4) }, (_, index) =>
    buildPart('big-endian', `${index + 1} 0 obj\n<< /Length 20 >>\nstream\n`, random.bytes(20), '\nendstream\nendobj\n'),
  ),
  buildPart('big-endian', 'trailer\n<< /Size 2 >>\nstartxref\n0\n'),
  buildPart('big-endian', '%%EOF\n'),
];
