import type { Client } from '@ocr-web/api/client';
import { useState } from 'preact/hooks';
import { Notice } from '../../controls/notice.tsx';
import { messages } from '../../i18n/language.ts';
import type { ReadFile } from '../../readers/picture-reader.ts';
import { openScan } from '../../readers/read-on-service.ts';
import { explainError } from '../../session/explain-error.ts';
import { requireClient } from '../../session/require-client.ts';
import { announce } from '../../shell/announce.ts';
import { type JoinedSides, joinSides } from './joined-sides.ts';

type JoinFormProps = { readonly file: ReadFile; readonly id: number; readonly onJoin: (joined: JoinedSides) => void };

/** Puts a scan together with the scan of the other side of the same card. */
export function JoinForm({ file, id, onJoin }: JoinFormProps) {
  const { sides } = messages.value;
  const [refusal, refuse] = useState<string>();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const other = Number(new FormData(event.currentTarget as HTMLFormElement).get('other'));
    refuse(undefined);
    try {
      const client = await requireClient();
      const joined = client && (await joinScans(client, file, id, other));
      if (joined === undefined) refuse(sides.apart);
      if (!joined) return;
      onJoin(joined);
      announce(sides.title);
    } catch (error) {
      refuse(explainError(error));
    }
  };
  return (
    <section class="card" aria-labelledby="join-title">
      <h3 id="join-title">{sides.join}</h3>
      <p>{sides.joinWhy}</p>
      <form class="search" onSubmit={(event) => void submit(event)}>
        <label for="other">{sides.number}</label>
        <input id="other" name="other" type="text" inputMode="numeric" pattern="[0-9]+" required autocomplete="off" />
        <button type="submit" class="button">
          {sides.joinButton}
        </button>
      </form>
      {refusal !== undefined && <Notice kind="error">{refusal}</Notice>}
    </section>
  );
}

/** @returns undefined where nothing says that both are one document */
async function joinScans(client: Client, file: ReadFile, id: number, otherId: number): Promise<JoinedSides | undefined> {
  const { sides } = await client.scans.sides(id, otherId);
  const pair = sides.find((one) => one.sides.some((side) => side.file === 0) && one.sides.some((side) => side.file === 1));
  if (!pair) return undefined;
  const scan = await client.scans.wait(otherId);
  return joinSides(pair, [file, openScan(client, scan, scan.reference ?? messages.value.scans.number(otherId))]);
}
