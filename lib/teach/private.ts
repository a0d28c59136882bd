/** Where people speak among themselves, or with a bank: nothing is taught there, and nothing taught is seen there. */
const places = [
  'messages',
  'message',
  'inbox',
  'chat',
  'chats',
  'dm',
  'direct',
  'mail',
  'conversations',
  'conversation',
];

/** URLPattern paths, as a definition names them. */
export const privatePaths: string[] = places.flatMap((place) => [`*/${place}`, `*/${place}/*`]);
/** Regions of pages that are private by what they say of themselves. */
export const privateRegions: string[] = ['[role="log"]', 'form:has(input[type="password"])', '[data-private]'];
