/** What may be set in the environment, as a schema for apps to extend. */

export { readProviders } from './environment-options.ts';
export { type AiModelsEnvironment, environmentSchema, readEnvironment } from './shared/load-setting.ts';
