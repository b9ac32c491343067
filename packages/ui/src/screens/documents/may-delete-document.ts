import type { BrandRole } from '@act/tenant-config';
import type { BrandDocument } from '../../api/answers.ts';

interface Looker {
  readonly role: BrandRole;
  readonly personId: string;
}

/** As the database rules: admins what the whole brand has, and members what they keep for themselves alone. */
export const mayDeleteDocument = (
  { path, brandId }: Pick<BrandDocument, 'path' | 'brandId'>,
  { role, personId }: Looker,
): boolean => {
  // A private file lies in a folder of its person.
  const isOwn = path.startsWith(`brand-documents/${brandId}/${personId}/`);
  return role === 'admin' || (role === 'member' && isOwn);
};
