import process from 'node:process';

/** Random bytes in hexadecimal, from the runtime's own generator, which is loaded when it is first asked: half of what the web's takes. */
export const randomHex = (bytes: number): string =>
	process.getBuiltinModule('node:crypto').randomBytes(bytes).toString('hex');
