import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the repository. */
export const root = join(import.meta.dirname, '..');

/** What is read of a package.json here. */
export interface Manifest {
  name: string;
  private?: boolean;
  scripts?: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  engines?: Record<string, string>;
  files?: string[];
  sideEffects?: boolean;
}

/** One package of the workspace. */
export interface WorkspacePackage {
  /** Its folder from the root, such as `packages/api`. */
  folder: string;
  manifest: Manifest;
  /** It has a `test` script or a vitest configuration, so a test run owes a report for it. */
  hasTests: boolean;
}

/** Every package of the workspace, the tools in `.ci` included. */
export function listWorkspacePackages(): WorkspacePackage[] {
  const manifests = ['.ci', 'packages/*', 'brands/*', 'examples', 'supabase'].flatMap((folder) =>
    globSync(`${folder}/package.json`, { cwd: root }),
  );
  return manifests.sort().map((path) => {
    const folder = dirname(path);
    const manifest = readManifest(folder);
    const hasConfig = existsSync(join(root, folder, 'vitest.config.ts'));
    return { folder, manifest, hasTests: hasConfig || manifest.scripts?.test !== undefined };
  });
}

/** The package.json of a folder, given from the root; `.` is the root's own. */
export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
}

/** Where the tests of a package write their report. */
export function reportPath(folder: string): string {
  return join(root, '.test-results', `${folder.replaceAll('/', '-').replace(/^\./, '')}.json`);
}
