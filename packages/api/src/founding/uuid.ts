/** What rows are named by, as a part of a pattern. */
export const uuidForm = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

const wholeUuid = new RegExp(`^${uuidForm}$`, 'i');
export const isUuid = (text: string): boolean => wholeUuid.test(text);
