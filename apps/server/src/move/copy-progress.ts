/** How far a copy or a comparison is. */
export type CopyProgress = {
  /** What is done now, such as `copying scans`; once it is another, counting begins anew. */
  readonly what: string;
  /** Rows or pictures that are done, and how many there are. */
  readonly objects: number;
  readonly total: number;
  /** Of the pictures that are done, together. */
  readonly bytes: number;
};

export type OnCopyProgress = (progress: CopyProgress) => void;

/** Counts what is done of one thing, and tells. */
export function countProgress(what: string, total: number, onProgress: OnCopyProgress): (objects: number, bytes?: number) => void {
  let done = { what, objects: 0, total, bytes: 0 };
  return (objects, bytes = 0) => {
    done = { ...done, objects: done.objects + objects, bytes: done.bytes + bytes };
    onProgress(done);
  };
}
