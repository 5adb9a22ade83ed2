/** The rules of the reader: its core, its rooms, and its sides for Node and the browser. */
const forbidImports = require('./scripts/forbid-imports.cjs');
/** A folder of the reader that imports, of the repository, itself and these other folders only. */
const readerRoom = (room, comment, ...others) => ({
  name: `reader-${room}-stands-alone`,
  comment,
  severity: 'error',
  from: { path: `^packages/reader/src/${room}/`, pathNot: '\\.test\\.ts$' },
  to: { pathNot: `^packages/reader/src/(${[room, ...others].join('|')})/` },
});

/** The stages of a zone, folders of packages/reader/src/mrz, in the order in which a picture passes through them. */
const mrzStages = ['detector', 'search', 'trace', 'zone', 'rectify', 'recognise', 'align', 'interpret'];

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
module.exports = [
  {
    name: 'reader-runs-anywhere',
    comment:
      'The reader runs in a browser too: decoder and runtime arrive as arguments. Of packages it imports the domain only, and nothing of Node.',
    severity: 'error',
    from: { path: '^packages/reader/src', pathNot: '\\.test\\.ts$' },
    to: { pathNot: '^packages/(reader/src/|mrz/src/index\\.ts$)' },
  },
  readerRoom('geometry', 'Points, quads and curves: mathematics.'),
  readerRoom('image', 'Planes of pixels and how they are sampled: no zone, no network.', 'geometry'),
  readerRoom('media', 'What a file is by its bytes.'),
  readerRoom('runtime', 'What a network takes and gives, whatever executes it.'),
  {
    name: 'reader-mrz-by-entries',
    comment:
      'The rest of the reader uses the stages of a zone by what lies at the top of mrz/, and the drawing of lines, which hints measure.',
    severity: 'error',
    from: { path: '^packages/reader/src/(?!mrz/)', pathNot: '\\.test\\.ts$' },
    to: {
      path: '^packages/reader/src/mrz/',
      pathNot:
        '^packages/reader/src/mrz/([^/]+|rectify/(measure-sharpness|rectify-lines)|recognise/line-logits|interpret/(calibrate|interpret-lines|reads-like-zone)|reading/(read-zone|zone-reader))\\.ts$',
    },
  },
  forbidImports(
    'reader-mrz-below-quality',
    'What a person could do better about a picture is told from its reading, and changes nothing in it.',
    '^packages/reader/src/mrz/',
    '^packages/reader/src/(quality/|read-picture\\.ts$)',
  ),
  ...mrzStages.slice(0, -1).map((stage, index) => ({
    name: `reader-mrz-${stage}-before-later-stages`,
    comment: `A stage knows those before it only: ${mrzStages.join(', ')}.`,
    severity: 'error',
    from: { path: `^packages/reader/src/mrz/${stage}/`, pathNot: '\\.test\\.ts$' },
    to: { path: `^packages/reader/src/mrz/(${mrzStages.slice(index + 1).join('|')})/` },
  })),
  {
    name: 'kernels-run-anywhere',
    comment: 'The kernels know what a network is to the reader, and nothing of Node: their files arrive as bytes.',
    severity: 'error',
    from: { path: '^packages/kernels/(src|assembly)', pathNot: '\\.test\\.ts$' },
    to: { pathNot: '^packages/(kernels/(src|assembly|models|wasm)/|reader/src/engine\\.ts$)' },
  },
  {
    name: 'kernels-reference-stands-aside',
    comment: 'The reference is what the kernels are held against: it does not know how they compute.',
    severity: 'error',
    from: { path: '^packages/kernels/src/reference/', pathNot: '\\.test\\.ts$' },
    to: { pathNot: '^packages/kernels/src/(reference|network)/' },
  },
  {
    name: 'reader-node-by-entries',
    comment: 'Its Node side uses the reader as a browser would: by what it exports.',
    severity: 'error',
    from: { path: '^packages/reader-node/', pathNot: '\\.test\\.ts$' },
    to: {
      path: '^(packages|apps)/',
      pathNot: '^packages/(reader-node/|kernels/src/index\\.ts$|reader/src/(index|engine)\\.ts$|mrz/src/index\\.ts$)',
    },
  },
  {
    name: 'reader-web-by-entries',
    comment: 'Its browser side uses the reader by what it exports, and nothing of Node.',
    severity: 'error',
    from: { path: '^packages/reader-web/src/', pathNot: '\\.test\\.ts$' },
    to: {
      pathNot:
        '^packages/(reader-web/src/|kernels/(src/index\\.ts$|models/|wasm/)|reader/(src/(index|engine)\\.ts$|models/)|mrz/src/index\\.ts$)',
    },
  },
  {
    name: 'scanner-by-entries',
    comment: 'The scanner is made of what packages export, and of nothing else: no framework, nothing of Node.',
    severity: 'error',
    from: { path: '^packages/scanner/src/', pathNot: '\\.test\\.ts$' },
    to: { pathNot: '^packages/(scanner/src/|(reader-web|reader|results|api)/src/index\\.ts$)' },
  },
];
