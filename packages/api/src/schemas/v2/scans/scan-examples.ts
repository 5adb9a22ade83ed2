/**
 * A scan of the specimen of ICAO Doc 9303-4 as the reader answers it, cut short where it repeats
 * itself: two fields, one check, six columns.
 */
export const summaryExample = {
  id: 458,
  object: 'scan',
  status: 'completed',
  reference: 'booking-77',
  batch_id: null,
  created_at: '2026-11-23T12:00:00.000Z',
  finished_at: '2026-11-23T12:00:00.310Z',
  expires_at: '2026-11-24T12:00:00.000Z',
  error: null,
};

const file = {
  media_type: 'image/png',
  bytes: 92527,
  url: 'https://ocr.example.org/pictures/4yQ7rNfKq1w0pVbXcZ2dLhTgJmSe9uAoRiB6xCtYlEk?X-Amz-Algorithm=OCRWEB-HMAC-SHA256&X-Amz-Date=20261123T120000Z&X-Amz-Expires=3600&X-Amz-Signature=50d858e0985ecc7f60418aaf0cc5ab587f42c2570a884095a9e8ccacd0f6545c',
  expires_at: '2026-11-23T13:00:00.310Z',
};

export const completedExample = {
  ...summaryExample,
  file,
  result: {
    documents: [
      {
        index: 0,
        page: 0,
        format: 'TD3',
        type: 'passport',
        code: 'P',
        lines: ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'],
        score: 100,
        confidence: 0.9957,
        rotation_deg: 359.97,
        quad: [
          { x: 80.49, y: 861.59 },
          { x: 1397.84, y: 860.83 },
          { x: 1394.01, y: 962.55 },
          { x: 74.17, y: 963.11 },
        ],
        issuer: { code: 'UTO', iso: null, name: 'Utopia (specimen)', kind: 'specimen' },
        nationality: { code: 'UTO', iso: null, name: 'Utopia (specimen)', kind: 'specimen' },
        names: { surname: 'ERIKSSON', given: 'ANNA MARIA', surnames: null, truncated: false, native: null },
        sex: 'F',
        birth_date: { iso: '1974-08-12', raw: '740812', status: 'complete' },
        expiry_date: { iso: '2012-04-15', raw: '120415', status: 'complete' },
        age: 52,
        expired: true,
        main_number: 'L898902C3',
        numbers: {
          document: {
            value: 'L898902C3',
            evidence: 'proved',
            evidence_by: ['number', 'composite'],
            confidence: 0.996,
            spans: [
              {
                line: 1,
                start: 0,
                end: 9,
                quad: [
                  { x: 75.93, y: 934.72 },
                  { x: 345.62, y: 934.6 },
                  { x: 343.99, y: 962.99 },
                  { x: 74.17, y: 963.11 },
                ],
              },
            ],
            proofs: [],
          },
        },
        fields: [
          {
            name: 'birth_date',
            value: '740812',
            iso: '1974-08-12',
            raw: '740812',
            evidence: 'proved',
            evidence_by: ['birth_date', 'composite'],
            confidence: 0.9999,
            spans: [
              {
                line: 1,
                start: 13,
                end: 19,
                quad: [
                  { x: 465.48, y: 934.54 },
                  { x: 645.27, y: 934.46 },
                  { x: 643.8, y: 962.87 },
                  { x: 463.92, y: 962.94 },
                ],
              },
            ],
            blind_spots: [],
          },
        ],
        checks: [
          {
            name: 'birth_date',
            holds: true,
            printed: '2',
            expected: 2,
            line: 1,
            column: 19,
            over: [
              {
                line: 1,
                start: 13,
                end: 19,
                quad: [
                  { x: 465.48, y: 934.54 },
                  { x: 645.27, y: 934.46 },
                  { x: 643.8, y: 962.87 },
                  { x: 463.92, y: 962.94 },
                ],
              },
            ],
          },
        ],
        character_confidences: [
          [0.9999, 0.9999, 0.9999, 0.9999, 0.999, 0.9999],
          [0.9999, 0.9999, 0.9999, 0.9999, 0.9999, 0.9999],
        ],
        doubts: [{ line: 0, column: 11, character: 'N', confidence: 0.9951, alternatives: [{ character: 'M', probability: 0.0031 }] }],
        repairs: [],
        issues: [],
      },
    ],
    pages: [{ index: 0, width: 1476, height: 1039 }],
    hints: [],
    timing: { total_ms: 240.52, decode_ms: 30.7, detect_ms: 146.82, rectify_ms: 13.32, recognise_ms: 11.8, interpret_ms: 37.32 },
  },
};

export const queuedExample = { ...summaryExample, status: 'queued', finished_at: null, file: { ...file, expires_at: null }, result: null };
