import type { Statistics } from '@ocr-web/api/client';
import { Choice } from '../controls/choice.tsx';
import { formatTime } from '../i18n/formats.ts';
import { adminMessages } from './admin-messages.ts';

type Range = Statistics['range'];
const ranges: readonly Range[] = ['hour', 'day', 'week', 'month'];

type RangeBarProps = {
  readonly range: Range;
  readonly onChoose: (range: Range) => void;
  readonly asOf: string | undefined;
  readonly onRefresh: () => void;
};

/** How far back to look, and how old the figures are. */
export function RangeBar({ range, onChoose, asOf, onRefresh }: RangeBarProps) {
  const { ranges: labels, refreshed, refresh } = adminMessages.value;
  return (
    <div class="range-bar">
      <Choice<Range>
        legend={labels.label}
        name="range"
        options={ranges.map((value) => ({ value, label: labels[value] }))}
        chosen={range}
        onChoose={onChoose}
      />
      <p class="facts">{asOf !== undefined && refreshed(formatTime(asOf))}</p>
      <button type="button" class="button" onClick={onRefresh}>
        {refresh}
      </button>
    </div>
  );
}
