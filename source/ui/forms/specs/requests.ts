// How requests that stand under an item are taken: together, or one by one.
import {sayApprovedField, sayMove} from '../../../domain/approved-words.ts';
import type {Change} from '../../../domain/changes/index.ts';
import {nameOf} from '../../../domain/names.ts';
import {projectById} from '../../../domain/queries/strategy/projects.ts';
import {isDeclaredIn, requestsUnder} from '../../../domain/queries/strategy/requests.ts';
import type {Database, Outcome, Request} from '../../../domain/schema/index.ts';
import {same} from '../../../domain/equal.ts';
import {
	amendmentFields,
	motionFields,
	outcomeOptions,
	readAmendments,
	readMotion,
} from './motion.ts';
import {wantedValue} from './request.ts';
import {sayDecision, sayUnlawful} from '../aloud.ts';
import {alternativesFields, readAlternatives} from '../alternatives.ts';
import {type Form, type FormSpec, type FormTarget, given, valueOf} from '../form.ts';
import {itemName, meetingOf} from './item.ts';

/** The words of a resolution that changes what was asked for: each numbered, with before and after. */
function requestClauses(database: Database, requests: readonly Request[]): string[] {
	return requests.map((one, index) => {
		const project = projectById(database, one.project);
		const what = sayApprovedField(project, one.field);
		return `(${index + 1}) ${nameOf(database, `projects/${one.project}`)}, ${what}: ${sayMove(database, project, one.field, one)}`;
	});
}

/**
 * How the resolution on a request goes, by what came of it. Only what is approved alters anything; what is put off, referred,
 * noted or recommended leaves the request waiting.
 */
const verbs: Partial<Record<Outcome, string>> = {
	approved: 'be approved',
	'approved-as-amended': 'be approved as amended',
	refused: 'be refused',
	lost: 'be approved',
	deferred: 'be deferred',
	referred: 'be referred',
	'recommended-to-council': 'be recommended to Council',
	noted: 'be noted',
};
const settles = (outcome: Outcome): 'approved' | 'refused' | undefined =>
	outcome === 'approved' || outcome === 'approved-as-amended'
		? 'approved'
		: outcome === 'refused' || outcome === 'lost'
			? 'refused'
			: undefined;

const isAmended = (form: Form): boolean => valueOf(form, 'outcome') === 'approved-as-amended';

/** What is approved instead of what was asked for; undefined where nothing is typed or it cannot be read. */
const insteadOf = (database: Database, today: string, form: Form, {field}: Request) =>
	wantedValue(database, today, field, valueOf(form, 'instead'));

/** The requests whose numbers are typed, or which of the numbers stands for none. */
function chosen(database: Database, form: Form): Request[] | {message: string} {
	const open = requestsUnder(database, form.target.meeting, form.target.item);
	const typed = valueOf(form, 'take')
		.toUpperCase()
		.split(/[\s,]+/)
		.filter(Boolean);
	const found = typed.map((id) => open.find((one) => one.id === id || one.id === `RQ-${id}`));
	const lost = typed.find((_, index) => found[index] === undefined);
	if (lost !== undefined) return {message: `${lost} does not wait under this item`};
	const requests = found.filter((one) => one !== undefined);
	return requests.length === 0 ? {message: 'say which: RQ-1 RQ-2'} : requests;
}

/** The requests that wait under an item in which no interest is declared, which are taken together, and the others. */
function partOf(
	database: Database,
	{meeting, item}: FormTarget,
): {together: Request[]; declared: Request[]} {
	const held = meetingOf(database, meeting);
	const open = requestsUnder(database, meeting, item);
	const isDeclared = (one: Request) => held !== undefined && isDeclaredIn(held, item, one);
	return {
		together: open.filter((one) => !isDeclared(one)),
		declared: open.filter(isDeclared),
	};
}

