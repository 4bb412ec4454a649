import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {clean} from '../domain/clean.ts';
import {Refusal} from './command.ts';

/** A public key as `ssh-keygen` writes it, with its SHA-256 fingerprint. */
type PublicKey = {type: string; blob: string; fingerprint: string; comment: string};

const fingerprintOf = (blob: string): string =>
	`SHA256:${createHash('sha256').update(Buffer.from(blob, 'base64')).digest('base64').replace(/=+$/, '')}`;

const typePattern = String.raw`(?:ssh-(?:ed25519|rsa)|ecdsa-sha2-nistp(?:256|384|521)|sk-(?:ssh-ed25519|ecdsa-sha2-nistp256)@openssh\.com)`;
const keyPattern = new RegExp(`^(${typePattern})[ \\t]+([A-Za-z0-9+/]+=*)(?:[ \\t]+(.*))?$`);

/** Reads the one public key of a `.pub` file. Throws Refusal, with a sentence that says what it is instead. */
export function readPublicKey(text: string): PublicKey {
	const lines = text
		.split(/\r?\n/)
		.map((line) => line.trim())
		.filter((line) => line !== '' && !line.startsWith('#'));
	const [line, another] = lines;
	if (line === undefined) {
		throw new Refusal('there is no key on standard input: boardwalk authorize … < key.pub');
	}
	if (line.includes('PRIVATE KEY')) {
		throw new Refusal(
			'this is the private half of a key, which nobody else should have: the file that ends in .pub is wanted',
		);
	}
	if (another !== undefined) throw new Refusal('one key at a time: there are several lines');
	const [, type = '', blob = '', comment = ''] = keyPattern.exec(line) ?? [];
	// The key itself begins with the name of its kind, behind its length.
	const bytes = Buffer.from(blob, 'base64');
	const isWhole =
		blob !== '' &&
		bytes.length > type.length + 36 &&
		bytes.readUInt32BE(0) === type.length &&
		bytes.toString('latin1', 4, 4 + type.length) === type &&
		bytes.toString('base64').replace(/=+$/, '') === blob.replace(/=+$/, '');
	if (!isWhole) {
		throw new Refusal(
			'this is not a public key of SSH: the file that ends in .pub is wanted, as ssh-keygen writes it',
		);
	}
	return {type, blob, fingerprint: fingerprintOf(blob), comment: clean(comment).slice(0, 100)};
}

/** The fingerprints of the keys with which somebody was let in, as sshd's `ExposeAuthInfo` tells them in a file. */
export async function exposedKeys(file: string): Promise<string[]> {
	const text = await readFile(file, 'utf8').catch(() => '');
	return text.split('\n').flatMap((line) => {
		const [method, type = '', blob = ''] = line.split(' ');
		return method === 'publickey' && type !== '' && blob !== '' ? [fingerprintOf(blob)] : [];
	});
}
