import { Type } from 'typebox';

/** A number that the service gave. */
export const identifier = Type.Integer({ minimum: 1, maximum: 999_999_999_999_999 });
