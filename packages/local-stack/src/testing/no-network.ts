import { Socket as DatagramSocket } from 'node:dgram';
import { Socket } from 'node:net';

/**
 * Loaded before a test process and every Node process that it starts (`--import`): whatever asks for an address outside
 * this machine fails there and then, saying which.
 */
const isThisMachine = (host: string) =>
  host === 'localhost' ||
  host.endsWith('.localhost') ||
  host === '::1' ||
  host === '0.0.0.0' ||
  host === '::' ||
  /^(::ffff:)?127\./.test(host);

function refuse(host: string): never {
  throw new Error(`Tests reach nothing outside this machine, and this one asked for ${host}.`);
}

const connect = Socket.prototype.connect;

function guardedConnect(this: Socket, ...values: Parameters<typeof connect>): Socket {
  const host = hostOf(values);
  if (host !== null && !isThisMachine(host)) refuse(host);
  return connect.apply(this, values);
}
Object.assign(Socket.prototype, { connect: guardedConnect });

/** `connect` takes options, a path, or a port and a host; the inner calls of Node wrap them in an array. */
function hostOf(values: unknown[]): string | null {
  const [first, second] = Array.isArray(values[0]) ? values[0] : values;
  if (typeof first === 'object' && first !== null && 'host' in first) {
    return typeof first.host === 'string' ? first.host : null;
  }
  return typeof first === 'number' && typeof second === 'string' ? second : null;
}

const send = DatagramSocket.prototype.send;

function guardedSend(this: DatagramSocket, ...values: unknown[]): void {
  const host = values.find((value, index) => index > 0 && typeof value === 'string');
  if (typeof host === 'string' && !isThisMachine(host)) refuse(host);
  Reflect.apply(send, this, values);
}
Object.assign(DatagramSocket.prototype, { send: guardedSend });
