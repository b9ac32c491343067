import { fileURLToPath } from 'node:url';

const fileOf = (name: string) => fileURLToPath(new URL(`./mails/${name}.html`, import.meta.url));
const signIn = {
  subject: 'Your sign-in link · Ссылка для входа',
  content_path: fileOf('sign-in'),
};

/**
 * The mails about accounts, in our words, as a hosted project's templates would be. Each is in both languages: who writes
 * it does not know which one a person reads.
 */
export const accountMails = {
  confirmation: signIn,
  magic_link: signIn,
  recovery: { subject: 'A new password · Новый пароль', content_path: fileOf('recovery') },
};
