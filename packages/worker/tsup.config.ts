import { defineConfig } from 'tsup';

export default defineConfig({
  entry: { index: 'src/index.ts', 'commands/act-worker': 'src/commands/act-worker.ts' },
  format: ['esm'],
  dts: { entry: { index: 'src/index.ts' } },
  clean: true,
  target: 'node22',
  removeNodeProtocol: false,
});
