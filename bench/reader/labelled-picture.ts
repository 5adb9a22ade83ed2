/** A picture of a bench set and what is printed on it; `mrz` is null where nothing can be read. */
export interface LabelledPicture {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly mrz: readonly string[] | null;
  readonly format: string | null;
}
