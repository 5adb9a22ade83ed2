/** What a form is filled with. */
export interface Form {
  readonly number: string;
  /** Six characters YYMMDD. */
  readonly date_of_birth: string;
  readonly expiration_date: string;
  readonly surname: string;
  readonly names: string;
}

/** What a peer says before its first picture. */
export interface About {
  readonly version: string;
  readonly licence: string;
}

/** What a peer says to a picture. */
export interface Answer {
  readonly lines: readonly string[];
  /** Absent where the peer fills none. */
  readonly form?: Form;
  /** Its own score from 0 to 100, and whether all its checks hold, where it has these. */
  readonly score?: number;
  readonly checks_hold?: boolean;
  /** Its error where it could not read the picture at all. */
  readonly refused?: string;
}
