/** What may be set in the environment, as a schema for apps to extend. */

export { type AiModelsEnvironment, environmentSchema } from './shared/load-setting.ts';
