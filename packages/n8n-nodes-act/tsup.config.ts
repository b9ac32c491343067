import { cp } from 'node:fs/promises';
import { defineConfig } from 'tsup';

/** n8n finds a class by the name of its file, so each node is a file of its own. */
export default defineConfig({
  entry: [
    'credentials/ActApi.credentials.ts',
    'nodes/Act/Act.node.ts',
    'nodes/ActNewPicturesTrigger/ActNewPicturesTrigger.node.ts',
    'nodes/ActTrigger/ActTrigger.node.ts',
  ],
  outDir: 'dist',
  format: ['cjs'],
  clean: true,
  target: 'node22',
  removeNodeProtocol: false,
  external: ['n8n-workflow'],
  onSuccess: () => cp('icons', 'dist/icons', { recursive: true }),
});
