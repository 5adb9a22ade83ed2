import type { FastifyRequest } from 'fastify';
import { ServiceError, type ServiceErrorCode } from '../../errors/service-error.ts';
import { mayTakePlace } from '../../fairness/may-take-place.ts';
import { getCaller } from '../authentication/authenticate.ts';
import type { RequestHook } from '../request-hook.ts';
import { createUploadPace, type PaceLimits, type UploadPace } from './upload-pace.ts';

/**
 * Bounds how many requests of a kind are served at the same time, and shares the places out among
 * owners.
 */
export type Admission = {
  /** Hook, after that for the token, that gives a request a place or refuses it. */
  readonly enter: RequestHook;
  /**
   * Gives the place back as soon as it is not needed any more; the end of the request does the
   * same.
   */
  readonly leave: (request: FastifyRequest) => void;
  /**
   * Takes note that the body of a request is being received.
   *
   * @param cut is called with ServiceError `upload.too_slow` when somebody else gets the place
   *   because the body does not come
   * @returns is to be told of each piece
   */
  readonly watchBody: (request: FastifyRequest, cut: (error: ServiceError) => void) => UploadPace;
};

export type AdmissionDeps = PaceLimits & {
  readonly capacity: number;
  readonly refusal: { readonly code: ServiceErrorCode; readonly message: string };
  /** Tells whether no more than one owner has a token. */
  readonly isAlone: () => boolean;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
};

type Place = { readonly ownerId: string; readonly pace: UploadPace; cut?: (error: ServiceError) => void };

/**
 * Makes the gate of one or more routes. Places are shared by `mayTakePlace`; where that gives none,
 * the place of an upload that lags behind is given away. A place lasts until it is given back, not
 * until a waiting client is answered.
 */
export function createAdmission(deps: AdmissionDeps): Admission {
  const places = new Map<FastifyRequest, Place>();
  const count = (ownerId: string) => [...places.values()].filter((place) => place.ownerId === ownerId).length;
  const mayEnter = (own: number, taken: number) => mayTakePlace({ own, taken, limit: deps.capacity, isAlone: deps.isAlone() });
  const makeRoom = (ownerId: string): boolean => {
    const own = count(ownerId);
    const found = findSlowest(places, own, count);
    if (!found || !mayEnter(found.place.ownerId === ownerId ? own - 1 : own, places.size - 1)) return false;
    places.delete(found.request);
    found.place.cut?.(tooSlow(deps));
    return true;
  };
  return {
    enter: (request, reply, done) => {
      const { ownerId } = getCaller(request);
      if (!mayEnter(count(ownerId), places.size) && !makeRoom(ownerId)) {
        done(new ServiceError(deps.refusal.code, deps.refusal.message, { retryAfterSeconds: 1 }));
        return;
      }
      places.set(request, { ownerId, pace: createUploadPace(deps, deps.now) });
      reply.raw.once('close', () => places.delete(request));
      done();
    },
    leave: (request) => void places.delete(request),
    watchBody: (request, cut) => {
      const place = places.get(request);
      if (place) place.cut = cut;
      return place?.pace ?? createUploadPace(deps, deps.now);
    },
  };
}

/**
 * Of the uploads that lag behind, the slowest of the owner with the most places; none of an owner
 * that has fewer than who asks.
 */
function findSlowest(places: ReadonlyMap<FastifyRequest, Place>, own: number, count: (ownerId: string) => number) {
  return Array.from(places, ([request, place]) => ({ request, place, lag: place.cut ? place.pace.lagMs() : 0 }))
    .filter(({ lag }) => lag > 0)
    .map((slow) => ({ ...slow, held: count(slow.place.ownerId) }))
    .filter(({ held }) => held >= own)
    .sort((one, other) => other.held - one.held || other.lag - one.lag)[0];
}

function tooSlow({ minBytesPerSecond }: PaceLimits): ServiceError {
  const message = `The body came more slowly than ${minBytesPerSecond} bytes a second while others waited. Send it again.`;
  return new ServiceError('upload.too_slow', message, { headers: { connection: 'close' } });
}
