import { Choice } from '../controls/choice.tsx';
import { messages } from '../i18n/language.ts';
import { canReadOnDevice } from '../readers/load-web-reader.ts';
import type { Place } from '../readers/picture-reader.ts';
import { choosePlace, place } from '../readers/place.ts';

/** Whether pictures stay in the browser or go to the service. */
export function PlaceChoice() {
  const { read } = messages.value;
  if (!canReadOnDevice) return <p class="place-why">{read.onServiceWhy}</p>;
  const options = [
    { value: 'device', label: read.onDevice },
    { value: 'service', label: read.onService },
  ] as const;
  return (
    <div class="place">
      <Choice<Place> legend={read.where} name="place" options={options} chosen={place.value} onChoose={choosePlace} />
      <p class="place-why">{place.value === 'device' ? read.onDeviceWhy : read.onServiceWhy}</p>
    </div>
  );
}
