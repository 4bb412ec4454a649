import {compareDays} from '../domain/calendar.ts';
import {actorName} from '../domain/actor.ts';
import type {Actor} from '../domain/schema/index.ts';
import {schemaVersion} from '../domain/schema/values.ts';
import type {Present} from '../store/store.ts';
import {inTheWay, isInstant, isRecord, isSound, readForm, schemaOf, typedText} from './drafts.ts';
import {followNewest, formError, formOf, isTouched} from './forms/open.ts';
import {draftKey, type Form} from './forms/form.ts';
import {formSpecs} from './forms/specs/index.ts';
import type {Addressee, Mail, Offer} from './held.ts';
import {isBusy, nameOfPresent} from './room.ts';
import {placeOf, pop, push, say, type State, type Step, step} from './state.ts';
import {keyFor} from './keys-by-name.ts';

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

export const noMail: Mail = {offers: [], waiting: new Set(), taken: new Set()};

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
		to: {...taker, session: meant},
		form: own,
		schema: schemaOf(data),
	};
}

type Somebody = {user: string; name?: string; person?: string};

function readPerson(data: unknown): Somebody | undefined {
	if (!isRecord(data) || typeof data['user'] !== 'string') return undefined;
	const {user, name, person} = data;
	return {
		user,
		...(typeof name === 'string' ? {name} : {}),
		...(typeof person === 'string' ? {person} : {}),
	};
}

const isSame = (a: Somebody, b: Somebody): boolean =>
	a.user === b.user && a.person === b.person && (a.person !== undefined || a.name === b.name);

/** Whether an offer is for a session: it was meant itself, or its person, whose line may have dropped since. */
export const isFor = (
	{from, to}: Offer,
	{session, actor}: {session: string; actor: Actor},
): boolean =>
	from.session !== session &&
	(to.session === session || (isSame(to, actor) && !isSame(from.actor, actor)));

const titleOf = ({database}: State, form: Form): string =>
	formSpecs[form.kind].title(database, form);

const giverOf = ({from: {actor}}: Offer): string => actorName(actor);

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
	const {user, name, person} = to.actor;
	const closed: State = {...state, overlay: undefined};
	return step(closed, {
		kind: 'hand-over',
		form,
		to: {
			session: to.session,
			user,
			...(name === undefined ? {} : {name}),
			...(person === undefined ? {} : {person}),
		},
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
	const drafts = Object.entries(state.drafts);
	const taken = drafts.filter(([, {handed}]) => handed && mail.taken.has(handed.id));
	const [first] = taken;
	const received: State = {
		...state,
		mail,
		drafts:
			taken.length > 0
				? Object.fromEntries(drafts.filter((draft) => !taken.includes(draft)))
				: state.drafts,
	};
	const told = first
		? say(received, 'news', `${first[1].handed?.to} has taken ${titleOf(state, first[1])}.`)
		: news && !state.readOnly && (state.begun || isBusy(state))
			? say(received, 'news', offerLine(state, news))
			: received;
	const ids = taken.flatMap(([, {handed}]) => handed?.id ?? []);
	return ids.length > 0 ? step(told, {kind: 'forget-taken', ids}) : step(told);
}

/** A form that was offered and is opened again by who offered it: the offer ends. */
export function reopened(state: State): Step {
	const {form} = placeOf(state);
	if (!form?.handed) return step(state);
	const {handed, ...own} = form;
	const stack = [...state.stack.slice(0, -1), {...placeOf(state), form: own}];
	return step({...state, stack}, {kind: 'withdraw', ...handed});
}

/** Of what an earlier run left, what no colleague has taken since, and the ids of the rest. */
export function untaken(
	all: readonly Form[],
	{taken}: Mail = noMail,
): {forms: Form[]; ids: string[]} {
	const isTaken = ({handed}: Form) => handed !== undefined && taken.has(handed.id);
	return {
		forms: all.filter((form) => !isTaken(form)),
		ids: all.filter(isTaken).flatMap(({handed}) => handed?.id ?? []),
	};
}

/** An offer that nobody has been asked about yet; none where nothing may be written. */
export const waitingOffer = ({mail, asked, readOnly}: State): Offer | undefined =>
	readOnly ? undefined : mail?.offers.find(({id}) => !asked.includes(id));

/** The line that tells of an offer. The key first: of a narrow line the end is cut, and the title is read later anyway. */
export const offerLine = (state: State, offer: Offer): string =>
	`${keyFor('offer.open')}${isBusy(state) ? ' later' : ''}: ${giverOf(offer)} hands you ${titleOf(state, offer.form)}`;

/** Asks about an offer: from then on nothing tells of it by itself. */
export function askOffer(before: State, offer: Offer): State {
	const state = {...before, asked: [...before.asked, offer.id]};
	if (offer.schema !== schemaVersion) return askOlder(state, offer);
	return {
		...state,
		overlay: {
			kind: 'confirm',
			title: `${giverOf(offer)} hands you: ${titleOf(state, offer.form)}`,
			lines: [
				`What is half written there is yours from then on. ${keyFor('offer.open')} asks again.`,
			],
			yes: 'Open it',
			effects: [],
			onward: {kind: 'take', id: offer.id},
		},
	};
}

/** A form of an older version expects records in another shape: what was typed into it is handed over as text. */
const askOlder = (state: State, offer: Offer): State => ({
	...state,
	overlay: {
		kind: 'confirm',
		full: true,
		title: `${giverOf(offer)} hands you what was typed in an older version`,
		lines: [
			...typedText(state, offer.form),
			'',
			`With ${keyFor('confirm.no')} it stays where it is; ${keyFor('offer.open')} asks again.`,
		],
		yes: 'I have it: take it',
		effects: [{kind: 'taken', id: offer.id}],
	},
});

/** Of what is offered, the newest. */
export const newestOffer = ({mail}: State): Offer | undefined =>
	mail?.offers.toSorted((a, b) => compareDays(b.at, a.at))[0];

/** Opens a form that is offered; the giver hears of it. */
export function takeOffer(state: State, id: string): Step {
	const offer = state.mail?.offers.find((one) => one.id === id);
	if (!offer) return step(say(state, 'info', 'It is no longer offered: it was taken back.'));
	if (inTheWay(state, [offer.form]).length > 0) {
		return step(
			say(
				state,
				'refused',
				`Not opened: you have begun ${titleOf(state, offer.form)} yourself. Save it or empty it (${keyFor('form.afresh')}), then ${keyFor('offer.open')}.`,
			),
		);
	}
	const opened = followNewest(push(state, {screen: 'form', form: offer.form}));
	return step(say(opened, 'info', `From ${giverOf(offer)}, as it was left. It is yours now.`), {
		kind: 'taken',
		id,
	});
}
