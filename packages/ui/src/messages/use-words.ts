import { type _Translator, type NamespaceKeys, type NestedKeyOf, useTranslations } from 'next-intl';
import type { english } from './en.ts';

/** The texts of this package; every language has the same ones. */
export type Messages = typeof english;

/**
 * The texts under one name, with their keys checked.
 * A storefront has messages of its own beside these, so the types are not declared for the whole program.
 */
export const useWords = <Name extends NamespaceKeys<Messages, NestedKeyOf<Messages>>>(name: Name) =>
  useTranslations(name) as unknown as _Translator<Messages, Name>;
