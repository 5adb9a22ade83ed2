import { type AddressGuard, createAddressGuard } from './address-guard.ts';

/** What webhooks may reach. */
export type ReachPolicy = {
  /** Whether receivers on an intranet are allowed, and http with them. */
  readonly allowPrivate: boolean;
  readonly isAllowedAddress: AddressGuard;
};

export function createReachPolicy(allowPrivate: boolean): ReachPolicy {
  return { allowPrivate, isAllowedAddress: createAddressGuard(allowPrivate) };
}
