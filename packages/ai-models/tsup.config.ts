import { defineConfig } from 'tsup';

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    environment: 'src/environment.ts',
    node: 'src/node.ts',
    providers: 'src/providers/index.ts',
    'providers/replicate': 'src/providers/replicate/index.ts',
    'providers/runpod': 'src/providers/runpod/index.ts',
    schemas: 'src/schemas.ts',
    testing: 'src/testing/index.ts',
  },
  format: ['esm', 'cjs'],
  dts: true,
  clean: true,
  target: 'node22',
  removeNodeProtocol: false,
  // CommonJS too keeps once what several entries share, and requires late what ES modules import late: test runners and
  // sandboxes often have no import().
  splitting: true,
  esbuildOptions: (options, { format }) => {
    // What splits CommonJS would assign to fields: on an error whose prototype is frozen, as n8n has them, that throws.
    if (format === 'cjs') options.supported = { 'class-field': false, 'class-static-field': false };
  },
});
