const outcomes = { sure: 412, unsure: 21, no_zone: 17, failed: 3 };

/** An afternoon at a front desk, cut short: one period of 24. */
export const statisticsExample = {
  object: 'statistics',
  range: 'day',
  from: '2026-11-22T13:00:00.000Z',
  to: '2026-11-23T12:34:56.000Z',
  period_seconds: 3600,
  outcomes,
  periods: [{ at: '2026-11-22T13:00:00.000Z', ...outcomes, p50_ms: 96, p95_ms: 310, hints: [{ code: 'glare', count: 9 }] }],
  latency: { total: { p50_ms: 96, p95_ms: 310, p99_ms: 540 }, reading: { p50_ms: 81, p95_ms: 240, p99_ms: 390 } },
  hints: [{ code: 'glare', count: 9 }],
  failures: [{ code: 'picture.corrupt', count: 3 }],
  queue: { single: 2, batch: 140, processing: 4, oldest_seconds: 1.2 },
  storage: { scans: 453, picture_bytes: 412_000_000, free_bytes: 51_000_000_000, disk_bytes: 64_000_000_000 },
  retention: { hours: 24, next_expiry: '2026-11-23T12:40:00.000Z' },
  webhooks: [{ id: '5d4e6f4c-0f0e-4e5c-9d0b-1f6a3c2b7a90', host: 'hotel.example', status: 'active', pending: 1, dead: 0 }],
  dead_letters: [],
  failed_scans: [
    { id: 451, code: 'picture.corrupt', media_type: 'image/jpeg', bytes: 81_022, attempts: 1, finished_at: '2026-11-23T12:30:00.000Z' },
  ],
};
