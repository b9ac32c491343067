import { decodeJwt } from 'jose';
import { isRequestRole, readBearer } from '../access/caller.ts';

/**
 * Refuses a token that names a role no caller may have. Only people have accounts: any other role at the auth interface,
 * with somebody's id in its token, would be that person. Whether the token is genuine is for Lite to say.
 */
export function refuseForeignRole(request: Request): Response | null {
  const token = readBearer(request.headers);
  const role = token === null ? null : roleOf(token);
  if (role === null) return null;
  const isAuth = new URL(request.url).pathname.startsWith('/auth/v1/');
  if (isAuth ? role === 'authenticated' : isRequestRole(role)) return null;
  const message = `permission denied to set role "${role}"`;
  return Response.json({ code: '42501', details: null, hint: null, message }, { status: 403 });
}

function roleOf(token: string): string | null {
  try {
    const { role } = decodeJwt(token);
    return role === undefined ? null : String(role);
  } catch {
    return null; // not a token: a key, or nothing Lite would accept
  }
}
