import { refusals } from '../errors/refusals.ts';
import { parseBucketName, parseObjectKey } from './object-key.ts';

/** Where the service is mounted. */
export const basePath = '/storage/v1';

export interface ObjectPath {
  bucketId: string;
  key: string;
}

/**
 * Reads `<route>/<bucket>/<key…>` from the address itself. A router's own idea of a path will not do: it is half
 * decoded there. Everything is decoded once, here, and what comes out must be a bucket's name and a key.
 */
export function readObjectPath(request: Request, route: string): ObjectPath {
  const tail = readTail(request, route);
  const slash = tail.indexOf('/');
  const [bucketId, key] = slash === -1 ? [tail, ''] : [tail.slice(0, slash), tail.slice(slash + 1)];
  return { bucketId: parseBucketName(decode(bucketId)), key: parseObjectKey(decode(key)) };
}

/** Reads `<route>/<bucket>`, with or without something behind it. */
export function readBucketPath(request: Request, route: string): string {
  return parseBucketName(decode(readTail(request, route).split('/')[0] ?? ''));
}

function readTail(request: Request, route: string): string {
  const { pathname } = new URL(request.url);
  const start = `${basePath}${route}/`;
  if (!pathname.startsWith(start)) throw refusals.routeNotFound(request.method, pathname);
  return pathname.slice(start.length);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw refusals.invalidKey(text);
  }
}
