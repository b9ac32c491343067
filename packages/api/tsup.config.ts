import { defineConfig } from 'tsup';

/** What can be imported, by name, and the program. */
export const entry = {
  index: 'src/index.ts',
  client: 'src/client.ts',
  'commands/act-api': 'src/commands/act-api.ts',
  'start-program': 'src/start-program.ts',
};

export default defineConfig([
  {
    entry,
    format: ['esm'],
    dts: { entry: { index: 'src/index.ts', client: 'src/client.ts', edge: 'src/edge/index.ts' } },
    clean: true,
    target: 'node22',
    removeNodeProtocol: false,
  },
  {
    // Whole, so that Deno has nothing to fetch and a function is deployed as these few files.
    entry: { edge: 'src/edge/index.ts' },
    format: ['esm'],
    platform: 'browser',
    // Looking into pictures is the worker's: a function never comes to load sharp.
    noExternal: [/^(?!node:|sharp$)/],
    external: [/^node:/, 'sharp'],
    target: 'es2023',
    removeNodeProtocol: false,
  },
]);
