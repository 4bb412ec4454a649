import {hash} from 'node:crypto';
import canonicalize from 'canonicalize';

/**
 * SHA-256 of a content in canonical form (RFC 8785), in hexadecimal; undefined for one that has no such form, because a
 * log that was edited by hand holds 1e999 or half a character.
 */
export function contentDigest(content: unknown): string | undefined {
	let canonical: string | undefined;
	try {
		canonical = canonicalize(content);
	} catch {
		return undefined;
	}
	return hash('sha256', canonical ?? '', 'hex');
}
