import type { FastifyInstance } from 'fastify';
import type { Admissions } from '../../admission/create-admissions.ts';
import type { AppDeps } from '../../app-deps.ts';
import { parseUrlencodedBody } from '../../body/parse-urlencoded-body.ts';
import { registerCreateScan } from './create-scan.ts';
import { registerDeleteScan } from './delete-scan.ts';
import { registerDeleteScans } from './delete-scans.ts';
import { registerJoinScans } from './join-scans.ts';
import { registerListScans } from './list-scans.ts';
import { registerServeDrawings } from './pictures/serve-drawings.ts';
import { registerServeFile } from './pictures/serve-file.ts';
import { registerReadScan } from './read-scan.ts';
import { registerServeScanEvents } from './serve-scan-events.ts';

/** What a body may be that is the file itself; the bytes decide what it is. */
const fileTypes = [/^image\/[\w.+-]+/i, 'application/pdf', 'application/octet-stream'];

/** Everything under `/api/v2/scans`. */
export function registerScans(v2: FastifyInstance, deps: AppDeps, admissions: Admissions): void {
  v2.register((scope, _options, done) => {
    for (const type of fileTypes) scope.addContentTypeParser(type, { parseAs: 'buffer' }, (_request, body, parsed) => parsed(null, body));
    parseUrlencodedBody(scope);
    registerCreateScan(scope, deps, admissions.uploads);
    registerReadScan(scope, deps);
    registerJoinScans(scope, deps);
    registerListScans(scope, deps);
    registerDeleteScan(scope, deps);
    registerDeleteScans(scope, deps);
    registerServeFile(scope, deps);
    registerServeDrawings(scope, deps, admissions.drawings);
    registerServeScanEvents(scope, deps, admissions.streams);
    done();
  });
}
