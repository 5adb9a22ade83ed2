/** What the recogniser's classes after the first stand for; class 0 is the blank of connectionist temporal classification (CTC). */
export const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<';

/** With the blank. */
export const classCount = alphabet.length + 1;
