import '../packages/cli/bin/require-node.mjs';

await import('./start.ts');
