import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { expect, test } from 'vitest';
import { answer, startReceiver } from '../../test/receivers/start-receiver.ts';
import { createLogger } from '../observability/create-logger.ts';
import { createExporter } from './create-exporter.ts';

test('a collector that refuses is reported once a minute, by what it answered', async () => {
  const receiver = await startReceiver(answer(400));
  const lines: string[] = [];
  const logger = createLogger('info', { write: (line) => void lines.push(line) });
  const exporter = createExporter(`http://127.0.0.1:${receiver.port}`, logger);
  const kept = new InMemorySpanExporter();
  new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter: kept })] }).getTracer('test').startSpan('one').end();
  const send = () => new Promise((resolve) => exporter.export(kept.getFinishedSpans(), resolve));
  for (let times = 0; times < 3; times += 1) expect(await send()).toMatchObject({ code: 1 });
  expect(receiver.received.map(({ method, url }) => [method, url])).toEqual(new Array(3).fill(['POST', '/v1/traces']));
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ level: 'warn', msg: 'traces could not be sent', count: 1 }]);
  await exporter.shutdown();
  await receiver.close();
});
