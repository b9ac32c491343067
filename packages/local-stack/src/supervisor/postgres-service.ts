import type { ActHome } from '../home/act-home.ts';
import type { StackSecrets } from '../home/secrets.ts';
import { startCluster } from '../postgres/cluster.ts';
import type { Service } from './service.ts';

export interface PostgresServiceOptions {
  home: ActHome;
  port: number;
  secrets: StackSecrets;
  onInit: () => void;
}

/** The embedded PostgreSQL as a part of the stack. */
export function postgresService({ home, port, secrets, onInit }: PostgresServiceOptions): Service {
  return {
    name: 'PostgreSQL',
    start: async () => {
      const superuserPassword = secrets.databasePasswords.supabase_admin;
      const server = await startCluster({ home: home.folder, superuserPassword, port, onInit });
      const exited = server.exited.then(({ exitCode }) =>
        exitCode === null ? 'killed' : `exit code ${exitCode}`,
      );
      return { exited, stop: server.stop };
    },
  };
}
