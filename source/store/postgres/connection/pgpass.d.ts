/** What libpq's password files say, without a word on standard error and without the module's own look at the file. */
declare module 'pgpass/lib/helper.js' {
	import type {Readable, Writable} from 'node:stream';

	type Asked = {host: string; port: number; database: string; user: string};
	const helper: {
		/** `PGPASSFILE`, else where the system's users have theirs. */
		getFileName(env: NodeJS.ProcessEnv): string;
		/** Calls back with the password of the first line that fits, or with undefined. */
		getPassword(asked: Asked, file: Readable, tell: (password?: string) => void): void;
		/** Where warnings go; to nobody unless it is a stream. */
		warnTo(stream: Writable | undefined): void;
	};
	export default helper;
}
