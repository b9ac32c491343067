import { readFile } from 'node:fs/promises';

export interface SystemUser {
  uid: number;
  gid: number;
}

/**
 * The user that PostgreSQL runs as. It refuses to run as root, so root lends it the `postgres` user where the
 * machine has one and `nobody` elsewhere; anybody else runs it as themselves (`null`). No user is ever created.
 */
export async function findPostgresUser(): Promise<SystemUser | null> {
  if (process.getuid?.() !== 0) return null;
  const users = parsePasswd(await readFile('/etc/passwd', 'utf8'));
  return users.get('postgres') ?? users.get('nobody') ?? { uid: 65534, gid: 65534 };
}

function parsePasswd(passwd: string): Map<string, SystemUser> {
  const users = new Map<string, SystemUser>();
  for (const line of passwd.split('\n')) {
    const [name, , uid, gid] = line.split(':');
    if (name && uid && gid) users.set(name, { uid: Number(uid), gid: Number(gid) });
  }
  return users;
}
