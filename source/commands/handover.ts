import process from 'node:process';
import {schemaVersion} from '../domain/schema/values.ts';
import {reasonOf} from '../store/reasons.ts';
import {Turns} from '../store/turns.ts';
import type {Letterbox} from '../store/letterbox.ts';
import type {Who} from '../store/store.ts';
import {type Handover, isFor, type Mail, readOffer, somebody} from '../ui/handover.ts';
import {noMail, type Offer} from '../ui/held.ts';

/** How often the letterbox is looked at, in milliseconds: a hand-over is not a race. */
const interval = 1000;

/** Forms on their way from one session to another, by the letterbox of their database. */
export function openHandover(box: Letterbox, {actor, session}: Who): Handover {
	const turns = new Turns();
	const known = new Map<string, Offer | undefined>();
	let mail: Mail = noMail;
	let poll: NodeJS.Timeout | undefined;

	const give: Handover['give'] = async (form, to) => {
		const id = process.getBuiltinModule('node:crypto').randomBytes(16).toString('hex');
		const {handed: _before, error: _told, ...own} = form;
		const offer = {
			at: new Date().toISOString(),
			from: {session, actor: somebody(actor)},
			to,
			schema: schemaVersion,
			form: own,
		};
		try {
			await box.put(id, JSON.stringify(offer), to.user === actor.user);
			return {id};
		} catch (error) {
			return problemOf(error);
		}
	};

	/** What the letterbox holds now; what was read before is not read again: an offer does not change. */
	const look = async (): Promise<Mail> => {
		const found = await box.look();
		const waiting = new Set(found.waiting);
		for (const id of known.keys()) if (!waiting.has(id)) known.delete(id);
		for (const id of waiting) {
			if (!known.has(id)) known.set(id, readOffer(id, await box.read(id)));
		}
		const offers = [...known.values()].flatMap((offer) =>
			offer && isFor(offer, {session, actor}) ? [offer] : [],
		);
		return {offers, waiting, taken: new Set(found.taken)};
	};

	return {
		give: (form, to) => turns.run(() => give(form, to)),
		take: (id) => turns.run(() => box.take(id)).catch(problemOf),
		withdraw: (id) => turns.run(() => box.withdraw(id)).catch(problemOf),
		forget(ids) {
			for (const id of ids) void turns.run(() => box.forget(id));
		},
		async watch(listener) {
			const lookAgain = () =>
				turns.run(async () => {
					const found = await look();
					const isSame = key(found) === key(mail);
					mail = found;
					if (!isSame) listener(found);
				});
			poll = setInterval(() => void lookAgain().catch(() => {}), interval).unref();
			await lookAgain().catch(() => {});
			await turns.run(() => box.sweep()).catch(() => {});
		},
		close: () => clearInterval(poll),
	};
}

const problemOf = (error: unknown) => ({problem: reasonOf(error)});

const key = ({offers, waiting, taken}: Mail): string =>
	[...offers.map(({id}) => id), '', ...waiting, '', ...taken].join();
