/** Random bytes in hexadecimal, from the runtime's own generator, which is loaded when it is first asked. */
export const randomHex = (bytes: number): string =>
	Buffer.from(crypto.getRandomValues(new Uint8Array(bytes))).toString('hex');
