import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import type { DatabaseAddress } from '../../database/database-address.ts';
import { listenOnLoopback } from '../../home/ports.ts';

/** Stands between a service and the database, so that a test can take the database away. */
export interface DatabaseProxy extends AsyncDisposable {
  address: DatabaseAddress;
  /** Breaks every connection and accepts no more. */
  cut(): Promise<void>;
  restore(): Promise<void>;
  /** Breaks every connection, as a restart of the database does that nobody has noticed yet. */
  breakConnections(): void;
  /** Lets the next commit through and then breaks its connection, so that no answer comes. */
  swallowNextCommit(): void;
}

export async function startDatabaseProxy(address: DatabaseAddress): Promise<DatabaseProxy> {
  const sockets = new Set<Socket>();
  let isSwallowing = false;
  const server = createServer((client) => {
    const database = connect(address.port, address.host);
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
    }
    client.on('close', () => database.destroy());
    database.on('close', () => client.destroy());
    let isSilent = false;
    client.on('data', (data) => {
      if (isSwallowing && data.includes('commit')) {
        isSwallowing = false;
        isSilent = true;
      }
      database.write(data);
    });
    // That the database answered proves that it was done; the client never hears of it.
    database.on('data', (data) => (isSilent ? client.destroy() : client.write(data)));
  });
  const port = await listenOnLoopback(server);
  const breakConnections = () => {
    for (const socket of sockets) socket.destroy();
  };
  const cut = async () => {
    const closed = server.listening ? once(server, 'close') : null;
    server.close();
    breakConnections();
    await closed;
  };
  return {
    address: { ...address, port },
    cut,
    breakConnections,
    restore: async () => void (await listenOnLoopback(server, port)),
    swallowNextCommit: () => {
      isSwallowing = true;
    },
    [Symbol.asyncDispose]: cut,
  };
}
