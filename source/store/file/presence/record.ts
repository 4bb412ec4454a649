import {z} from 'zod';
import {sha256} from '../../../domain/log/chain.ts';
import {instantSchema, roles, textSchema} from '../../../domain/schema/index.ts';
import {longest} from '../../presence.ts';
import type {Present} from '../../store.ts';

/** The most bytes that a session's record may have: one block, so that a full disk still takes each move. */
export const largestRecord = 4096;

const text = (what: keyof typeof longest) =>
	textSchema.refine((value) => value.length <= longest[what]);

/** What this version does not know is left out: keys, a role, another way of saying who leads. */
const makeSchema = () =>
	z.object({
		key: z.string(),
		session: text('session').refine((session) => session !== ''),
		actor: z.object({
			user: text('user'),
			host: text('host'),
			name: text('name').optional(),
			role: z.enum(roles).optional().catch(undefined),
		}),
		place: z.object({
			screen: text('screen'),
			id: text('id').optional(),
			selected: text('selected').optional(),
			variant: text('variant').optional(),
			scroll: z.int().nonnegative().optional(),
			doing: text('doing').optional(),
			leads: instantSchema.optional().catch(undefined),
			looks: z.boolean().optional(),
		}),
		since: instantSchema,
		at: instantSchema,
	});

/** Made when the first record is read: a sub-command starts without. */
let schema: ReturnType<typeof makeSchema> | undefined;

/** How many digits of the digest stand before a record. */
const digits = 16;

/**
 * A session's record: a digest and JSON, on one line. It is written over the one before, and whatever is
 * left of a longer one stands behind the line break; a reader who meets a half-written one sees by the
 * digest that it is none.
 */
export function encodeRecord(key: string, present: Present): Buffer {
	const json = JSON.stringify({key, ...present});
	return Buffer.from(`${digest(json)} ${json}\n`);
}

/**
 * What the bytes of a session's file say, or undefined when that is no record, or not that of the file's
 * `key`: a second name for a session's file does not show it twice.
 */
export function decodeRecord(key: string, bytes: Buffer): Present | undefined {
	const line = bytes.toString('utf8', 0, bytes.indexOf('\n'));
	const json = line.slice(digits + 1);
	if (line !== `${digest(json)} ${json}`) return undefined;
	try {
		schema ??= makeSchema();
		const {data} = schema.safeParse(JSON.parse(json), {jitless: true});
		if (data?.key !== key) return undefined;
		const {key: _key, ...present} = data;
		return present;
	} catch {
		return undefined;
	}
}

const digest = (json: string): string => sha256(json).slice(0, digits);
