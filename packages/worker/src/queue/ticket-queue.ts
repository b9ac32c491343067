import type { Logger } from '@act/ai-models';
import { PgBoss } from 'pg-boss';
import type { DutyName } from '../duties/duty.ts';

/** Tickets that wake workers, in all processes. What there is to do is not theirs to say. */
export interface TicketQueue {
  /** Has some free slot look. One that waits already is enough. */
  send(name: DutyName): Promise<void>;
  /** The same, but not more often than that, however many processes ask. */
  sendEvery(name: DutyName, seconds: number): Promise<void>;
  /** Calls `look` for each ticket, in so many slots. */
  serve(name: DutyName, slots: number, look: () => Promise<void>): Promise<void>;
  /** Slots take no more tickets. Resolves when those that they have are done. */
  finish(): Promise<void>;
  close(): Promise<void>;
}

export interface TicketQueueOptions {
  readonly databaseUrl: string;
  readonly logger: Logger;
}

/** Shorter than the lease of a piece: who takes a ticket over finds the piece soon. */
const heartbeatSeconds = 10;

/**
 * pg-boss in a schema of its own, which the migrations have made. Its defaults suit jobs; these suit tickets, and have the
 * ticket of a killed process taken over within seconds.
 */
export async function openTicketQueue({ databaseUrl, logger }: TicketQueueOptions): Promise<TicketQueue> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: 'act-worker-queue',
    schema: 'pgboss',
    createSchema: false,
    max: 5,
    useListenNotify: true,
    schedule: false,
    superviseIntervalSeconds: 2,
    monitorIntervalSeconds: 2,
    maintenanceIntervalSeconds: 60,
    monitorVacuum: false,
    reindexIntervalSeconds: 86_400,
  });
  // Unheard, either would end the process.
  boss.on('error', (error) => logger.debug('the queue met an error', { cause: error }));
  boss.on('warning', (warning) => logger.debug('the queue warns', { warning: warning.message }));
  try {
    await boss.start();
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined);
    throw error;
  }
  const served = new Set<DutyName>();
  return {
    async send(name) {
      await boss.send(name, null);
    },
    async sendEvery(name, seconds) {
      // Kept until the time is over: by them it is known that one was sent.
      await boss.send(name, null, {
        singletonKey: 'clock',
        singletonSeconds: seconds,
        deleteAfterSeconds: seconds + 60,
      });
    },
    async serve(name, slots, look) {
      await boss.createQueue(name, {
        policy: 'short',
        notify: true,
        retryLimit: 1_000,
        retryDelay: 0,
        expireInSeconds: 12 * 3_600,
        retentionSeconds: 24 * 3_600,
        deleteAfterSeconds: 60,
        heartbeatSeconds,
      });
      served.add(name);
      await boss.work(
        name,
        {
          localConcurrency: slots,
          heartbeatRefreshSeconds: 3,
          pollingIntervalSeconds: 2,
          notifyPollingIntervalSeconds: 15,
        },
        look,
      );
    },
    async finish() {
      await Promise.all([...served].map((name) => boss.offWork(name, { wait: true })));
    },
    close: () => boss.stop({ graceful: false, close: true }),
  };
}
