import type { Register } from '../table/register-field.ts';
import { alloggiati } from './alloggiati.ts';
import { evisitor } from './evisitor.ts';
import { ses } from './ses.ts';
import { siba } from './siba.ts';
import { ubyport } from './ubyport.ts';

/** Names of the registers that files can be written for. */
export const registerNames = ['ses', 'alloggiati', 'siba', 'ubyport', 'evisitor'] as const;

export type RegisterName = (typeof registerNames)[number];

/** Every register by its name. */
export const registers: Readonly<Record<RegisterName, Register>> = { ses, alloggiati, siba, ubyport, evisitor };
