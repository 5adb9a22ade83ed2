import { messages } from '../i18n/language.ts';
import { extras, wishFor } from '../readers/extras.ts';
import { place } from '../readers/place.ts';

/** What to read beside the zone; barcodes only the service can. */
export function ExtrasChoice() {
  const { print } = messages.value;
  return (
    <fieldset class="extras">
      <legend>{print.also}</legend>
      <label>
        <input type="checkbox" checked={extras.value.visual} onChange={({ currentTarget }) => wishFor({ visual: currentTarget.checked })} />
        {print.alsoPrint}
      </label>
      {place.value === 'service' && (
        <label>
          <input
            type="checkbox"
            checked={extras.value.barcodes}
            onChange={({ currentTarget }) => wishFor({ barcodes: currentTarget.checked })}
          />
          {print.alsoBarcodes}
        </label>
      )}
      <label>
        <input
          type="checkbox"
          checked={extras.value.portrait}
          onChange={({ currentTarget }) => wishFor({ portrait: currentTarget.checked })}
        />
        {print.alsoPortrait}
      </label>
    </fieldset>
  );
}
