import { EngineError } from '@ocr-web/reader';
import type { ChildEnd } from './child-end.ts';

/** The child ended and the request is not to blame: it never saw it, or was killed from outside. Another child may take it. */
export class ChildLost extends EngineError {
  constructor(message: string, cause?: ChildEnd | Error) {
    super('engine.crashed', message, { cause });
  }
}
