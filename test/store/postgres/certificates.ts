// Certificates for tests, made on the spot: just enough of X.509 for a TLS library to judge them.
import {generateKeyPairSync, type KeyObject, randomBytes, sign} from 'node:crypto';

/** A value in DER: its tag, its length, its content. */
function der(tag: number, ...content: (Buffer | number[])[]): Buffer {
	const body = Buffer.concat(content.map((part) => Buffer.from(part)));
	const size = body.length;
	const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
	return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

const sequence = (...parts: Buffer[]) => der(0x30, ...parts);
const text = (value: string) => der(0x0c, Buffer.from(value));
const bits = (value: Buffer) => der(0x03, [0], value);
const octets = (value: Buffer) => der(0x04, value);
const yes = der(0x01, [0xff]);

const names = {
	commonName: [0x55, 0x04, 0x03],
	alternativeNames: [0x55, 0x1d, 0x11],
	basicConstraints: [0x55, 0x1d, 0x13],
	ecdsaWithSha256: [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02],
};
const algorithm = sequence(der(0x06, names.ecdsaWithSha256));
const nameOf = (common: string) =>
	sequence(der(0x31, sequence(der(0x06, names.commonName), text(common))));
const time = (date: Date) =>
	der(0x18, Buffer.from(`${date.toISOString().replaceAll(/\D/g, '').slice(0, 14)}Z`));
const extension = (name: number[], value: Buffer, critical = false) =>
	sequence(der(0x06, name), ...(critical ? [yes] : []), octets(value));

export type Certificate = {certificate: string; key: string};
type Authority = Certificate & {name: string; own: KeyObject};

type Wanted = {
	name: string;
	/** The hosts that it is for; without any it is an authority’s. */
	hosts?: string[];
	/** How many days ago it was made; it lasts for thirty. */
	age?: number;
	by?: Authority;
};

/** Makes a certificate, signed by an authority or by itself. */
export function certify({name, hosts, age = 1, by}: Wanted): Authority {
	const {publicKey, privateKey} = generateKeyPairSync('ec', {namedCurve: 'P-256'});
	const day = 86_400_000;
	const start = Date.now() - age * day;
	const extensions = hosts
		? extension(
				names.alternativeNames,
				sequence(...hosts.map((host) => der(0x82, Buffer.from(host)))),
			)
		: extension(names.basicConstraints, sequence(yes), true);
	const body = sequence(
		der(0xa0, der(0x02, [2])),
		der(0x02, [0x01], randomBytes(8)),
		algorithm,
		nameOf(by?.name ?? name),
		sequence(time(new Date(start)), time(new Date(start + 30 * day))),
		nameOf(name),
		publicKey.export({type: 'spki', format: 'der'}),
		der(0xa3, sequence(extensions)),
	);
	const whole = sequence(body, algorithm, bits(sign('sha256', body, by?.own ?? privateKey)));
	const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
	return {
		name,
		own: privateKey,
		certificate: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
		key: privateKey.export({type: 'pkcs8', format: 'pem'}) as string,
	};
}
