const forbidImports = require('./scripts/forbid-imports.cjs');

/**
 * Who may import whom. A package may import only what stands to its left:
 *   mrz <- reader <- results <- server <- cli        api <- results, server, cli        reader <- reader-node <- server, cli
 *   reader <- kernels <- reader-node, reader-web        reader-web <- scanner
 *   mrz <- registers <- server, cli, page
 * @type {import('dependency-cruiser').IConfiguration}
 */
module.exports = {
  forbidden: [
    { name: 'no-circular', comment: 'A cycle has no order to read it in.', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'not-resolvable',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      // What a build makes a file of: the compiler finds out whether there is one.
      to: { couldNotResolve: true, pathNot: '\\?url$' },
    },
    {
      name: 'no-undeclared-dependency',
      comment:
        'What a package imports stands in its own package.json; its tests and scripts may use what the repository has for development.',
      severity: 'error',
      from: { path: '^((packages|apps)/[^/]+/(src|bin)|bench)/', pathNot: '\\.test\\.ts$|\\.contract\\.ts$' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'mrz-is-pure',
      comment: 'The domain depends on nothing: neither on a package nor on Node.',
      severity: 'error',
      from: { path: '^packages/mrz/src', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^packages/mrz/src' },
    },
    {
      name: 'registers-are-pure',
      comment: 'Files of registers are made of what the domain knows, and of nothing else.',
      severity: 'error',
      from: { path: '^packages/registers/src', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^packages/(registers/src/|mrz/src/index\\.ts$)' },
    },
    forbidImports(
      'no-wire-shape-below-results',
      'The reader knows the domain only: what v1 and v2 answer is made of a reading, not in it.',
      '^packages/(mrz|reader|reader-node)/',
      '^(packages/(api|registers|results|cli)|apps)/',
    ),
    forbidImports(
      'api-stands-alone',
      'Schemas know no implementation.',
      '^packages/api/',
      '^(packages/(mrz|reader|reader-node|registers|results|cli)|apps)/',
    ),
    forbidImports('results-below-server', 'Bodies of answers know no service.', '^packages/results/', '^(packages/cli|apps)/'),
    {
      name: 'results-run-anywhere',
      comment: 'A browser makes results of readings too: of the reader what readings are, not how they are made, and nothing of Node.',
      severity: 'error',
      from: { path: '^packages/results/src', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^packages/(results/src/|mrz/src/index\\.ts$|api/src/index\\.ts$|reader/src/index\\.ts$)' },
    },
    forbidImports('server-below-cli', 'The server does not know its command line.', '^apps/server/', '^packages/cli/'),
    forbidImports(
      'server-below-page',
      'The service serves the built page and knows nothing else of it.',
      '^(apps/server|packages)/',
      '^apps/web/',
    ),
    {
      name: 'page-talks-http',
      comment: 'The page knows the service by its API: the client, and the packages that run in browsers.',
      severity: 'error',
      from: { path: '^apps/web/src/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^(packages|apps)/',
        pathNot:
          '^(apps/web/src/|packages/(api/src/client|mrz/src|registers/src|results/src|reader-web/src|scanner/src)/index\\.ts$)|\\.png$',
      },
    },
    {
      name: 'scans-know-no-batches',
      comment: 'A batch is made of scans. A scan that ends tells its batch through the hook that it is given.',
      severity: 'error',
      from: { path: '^apps/server/src/(scans|webhooks|notifications|jobs|pictures)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^apps/server/src/(batches|maintenance)/' },
    },
    {
      name: 'use-cases-know-no-http',
      comment: 'Use cases are called by http/, and know nothing of requests and answers.',
      severity: 'error',
      from: { path: '^apps/server/src/(?!(http|start)/)[^/]+/', pathNot: '\\.test\\.ts$' },
      to: { path: '^apps/server/src/http/' },
    },
    {
      name: 'no-http-outside-http',
      comment: 'Only what is HTTP itself imports it: http/, the socket of the token commands, and the requests to receivers of webhooks.',
      severity: 'error',
      from: {
        path: '^apps/server/src/',
        pathNot: '\\.test\\.ts$|^apps/server/src/(http/|tokens/socket/|outbound/post-request\\.ts$)',
      },
      to: { path: '^(node:)?https?2?$|node_modules/(fastify|@fastify)/' },
    },
    ...require('./.dependency-cruiser.reader.cjs'),
    {
      name: 'bench-by-entries',
      comment: 'Measured is what packages export; how the service parses a body and what its statements keep are not among that.',
      severity: 'error',
      from: { path: '^bench/', pathNot: '^bench/(bodies|statement-memory)\\.ts$' },
      to: {
        path: '^(packages|apps)/[^/]+/src/',
        pathNot:
          '^packages/((mrz|api|reader|kernels|reader-node|registers|results)/src/index|api/src/client/index|reader/src/engine|reader-node/src/in-process)\\.ts$',
      },
    },
    {
      name: 'nothing-imports-bench',
      comment: 'Benches measure the rest and serve nothing else.',
      severity: 'error',
      from: { pathNot: '^bench/' },
      to: { path: '^bench/' },
    },
    {
      name: 'no-test-in-product',
      comment: 'What ships does not import tests.',
      severity: 'error',
      from: { pathNot: '\\.test\\.ts$|\\.contract\\.ts$' },
      to: { path: '\\.test\\.ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Of our own folders only: packages lie in their dist/ too, and rules are about them.
    exclude: { path: '^(packages|apps)/[^/]+/(dist|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.json'],
    },
  },
};
