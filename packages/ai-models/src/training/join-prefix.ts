/** What captions begin with, as a vendor puts it before its words: with the space that people leave out. */
export const toJoinable = (prefix: string): string => (/\s$/.test(prefix) ? prefix : `${prefix} `);
