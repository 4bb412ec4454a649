import {actorName} from '../domain/actor.ts';
import type {Actor} from '../domain/schema/index.ts';
import {schemaVersion} from '../domain/schema/values.ts';
import type {Present} from '../store/store.ts';
import {isInstant, isRecord, isSound, readForm, schemaOf, titleOf} from './drafts.ts';
import {formError, formOf, isTouched} from './forms/open.ts';
import {draftKey, type Form} from './forms/form.ts';
import type {Addressee, Mail, Offer} from './held.ts';
import {isBusy, nameOfPresent} from './room.ts';
import {placeOf, pop, say, type State, type Step, step} from './state.ts';
import {sayOffered} from './waiting.ts';

export type {Addressee, Mail, Offer} from './held.ts';

/** The way that forms take from one session to another; everything but `give` only ever tries. */
export type Handover = {
	/** Puts a form on its way; resolves with its id, or with why it could not be. */
	give(form: Form, to: Addressee): Promise<{id: string} | {problem: string}>;
	/** Takes a form that is offered to this session; resolves with whether it was still there, or with why nobody knows. */
	take(id: string): Promise<boolean | {problem: string}>;
	/** Takes back a form of one's own; resolves as `take` does. */
	withdraw(id: string): Promise<boolean | {problem: string}>;
	/** Forgets that forms of one's own were taken. */
	forget(ids: readonly string[]): void;
	/** Calls back with what is on its way, first before it resolves, then whenever that changes. */
	watch(listener: (mail: Mail) => void): Promise<void>;
	close(): void;
};

/** Reads what somebody else put there: nothing of it is taken on trust. */
export function readOffer(id: string, data: unknown): Offer | undefined {
	if (!isRecord(data) || !isInstant(data['at']) || !isRecord(data['from'])) return undefined;
	const form = readForm(data['form']);
	const {session} = data['from'];
	const giver = readPerson(data['from']['actor']);
	const taker = readPerson(data['to']);
	const meant = isRecord(data['to']) ? data['to']['session'] : undefined;
	if (!form || !giver || !taker || typeof session !== 'string' || typeof meant !== 'string') {
		return undefined;
	}
	const {handed: _of, ...own} = form;
	return {
		id,
		at: data['at'],
		from: {session, actor: {...giver, host: ''}},
		to: {session: meant, ...taker},
		form: own,
		schema: schemaOf(data),
	};
}

/** Who somebody is, as offers tell it: neither the host they are at nor their key. */
type Somebody = Omit<Addressee, 'session'>;

export const somebody = ({user, name, person}: Somebody): Somebody => ({
	user,
	...(typeof name === 'string' ? {name} : {}),
	...(typeof person === 'string' ? {person} : {}),
});

const readPerson = (data: unknown): Somebody | undefined =>
	isRecord(data) && typeof data['user'] === 'string' ? somebody(data as Somebody) : undefined;

const isSame = (a: Somebody, b: Somebody): boolean =>
	a.user === b.user && a.person === b.person && (a.person !== undefined || a.name === b.name);

/** Whether an offer is for a session: it was meant itself, or its person, whose line may have dropped since. */
export const isFor = (
	{from, to}: Offer,
	{session, actor}: {session: string; actor: Actor},
): boolean =>
	from.session !== session &&
	(to.session === session || (isSame(to, actor) && !isSame(from.actor, actor)));

/** Those who can go on with a form: not the screen on the wall. */
const takersOf = ({here}: State): Present[] => here.filter(({place}) => !place.looks);

/** Why the open form cannot be handed over, when it cannot. */
export function mayHandOver(state: State): true | string {
	const form = formOf(state);
	if (!form || form.kind === 'save-as') return 'there is nothing to hand over';
	if (!state.mail) return 'forms are handed over on a shared database only';
	if (state.here.length === 0) return 'nobody else is here';
	if (takersOf(state).length === 0) return 'whoever else is here only looks on';
	return isTouched(form) ? true : 'nothing is typed yet';
}

const namesOf = (people: readonly Present[]): string =>
	[...new Set(people.map((one) => nameOfPresent(one)))].join(', ');

