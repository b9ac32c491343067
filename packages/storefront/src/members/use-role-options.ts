import { useTranslations } from 'next-intl';

const roles = ['admin', 'member', 'viewer'] as const;

/** The roles to choose from, with the words of this language. */
export function useRoleOptions() {
  const words = useTranslations('access.roles');
  return roles.map((value) => ({ value, label: words(value) }));
}
