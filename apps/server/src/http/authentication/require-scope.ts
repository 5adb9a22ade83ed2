import type { TokenScopeName } from '@ocr-web/api';
import { ServiceError } from '../../errors/service-error.ts';
import type { RequestHook } from '../request-hook.ts';
import { getCaller } from './authenticate.ts';

/** Makes the hook that lets only tokens with a scope pass. It belongs after the authentication. */
export function requireScope(scope: TokenScopeName): RequestHook {
  return (request, _reply, done) => {
    if (getCaller(request).scopes.includes(scope)) return done();
    const message = `This needs a token with the scope "${scope}": "ocr-web token create --${scope} <name>" makes one.`;
    return done(new ServiceError('scope.missing', message));
  };
}
