import { Choice } from '../../controls/choice.tsx';
import { messages } from '../../i18n/language.ts';
import type { ShownSide } from './joined-sides.ts';

type SideChoiceProps = { readonly names: readonly string[]; readonly turned: number; readonly onTurn: (side: number) => void };

/** Turns the card over: the picture and what was read on it are of one side. */
export function SideChoice({ names, turned, onTurn }: SideChoiceProps) {
  const options = names.map((label, index) => ({ value: String(index), label }));
  const { picture } = messages.value.sides;
  return <Choice legend={picture} name="side" options={options} chosen={String(turned)} onChoose={(value) => onTurn(Number(value))} />;
}

/** What a side is called beside the other one: by its page, or by its file where that differs. */
export function nameSide({ file, page }: ShownSide, sides: readonly ShownSide[]): string {
  const where = messages.value.result.page(page + 1);
  return sides.every((one) => one.file === file) ? where : `${nameFile(file)} · ${where}`;
}

function nameFile({ name, stored }: ShownSide['file']): string {
  return stored ? messages.value.scans.number(stored.id) : name;
}
