import { ApiError } from '../http/api-error.ts';
import type { Session } from '../session/verify-session.ts';
import { requireSelf } from './own-person.ts';
import type { FormFields } from './upload-form.ts';

/** What a form says of who calls and for which brand. It may come behind the pictures: then those are taken back. */
export function requireOwnForm(
  fields: FormFields,
  { userId, brandId }: Pick<Session, 'userId'> & { readonly brandId: string },
): void {
  for (const said of fields.get('userId') ?? []) requireSelf({ userId }, said);
  for (const said of fields.get('brandId') ?? []) if (said !== brandId) throw otherBrand(said);
}

const otherBrand = (said: string) =>
  new ApiError({
    status: 404,
    code: 'brand_not_allowed',
    message: `There is no brand ${said.slice(0, 63)} for you.`,
    hint: 'Where you have several, name it in the query or in a header: the pictures may come before the field.',
  });
