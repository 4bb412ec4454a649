import {codeOf, Fault} from '../../reasons.ts';
import {visible} from '../../show.ts';
import {poolerWords} from './pooler.ts';

/** What a system or the TLS library says when a server cannot be reached, in words. */
const unreachable: Record<string, string> = {
	ENOTFOUND: 'there is no host of that name; check it',
	EAI_AGAIN: 'the name of the host cannot be looked up just now; try again',
	ECONNREFUSED: 'nothing answers there; is PostgreSQL running, and is the port right?',
	ECONNRESET: 'the server hung up',
	EPIPE: 'the server hung up',
	ETIMEDOUT: 'it does not answer',
	CONNECT_TIMEOUT: 'it does not answer',
	EHOSTUNREACH: 'the network knows no way there',
	ENETUNREACH: 'the network knows no way there',
	ENOENT: 'there is no such socket; is PostgreSQL running, and is the folder right?',
	EACCES: 'you have no permission for its socket',
	CONNECTION_CLOSED: 'the server hung up',
	CONNECTION_ENDED: 'the server hung up',
	CONNECTION_DESTROYED: 'the server hung up',
	DEPTH_ZERO_SELF_SIGNED_CERT:
		'its certificate is signed by nobody whom this machine trusts; name the authority’s with sslrootcert=file',
	SELF_SIGNED_CERT_IN_CHAIN:
		'its certificate is signed by nobody whom this machine trusts; name the authority’s with sslrootcert=file',
	UNABLE_TO_VERIFY_LEAF_SIGNATURE:
		'its certificate is signed by nobody whom this machine trusts; name the authority’s with sslrootcert=file',
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
		'its certificate is signed by nobody whom this machine trusts; name the authority’s with sslrootcert=file',
	CERT_HAS_EXPIRED: 'its certificate has expired',
	CERT_NOT_YET_VALID: 'its certificate is not valid yet; are the clocks right?',
	ERR_TLS_CERT_ALTNAME_INVALID:
		'its certificate is for another host; use the name that stands in it',
	SASL_SIGNATURE_MISMATCH: 'it does not know the password itself: it is not the server it says',
};

/** What PostgreSQL says, by SQLSTATE, in words. */
const refused: Record<string, string> = {
	'53100': 'the server’s disk is full; nothing was changed: have room made there and try again',
	'53200': 'the server has not enough memory',
	'53300': 'the server takes no more connections; try again, or have max_connections raised',
	'55P03': 'another session has been saving for too long; try again',
	'57014': 'the server cancelled it: it took too long',
	'57P01': 'the server is being shut down',
	'57P02': 'the server has crashed',
	'57P03': 'the server is starting up or shutting down',
	'57P05': 'the server hung up, for the connection was idle',
	'25006': 'this server only reads: it is a stand-by, or was made read-only',
	'25P03': 'it took too long',
	'26000': poolerWords,
	'58030': 'the server’s disk reports an error; have it looked at',
};

/** An error as PostgreSQL sent it. */
type ServerError = {code: string; severity?: string; message: string};

/** By what only a server sends: the names of classes do not survive the build. */
const isServerError = (error: unknown): error is ServerError =>
	error instanceof Error &&
	typeof (error as {severity_local?: unknown}).severity_local === 'string';

/** Whether an error says that the connection is gone, or will be. */
export function isLoss(error: unknown): boolean {
	if (isServerError(error)) {
		const {severity = '', code} = error;
		return severity === 'FATAL' || severity === 'PANIC' || code.startsWith('08');
	}
	const code = codeOf(error);
	return code !== undefined && Object.hasOwn(unreachable, code);
}

/** Whether what was tried may simply be tried again: others were in the way. */
export const isPassing = (error: unknown): boolean =>
	isServerError(error) && ['40001', '40P01'].includes(error.code);

/** Whether the server, and not the connection, refused for good: another try gets the same answer. */
export const isRefusal = (error: unknown): boolean =>
	isServerError(error) && /^(28|3D|42|0A)/.test(error.code);

/** Whether the server does not let the user in: a password, a certificate, the rules of its pg_hba.conf. */
export const isLogin = (error: unknown): boolean =>
	isServerError(error) && ['28P01', '28000'].includes(error.code);

/** Who is refused, for the sentences about rights. */
export type RefusedUser = {user: string; database: string};

/** Why something failed, as a clause on one line. What a server says may be in any language and hold anything. */
export function reasonOf(error: unknown, {user, database}: RefusedUser): string {
	if (error instanceof Fault) return error.message;
	const code = codeOf(error) ?? '';
	const message = visible(error instanceof Error ? error.message : String(error)).slice(0, 300);
	if (!isServerError(error)) return unreachable[code] ?? message;
	switch (code) {
		case '28P01':
			return `the server does not take the password for the user ${visible(user)}`;
		case '28000':
			return `the server does not let the user ${visible(user)} in from here: ${message}`;
		case '3D000':
			return `there is no database ${visible(database)} on the server; have it created`;
		case '42501':
			// Only at the door it is the end of the connection.
			if (isLoss(error)) {
				return `the user ${visible(user)} may not connect to the database ${visible(database)}; ask for the role boardwalk_recorder`;
			}
			return `the user ${visible(user)} may not do that: ${message}`;
		default:
			return refused[code] ?? `the server says: ${message} (${code})`;
	}
}