/** The quick line, asking for whom; with one other alone who can take it, the name stands there already. */
export const askForWhom = (state: State): {typed: string; told?: string} => {
	const [only, ...others] = new Set(takersOf(state).map((one) => nameOfPresent(one)));
	return others.length === 0 && only !== undefined
		? {typed: `hand ${only}`}
		: {typed: 'hand ', told: `To whom? Here are ${namesOf(takersOf(state))}.`};
};

/** What the quick line's `hand clerk` does; undefined when the line says something else. */
export function handOver(state: State, typed: string): Step | {message: string} | undefined {
	const [, who] = /^hand(?: +(.*))?$/.exec(typed) ?? [];
	if (!/^hand( |$)/.test(typed)) return undefined;
	const may = mayHandOver(state);
	if (may !== true) return {message: may};
	const form = formOf(state);
	const wanted = (who ?? '').toLowerCase();
	const named = (one: Present) => nameOfPresent(one).toLowerCase();
	const takers = takersOf(state);
	const exact = takers.filter(({actor}) =>
		[actorName(actor), actor.name, actor.user].some((name) => name?.toLowerCase() === wanted),
	);
	const found = exact.length > 0 ? exact : takers.filter((one) => named(one).includes(wanted));
	const [to] = found;
	if (wanted === '' || !to || !form) {
		const nobody = wanted === '' ? 'say to whom' : `nobody here is called “${who}”`;
		return {message: `${nobody}: here are ${namesOf(takers)}`};
	}
	if (new Set(found.map(named)).size > 1) {
		return {message: `“${who}” may be ${namesOf(found)}: type more of it`};
	}
	const closed: State = {...state, overlay: undefined};
	return step(closed, {
		kind: 'hand-over',
		form,
		to: {session: to.session, ...somebody(to.actor)},
	});
}

/** A form is on its way: it is left, and stays with the giver until it is taken. */
export function sent(state: State, form: Form, handed: NonNullable<Form['handed']>): State {
	const open = formOf(state);
	const isOpen = open !== undefined && draftKey(open) === draftKey(form);
	const left = isOpen ? pop(state) : state;
	// As it is now: what nobody typed into has followed what others did meanwhile.
	const own = isOpen ? open : form;
	const drafts = {...left.drafts, [draftKey(form)]: {...own, error: undefined, handed}};
	return say(
		{...left, drafts},
		'info',
		`Offered to ${handed.to}. It stays with you until it is taken; open it to take it back.`,
	);
}

export const notSent = (state: State, problem: string): State =>
	formError(state, `Not handed over: ${problem}`);

/** Takes in what is on its way now. What was taken is gone from here, unless it is being written on again. */
export function receive(state: State, given: Mail): Step {
	const mail = {
		...given,
		offers: given.offers.filter(
			({form, schema}) => schema !== schemaVersion || isSound(state, form),
		),
	};
	const known = new Set(state.mail?.offers.map(({id}) => id));
	const news = mail.offers.find(({id}) => !known.has(id));
	const isTaken = ({handed}: Form) => handed !== undefined && mail.taken.has(handed.id);
	const taken = Object.values(state.drafts).filter(isTaken);
	const [first] = taken;
	if (!first) {
		const received = {...state, mail};
		const line = news && (state.begun || isBusy(state)) && sayOffered(received, news.id);
		return step(line ? say(received, 'news', line) : received);
	}
	const drafts = Object.entries(state.drafts).filter(([, form]) => !isTaken(form));
	const told = `${first.handed?.to} has taken ${titleOf(state, first)}.`;
	return step(say({...state, mail, drafts: Object.fromEntries(drafts)}, 'news', told), {
		kind: 'forget-taken',
		ids: taken.flatMap(({handed}) => handed?.id ?? []),
	});
}

/** A form that was offered and is opened again by who offered it: the offer ends. */
export function reopened(state: State): Step {
	const {form} = placeOf(state);
	if (!form?.handed) return step(state);
	const {handed, ...own} = form;
	const stack = [...state.stack.slice(0, -1), {...placeOf(state), form: own}];
	return step({...state, stack}, {kind: 'withdraw', ...handed});
}
