import { z } from 'zod';
import { brandSettingsSchema } from './brand-settings.ts';

/** JSON Schema (2020-12) of what `brands.settings` may hold, for editors. It cannot say all that the parser checks. */
export const brandSettingsJsonSchema = /* @__PURE__ */ z.toJSONSchema(brandSettingsSchema, { io: 'input' });
