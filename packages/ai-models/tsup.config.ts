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
  esbuildOptions: (options, { format }) => {
    // What CommonJS loads late is required: test runners and sandboxes often have no import().
    if (format === 'cjs') options.supported = { 'dynamic-import': false };
  },
});
