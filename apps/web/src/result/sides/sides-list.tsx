import { Icon } from '../../controls/icon.tsx';
import { formatList } from '../../i18n/formats.ts';
import { messages } from '../../i18n/language.ts';
import { CopyButton } from '../copy/copy-button.tsx';
import type { Sides } from './joined-sides.ts';
import { labelOf, listSideRows, type SideRow } from './side-rows.ts';

type SidesListProps = { readonly sides: Sides; readonly names: readonly string[] };

/**
 * What both sides of a card say: which of them, and what they say alike.
 *
 * @param names of the sides
 */
export function SidesList({ sides, names }: SidesListProps) {
  const { sides: words } = messages.value;
  return (
    <section class="card" aria-labelledby="sides-title">
      <h3 id="sides-title">{words.title}</h3>
      <p>{words.agrees(formatList(sides.agrees.map((name) => labelOf(name).toLowerCase())))}</p>
      <dl class="fields">
        {listSideRows(sides).map((row) => (
          <Row key={row.name} row={row} names={names} />
        ))}
      </dl>
    </section>
  );
}

function Row({ row: { name, label, value, source, side, isOnBoth }, names }: { readonly row: SideRow; readonly names: readonly string[] }) {
  return (
    <div class="field-row" data-side-field={name}>
      <dt>{label}</dt>
      <dd class="field-value">{value}</dd>
      <dd class={`evidence ${isOnBoth ? 'proved' : ''}`}>
        {isOnBoth && <Icon name="check" />}
        {`${source} · ${names[side] ?? ''}${isOnBoth ? ` · ${messages.value.sides.both}` : ''}`}
      </dd>
      <dd class="field-copy">
        <CopyButton text={value} name={label} />
      </dd>
    </div>
  );
}
