/** Tells every event of a scanner by its name. */
export function watchEvents(scanner: HTMLElement, show: (name: string, detail: unknown) => void): void;
