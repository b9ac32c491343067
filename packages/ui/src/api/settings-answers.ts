import type { components } from '@act/api/client';

type Schemas = components['schemas'];

/** What a person wants to be told, and how. */
export type NoticePreferences = Readonly<Schemas['NoticePreferences']>;

/** Where the brand's machines are told. */
export type WebhookEndpoint = Readonly<Schemas['WebhookEndpoint']>;
export type CreatedWebhook = Readonly<Schemas['CreatedWebhookEndpoint']>;

/** What a brand allows. */
export type Policy = Readonly<Schemas['Policy']>;
export type Usage = Readonly<Schemas['Usage']>;
export type CleanupPlan = Readonly<Schemas['CleanupPlan']>;

export type Me = Readonly<Schemas['Me']>;
/** How much would go with the account. */
export type MyData = Readonly<Schemas['MyData']>;
/** How much went with it. */
export type DeletedData = Readonly<Schemas['DeletedData']>;
