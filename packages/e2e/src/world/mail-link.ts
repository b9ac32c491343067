import type { TestStack } from '@act/local-stack/testing';

/** The path of the link in the newest mail to somebody, as it leads to the storefront. */
export async function readMailLink(stack: TestStack, email: string): Promise<string> {
  const mail = (await stack.outbox.list()).find(({ to }) => to === email);
  const link = /https?:\/\/[^\s"<>]+\/password\?[^\s"<>]+/.exec(`${mail?.html} ${mail?.text}`)?.[0];
  if (!link) throw new Error(`No mail with a link has been sent to ${email}.`);
  const { pathname, search } = new URL(link.replaceAll('&amp;', '&'));
  return `${pathname}${search}`;
}
