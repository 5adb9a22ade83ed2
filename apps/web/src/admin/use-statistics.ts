import type { Client, Statistics } from '@ocr-web/api/client';
import { useEffect, useState } from 'preact/hooks';

/** Between two looks while the page is seen, milliseconds. */
const refreshMs = 10_000;

/** The service's figures, looked at again every ten seconds while somebody sees them. */
export function useStatistics(client: Client) {
  const [range, choose] = useState<Statistics['range']>('day');
  const [statistics, setStatistics] = useState<Statistics>();
  const [failure, setFailure] = useState<unknown>();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const look = () =>
      client.admin.statistics({ range, signal }).then(
        (next) => {
          setStatistics(next);
          setFailure(undefined);
        },
        (error: unknown) => signal.aborted || setFailure(error),
      );
    void look();
    const timer = setInterval(() => document.hidden || void look(), refreshMs);
    return () => {
      leaving.abort();
      clearInterval(timer);
    };
  }, [client, range, turn]);
  return { statistics, failure, range, choose, refresh: () => setTurn(turn + 1) };
}
