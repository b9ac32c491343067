import type { DatabaseAddress } from '../database/database-address.ts';
import { demoPeople } from '../database/demo-people.ts';
import { loginTo } from '../database/logins.ts';
import type { StorefrontSeed } from '../database/seed-storefront.ts';
import type { GatewayConfiguration } from '../gateway/gateway-process.ts';
import type { ActHome } from '../home/act-home.ts';
import type { StackSecrets } from '../home/secrets.ts';
import type {
  ProvidersDescription,
  StackDescription,
  StorefrontDescription,
} from '../pages/stack-description.ts';
import { nodeService } from './node-service.ts';
import type { Service } from './service.ts';

export interface GatewayServiceOptions {
  home: ActHome;
  secrets: StackSecrets;
  port: number;
  superuser: DatabaseAddress;
  /** Shown on the overview page. */
  providers: ProvidersDescription;
  /** What people open. The links of mails lead to the one that asked for them, or to the first. */
  storefronts: readonly StorefrontDescription[];
  /** What the storefronts' brands brought: people to sign in as. */
  seeds: readonly StorefrontSeed[];
}

/** The Supabase API as a part of the stack. It is given its own logins only, never the superuser's. */
export function gatewayService(options: GatewayServiceOptions): {
  service: Service;
  description: StackDescription;
} {
  const { home, secrets, port, superuser, providers, storefronts, seeds } = options;
  const { publishableKey, secretKey, jwtSecret, storageSigningKey, databasePasswords, demoPassword } =
    secrets;
  const seeded = seeds.flatMap(({ brand, people }) =>
    people.map(({ email, role }) => ({ email, roles: { [brand.id]: role } })),
  );
  const description: StackDescription = {
    url: `http://127.0.0.1:${port}`,
    publishableKey,
    people: [...Object.values(demoPeople), ...seeded].map(({ email, roles }) => ({
      email,
      password: demoPassword,
      roles,
    })),
    providers,
    ...(storefronts.length > 0 && { storefronts }),
  };
  const configuration: GatewayConfiguration = {
    port,
    restDatabase: loginTo(superuser, 'act_rest', databasePasswords),
    storageDatabase: loginTo(superuser, 'act_storage', databasePasswords),
    keys: { publishableKey, secretKey, jwtSecret },
    storageSigningKey,
    storageFolder: home.storageFolder,
    outboxFolder: home.outboxFolder,
    outboxKey: secrets.outboxKey,
    stackFile: home.stackFile,
    description,
  };
  const module = new URL('../gateway/gateway-process.ts', import.meta.url);
  return { service: nodeService({ name: 'Supabase API', module, configuration }), description };
}
