// Draws assets/specimen-passport.png: a passport page with the specimen data of ICAO Doc 9303-4,
// appendix A (Utopia does not exist).
//
// The zone has the sizes of ICAO Doc 9303-4, section 4.2: OCR-B size 1, ten characters an inch, the
// page 125 mm wide. The font is that of Debian's package fonts-ocr-b (free to use), which has to be
// installed.
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const lines = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const pixelsPerMm = 300 / 25.4;
const mm = (length: number) => length * pixelsPerMm;
const page = { width: mm(125), height: mm(88) };
const pitch = mm(2.54);
/** The advance of the font is 0.72 em, so this size sets ten characters an inch. */
const fontSize = pitch / 0.72;

const printed: readonly (readonly [label: string, value: string, x: number, y: number])[] = [
  ['Type', 'P', 46, 14],
  ['Code', 'UTO', 62, 14],
  ['Passport No.', 'L898902C3', 84, 14],
  ['Surname', 'ERIKSSON', 46, 23],
  ['Given names', 'ANNA MARIA', 46, 32],
  ['Nationality', 'UTOPIAN', 46, 41],
  ['Date of birth', '12 AUG 74', 46, 50],
  ['Personal No.', 'ZE184226B', 84, 50],
  ['Sex', 'F', 46, 59],
  ['Place of birth', 'ZENITH', 62, 59],
  ['Date of expiry', '15 APR 12', 84, 59],
];

function drawField([label, value, x, y]: (typeof printed)[number]): string {
  return `<text x="${mm(x)}" y="${mm(y - 3.6)}" font-family="sans-serif" font-size="${mm(1.9)}" fill="#4d6478">${label}</text>
    <text x="${mm(x)}" y="${mm(y)}" font-family="sans-serif" font-size="${mm(3.1)}" fill="#161616">${value}</text>`;
}

/**
 * One element for each glyph: the renderer does not know lists of positions, and the font's own
 * advance is not the pitch.
 */
function drawZoneLine(line: string, index: number): string {
  const left = (page.width - line.length * pitch) / 2;
  const y = mm(75.2 + index * 6.35);
  const glyphs = Array.from(line, (character, column) => {
    const x = left + (column + 0.5) * pitch;
    return `<text x="${x.toFixed(2)}" y="${y.toFixed(2)}" text-anchor="middle">${character === '<' ? '&lt;' : character}</text>`;
  });
  return `<g font-family="OCR B" font-size="${fontSize.toFixed(2)}" fill="#111">${glyphs.join('')}</g>`;
}

function drawGuilloche(): string {
  const waves = Array.from({ length: 24 }, (_, index) => {
    const y = mm(8 + index * 2.4);
    return `<path d="M0 ${y} C ${mm(31)} ${y - mm(9)}, ${mm(94)} ${y + mm(9)}, ${mm(125)} ${y}" fill="none" stroke="#b9cbd9" stroke-width="1"/>`;
  });
  return waves.join('\n');
}

const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${page.width}" height="${page.height}">
  <rect width="100%" height="100%" fill="#e9eff3"/>
  ${drawGuilloche()}
  <rect y="${mm(67)}" width="100%" height="${mm(21)}" fill="#f4f6f7"/>
  <text x="${mm(6)}" y="${mm(7)}" font-family="sans-serif" font-size="${mm(3.4)}" fill="#2b4760">UTOPIA   PASSPORT   SPECIMEN</text>
  <rect x="${mm(6)}" y="${mm(12)}" width="${mm(34)}" height="${mm(46)}" fill="#cdd8e0"/>
  <circle cx="${mm(23)}" cy="${mm(30)}" r="${mm(8)}" fill="#9fb1bf"/>
  <path d="M ${mm(9)} ${mm(58)} a ${mm(14)} ${mm(17)} 0 0 1 ${mm(28)} 0 z" fill="#9fb1bf"/>
  ${printed.map(drawField).join('\n')}
  ${lines.map(drawZoneLine).join('\n')}
</svg>`;

await sharp(Buffer.from(svg))
  .png({ palette: true, colours: 64, compressionLevel: 9 })
  .toFile(fileURLToPath(new URL('../assets/specimen-passport.png', import.meta.url)));
