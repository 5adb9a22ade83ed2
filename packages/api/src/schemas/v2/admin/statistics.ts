import { type Static, Type } from 'typebox';
import { nullable } from '../nullable.ts';
import { operationStatus } from './operation-status.ts';
import { statisticsExample } from './statistics-example.ts';

const count = (description: string) => Type.Integer({ minimum: 0, description });
const milliseconds = (description: string) => nullable(Type.Number({ minimum: 0 }), description);
const time = (description: string) => Type.String({ format: 'date-time', description });

const outcomes = {
  sure: count('Scans with a document of a score of 95 or more.'),
  unsure: count('Scans whose best document has a lower score.'),
  no_zone: count('Scans in which no machine readable zone was found.'),
  failed: count('Scans whose file could not be read.'),
};

const CodeCount = Type.Object({ code: Type.String(), count: count('How many scans had it.') }, { $id: 'CodeCount' });

const Period = Type.Object(
  {
    at: time('Its beginning.'),
    ...outcomes,
    p50_ms: milliseconds('Half of its scans had ended so long after they were sent.'),
    p95_ms: milliseconds('95 of 100 had.'),
    hints: Type.Array(CodeCount, { description: 'Hints that were given in it, most frequent first.' }),
  },
  { $id: 'StatisticsPeriod' },
);

const Latency = Type.Object(
  {
    p50_ms: milliseconds('The median; null where nothing ended.'),
    p95_ms: milliseconds('95 of 100 took no longer.'),
    p99_ms: milliseconds('99 of 100 took no longer.'),
  },
  { $id: 'Latency', description: 'Estimated from counts of ranges whose bounds double.' },
);

/** How the service does, in numbers: no identity value. */
export const Statistics = Type.Object(
  {
    object: Type.Literal('statistics'),
    range: Type.Enum(['hour', 'day', 'week', 'month']),
    from: time('Beginning of the first period.'),
    to: time('When this was made.'),
    period_seconds: count('Length of a period.'),
    outcomes: Type.Object(outcomes, { $id: 'OutcomeCounts' }),
    periods: Type.Array(Period, { description: 'Every period of the range, oldest first, also those in which nothing ended.' }),
    latency: Type.Object({ total: Latency, reading: Latency }, { description: 'From the upload to the end, and of it the reading.' }),
    hints: Type.Array(CodeCount, { description: 'Most frequent first.' }),
    failures: Type.Array(CodeCount, { description: 'Most frequent first.' }),
    ...operationStatus,
  },
  { $id: 'Statistics', examples: [statisticsExample] },
);

export const StatisticsQuery = Type.Object({
  range: Type.Optional(
    Type.Enum(['hour', 'day', 'week', 'month'], {
      default: 'day',
      description: 'How far back to look: an hour by minutes; a day, a week or a month (30 days) by hours.',
    }),
  ),
});

export type StatisticsBody = Static<typeof Statistics>;
export type StatisticsParameters = Static<typeof StatisticsQuery>;
