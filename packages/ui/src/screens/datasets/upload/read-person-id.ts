/** Who a session belongs to, as its token says; only to keep things of people apart on this machine. */
export const readPersonId = (accessToken: string): string => {
  const [, body = ''] = accessToken.split('.');
  const claims: unknown = JSON.parse(atob(body.replaceAll('-', '+').replaceAll('_', '/')));
  const subject = typeof claims === 'object' && claims !== null ? Reflect.get(claims, 'sub') : null;
  if (typeof subject !== 'string') throw new Error('The session names nobody.');
  return subject;
};
