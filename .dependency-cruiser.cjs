/**
 * Who may import whom. A package may import only what stands to its left:
 *   mrz <- reader <- results <- server <- cli        api <- results, server, cli
 * @type {import('dependency-cruiser').IConfiguration}
 */
const forbidImports = (name, comment, from, to) => ({ name, comment, severity: 'error', from: { path: from }, to: { path: to } });

module.exports = {
  forbidden: [
    { name: 'no-circular', comment: 'A cycle has no order to read it in.', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'not-resolvable',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-undeclared-dependency',
      comment: 'What a package imports stands in its own package.json.',
      severity: 'error',
      from: { path: '^(packages|apps)/', pathNot: '\\.test\\.ts$|\\.contract\\.ts$|^apps/server/contract/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'mrz-is-pure',
      comment: 'The domain depends on nothing: neither on a package nor on Node.',
      severity: 'error',
      from: { path: '^packages/mrz/src', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^packages/mrz/src' },
    },
    forbidImports(
      'no-wire-shape-below-results',
      'The reader knows the domain only: what v1 and v2 answer is made of a reading, not in it.',
      '^packages/(mrz|reader)/',
      '^(packages/(api|results|cli)|apps)/',
    ),
    forbidImports('api-stands-alone', 'Schemas know no implementation.', '^packages/api/', '^(packages/(mrz|reader|results|cli)|apps)/'),
    forbidImports('results-below-server', 'Bodies of answers know no service.', '^packages/results/', '^(packages/cli|apps)/'),
    {
      name: 'results-run-anywhere',
      comment: 'A browser makes results of readings too: of the reader its core only, and nothing of Node.',
      severity: 'error',
      from: { path: '^packages/results/src', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^packages/(results/src/|mrz/src/index\\.ts$|api/src/index\\.ts$|reader/src/core\\.ts$)' },
    },
    forbidImports('server-below-cli', 'The server does not know its command line.', '^apps/server/', '^packages/cli/'),
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
      from: { path: '^apps/server/src/(?!http/)[^/]+/', pathNot: '\\.test\\.ts$' },
      to: { path: '^apps/server/src/http/' },
    },
    {
      name: 'no-http-outside-http',
      comment: 'Only what is HTTP itself imports it: http/, the socket of the token commands, and the requests to receivers of webhooks.',
      severity: 'error',
      from: {
        path: '^apps/server/src/',
        pathNot: '\\.test\\.ts$|^apps/server/src/(http/|tokens/(token-socket|call-token-socket)\\.ts$|outbound/post-request\\.ts$)',
      },
      to: { path: '^(node:)?https?2?$|node_modules/(fastify|@fastify)/' },
    },
    {
      name: 'reader-core-knows-no-node',
      comment: 'The straight line runs in a browser too: decoding, the runtime and child processes arrive as arguments.',
      severity: 'error',
      from: {
        path: '^packages/reader/src',
        pathNot: '\\.test\\.ts$|^packages/reader/src/((index|in-process)\\.ts$|decode/|runtime/node/|child-pool/)',
      },
      to: {
        path: '^packages/reader/src/((index|in-process)\\.ts$|decode/|runtime/node/|child-pool/)|node_modules/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'reader-core-no-builtin',
      comment: 'No Node built-in in the straight line.',
      severity: 'error',
      from: {
        path: '^packages/reader/src',
        pathNot: '\\.test\\.ts$|^packages/reader/src/((index|in-process)\\.ts$|decode/|runtime/node/|child-pool/)',
      },
      to: { dependencyTypes: ['core'] },
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
    exclude: { path: '(^|/)(dist|coverage|runs)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.json'],
    },
  },
};
