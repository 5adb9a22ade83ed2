/** The child died before it saw the request: another one may take it. */
export class ChildNeverBegan extends Error {}
