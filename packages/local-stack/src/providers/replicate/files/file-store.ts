import { createHash } from 'node:crypto';
import type { SimulatedClock } from '../../time/simulated-clock.ts';
import type { Account } from '../accounts/accounts.ts';
import { createRunId } from '../ids.ts';

export interface StoredFile {
  id: string;
  account: Account;
  name: string;
  contentType: string;
  metadata: Record<string, unknown>;
  bytes: Uint8Array;
  sha256: string;
  createdAt: number;
  expiresAt: number;
}

type NewFile = Pick<StoredFile, 'account' | 'name' | 'contentType' | 'metadata' | 'bytes'>;

export interface FileStore {
  add(file: NewFile): StoredFile;
  find(id: string, account: Account): StoredFile | null;
  list(account: Account): StoredFile[];
  remove(file: StoredFile): void;
}

/** As the examples of the API's description have it. */
const lifetimeMs = 60 * 60_000;
/** Files lie in memory; above this the oldest go. */
const largestTotalBytes = 1024 ** 3;

export function createFileStore(clock: SimulatedClock): FileStore {
  const files = new Map<string, StoredFile>();
  const remove = ({ id }: StoredFile) => void files.delete(id);
  const makeRoom = (): void => {
    let total = [...files.values()].reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
    for (const file of files.values()) {
      if (total <= largestTotalBytes) return;
      total -= file.bytes.byteLength;
      remove(file);
    }
  };

  return {
    remove,
    add(given) {
      const file: StoredFile = {
        ...given,
        id: createRunId(),
        sha256: createHash('sha256').update(given.bytes).digest('hex'),
        createdAt: clock.now(),
        expiresAt: clock.momentIn(lifetimeMs),
      };
      files.set(file.id, file);
      clock.schedule(lifetimeMs, () => remove(file));
      makeRoom();
      return file;
    },
    find(id, account) {
      const file = files.get(id);
      return file?.account === account ? file : null;
    },
    list: (account) => [...files.values()].filter((file) => file.account === account).reverse(),
  };
}
