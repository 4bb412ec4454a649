export * from './common.ts';
export * from './strategy.ts';
export * from './meeting.ts';
export * from './decision.ts';
export * from './log.ts';
export * from './database.ts';