/** Requests are taken together or one by one: what is left out of the line waits for another motion. */
export const requests: FormSpec = {
	title: (database, {target}) => `Requests on ${itemName(database, target)}`,
	lead(database, form) {
		const picked = chosen(database, form);
		if ('message' in picked) return [];
		const left = partOf(database, form.target).declared.filter((one) => !picked.includes(one));
		return [
			...requestClauses(database, picked),
			...(left.length === 0
				? []
				: [`Taken alone, as an interest is declared: ${left.map(({id}) => id).join(', ')}`]),
		];
	},
	fields: (database, form) => [
		{name: 'take', label: 'Take', kind: 'line', hint: 'leave out any that is taken separately'},
		{
			name: 'outcome',
			label: 'Outcome',
			kind: 'choice',
			options: outcomeOptions(database, form).filter(({value}) => value in verbs),
		},
		...(isAmended(form)
			? [
					{
						name: 'instead',
						label: 'To, instead',
						kind: 'line' as const,
						hint: 'the day or the sum that is approved: 12 Oct 2027, 300,000',
					},
					// One amendment says it; others would be to another motion.
					...amendmentFields(database, form).filter(({name}) => name.startsWith('amendment1')),
				]
			: []),
		...motionFields(database, form),
		{name: 'reasons', label: 'Reasons', kind: 'long', hint: 'why it was decided so'},
		...alternativesFields(form, 'considered and rejected at the meeting, or “none”'),
	],
	focus: (database, form) => motionFields(database, form)[0]?.name ?? 'take',
	start(database, target) {
		const {together, declared} = partOf(database, target);
		const open = together.length > 0 ? together : declared.slice(0, 1);
		return {
			values: {
				take: open.map(({id}) => id).join(' '),
				outcome: 'approved',
				instead: '',
				mover: '',
				seconder: '',
				vote: '',
				reasons: '',
				alternatives: '',
			},
		};
	},
	submit({database, today}, form) {
		const picked = chosen(database, form);
		if ('message' in picked) return {field: 'take', message: picked.message};
		const {declared} = partOf(database, form.target);
		const alone = picked.length > 1 ? picked.find((one) => declared.includes(one)) : undefined;
		if (alone)
			return {field: 'take', message: `an interest is declared in ${alone.id}: take it alone`};
		const motion = readMotion(database, form);
		if ('message' in motion) return motion;
		const outcome = valueOf(form, 'outcome') as Outcome;
		const reasons =
			given(form, 'reasons') ??
			(outcome === 'approved'
				? picked.map(({id, reason}) => `${id}: ${reason}`).join('\n')
				: undefined);
		const amended = isAmended(form) ? readAmendments(database, form) : {amendments: []};
		if ('message' in amended) return amended;
		const [first] = picked;
		const value = first && isAmended(form) ? insteadOf(database, today, form, first) : undefined;
		if (isAmended(form)) {
			if (picked.length > 1)
				return {field: 'take', message: 'what is approved as amended is taken one by one'};
			if (value === undefined || same(value, first?.to))
				return {field: 'instead', message: 'say to what, other than what was asked for'};
		}
		const settled = settles(outcome);
		const changes: Change[] = [
			{
				kind: 'decision/record',
				meeting: form.target.meeting ?? '',
				item: form.target.item,
				title:
					picked.length === 1
						? `Request ${first?.id}`
						: `Requests ${picked.map(({id}) => id).join(', ')}`,
				resolution: [
					`That ${picked.length === 1 ? 'this' : 'these'} ${settled === undefined ? 'request' : 'change'}${picked.length === 1 ? '' : 's'} ${verbs[outcome]}:`,
					...requestClauses(
						database,
						value === undefined ? picked : picked.map((one) => ({...one, to: value})),
					),
				].join('\n'),
				outcome,
				projects: [...new Set(picked.map(({project}) => project))],
				...(reasons ? {reasons} : {}),
				...readAlternatives(form),
				...(amended.amendments.length > 0 ? {amendments: amended.amendments} : {}),
				...motion,
			},
			...(settled === undefined
				? []
				: picked.map((one): Change => ({
						kind: 'request/decide',
						id: one.id,
						to: settled,
						...(value === undefined ? {} : {value}),
						follows: true,
					}))),
		];
		return {changes};
	},
	readBack(database, _form, [change]) {
		return change?.kind === 'decision/record'
			? [...sayDecision(database, change), ...sayUnlawful(database, change)]
			: undefined;
	},
};
