/**
 * Each field once. zod stays the one schema; beside it, plain data keyed by the record's own type says how a field is
 * called, typed, shown, filtered, exported and imported. Adding one to a schema does not compile until it stands here.
 * Nothing here loads zod. Meetings, votes and the roll are written by hand: their forms are the work.
 */
export * from './field.ts';
export * from './kinds.ts';
export * from './types.ts';
