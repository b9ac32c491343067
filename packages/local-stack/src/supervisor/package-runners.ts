import { fileURLToPath } from 'node:url';
import { hasInEnvironment, readParent } from '../home/processes.ts';

/** A process and the one that it must stay a child of. */
interface Link {
  pid: number;
  parent: number;
}

const packageFile = fileURLToPath(new URL('../../../../package.json', import.meta.url));

/**
 * Looks up who runs this process for a script of the repository, from the runner that the person called down to here
 * (npm, a shell, npx, a shell, pnpm …), and returns a question: are all of them still there? What stands above them is
 * none of ours: a terminal that goes away, or a script that leaves the stack running behind itself. Where processes do
 * not tell their environment, only the nearest runner is looked at.
 */
export async function watchPackageRunners(): Promise<() => Promise<boolean>> {
  const links: Link[] = [];
  for (let pid = process.pid; await hasInEnvironment(pid, 'npm_package_json', packageFile); ) {
    const parent = await readParent(pid);
    if (!parent) break;
    links.push({ pid, parent });
    pid = parent;
  }
  const nearest = process.ppid;
  return async () => {
    if (process.ppid !== nearest) return false;
    const parents = await Promise.all(links.map(({ pid }) => readParent(pid)));
    return links.every(({ parent }, index) => parents[index] === parent);
  };
}
