import { Icon } from '../controls/icon.tsx';
import { Notice } from '../controls/notice.tsx';
import { FactForm } from './fact-form.tsx';
import { checked, type NightGuest, removeGuest } from './night.ts';
import { words } from './words/guest-words.ts';

type GuestCardProps = { readonly guest: NightGuest; readonly index: number };

/** One guest: who it is as far as it is known, and what is still to be typed. */
export function GuestCard({ guest, index }: GuestCardProps) {
  const { guest: label, reading, remove } = words.value;
  return (
    <li class="card guest" data-guest={index}>
      <div class="card-head">
        <h2>
          {label} {index + 1}: {nameOf(index) || guest.name}
        </h2>
        <button type="button" class="button quiet" onClick={() => removeGuest(guest.id)} aria-label={`${remove}: ${label} ${index + 1}`}>
          <Icon name="trash" />
          {remove}
        </button>
      </div>
      {guest.state === 'reading' ? <p class="loading">{reading}</p> : <Known guest={guest} index={index} />}
    </li>
  );
}

function Known({ guest, index }: GuestCardProps) {
  const { unread, readOnService } = words.value;
  const isUnread = guest.name !== undefined && guest.zone === undefined;
  return (
    <>
      {isUnread && (
        <Notice kind="advice" title={unread}>
          {guest.failure && <p>{guest.failure.message}</p>}
          {guest.failure?.readOnService && (
            <button type="button" class="button" onClick={guest.failure.readOnService}>
              {readOnService}
            </button>
          )}
        </Notice>
      )}
      <FactForm of="guest" index={index} />
    </>
  );
}

function nameOf(index: number): string {
  const { given_names: given, surname } = checked.value.guests[index]?.facts ?? {};
  return [given?.value, surname?.value].filter(Boolean).join(' ');
}
