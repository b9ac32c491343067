import type { DatabaseAddress } from './database-address.ts';

/** The weak logins of the stack and their passwords, made at first start. */
export interface LoginPasswords {
  act_owner: string;
  act_rest: string;
  act_storage: string;
}

/** The same database, as one of the weak logins. */
export function loginTo(
  database: DatabaseAddress,
  login: keyof LoginPasswords,
  passwords: LoginPasswords,
): DatabaseAddress {
  return { ...database, user: login, password: passwords[login] };
}
