// What is decided between meetings, and under power that a board gave: told in minutes, notices and the register.
import type {MinutedDecision} from '../domain/queries/minutes/minuted.ts';
import type {Reported} from '../domain/queries/meeting/reported.ts';
import type {Statement} from '../domain/queries/minutes/statement.ts';
import type {Delegation} from '../domain/schema/index.ts';
import type {Voice} from '../domain/voice/index.ts';
import {decisionPlace} from './places.ts';
import {and, derived, fieldsOf, told} from './source.ts';
import {type Block, heading, type MaybePair, sourcedTable, type Sourcing} from './tree.ts';

type Between = Pick<
	MinutedDecision,
	'id' | 'asked' | 'consulted' | 'delegations' | 'under' | 'underDecision' | 'serves'
>;

/** How a board was asked, who was consulted, under which power it was decided, which it gives, and what it serves. */
export function betweenPairs(voice: Voice, decision: Between): MaybePair[] {
	const {asked, consulted, delegations, under, underDecision, serves} = decision;
	const {between: words, day} = voice;
	const of = (...fields: string[]) => told(...fieldsOf(decisionPlace(decision), ...fields));
	const giver = underDecision === undefined ? [] : [`decisions/${underDecision.decision}`];
	return [
		[
			words.asked,
			asked && words.sayAsked({...asked, from: day(asked.from), to: day(asked.to)}),
			derived('total', ...fieldsOf(decisionPlace(decision), 'asked', 'board')),
		],
		[words.under, under, and(of('under'), ...giver)],
		[words.consulted, consulted?.map((one) => words.sayConsulted(one)).join('; '), of('consulted')],
		[
			words.delegated,
			delegations?.map((one) => sayDelegation(voice, one)).join('\n'),
			of('delegations'),
		],
		[words.serves, serves?.join('; '), of('objectives', 'priorities')],
	];
}

/** `to the Head of Property, in consultation with the Leader: agree the final terms (up to £50,000; until 31 March 2027)`. */
export function sayDelegation(
	{between: words, day}: Voice,
	{to, inConsultationWith = [], matter, limits, until, endedOn}: Delegation,
): string {
	const bounds = [
		limits,
		until && words.until(day(until)),
		endedOn && words.ended(day(endedOn)),
	].filter(Boolean);
	return `${words.to(to, inConsultationWith)}: ${matter}${bounds.length > 0 ? ` (${bounds.join('; ')})` : ''}`;
}

/** What an item tells of a decision between meetings: its wording, whose it is, and how it was come to. */
export function sayReported(
	voice: Voice,
	{id, resolution, by, date, asked, vote, under, consulted}: Reported,
): string {
	const {between: words, motion, period} = voice;
	const how = betweenPairs(voice, {id, asked, consulted, under})
		.filter(([, value]) => value)
		.map(([label, value]) => (label === words.asked ? value : `${label}: ${value}`));
	const end = [...how, vote && motion.voted(vote)].filter(Boolean).join('; ');
	return `${resolution} (${id}, ${words.takenBy(by, period(date))}${end ? `: ${end}` : ''})`;
}

/** Every delegation that the register's decisions give, with the decisions that cite it; none where none does. */
export function delegationBlocks(voice: Voice, entries: readonly Statement[]): Block[] {
	const {between: words, day, shared} = voice;
	const rows = entries.flatMap<Sourcing<string[]>>(({id, status, decision}) =>
		(decision?.delegations ?? []).map((delegation) => {
			const {
				id: which,
				to,
				inConsultationWith = [],
				matter,
				limits = '',
				until,
				endedOn,
			} = delegation;
			const cited = entries
				.filter(
					(entry) =>
						entry.status !== 'retracted' &&
						entry.decision?.underDecision?.decision === id &&
						(entry.decision.underDecision.delegation ?? which) === which,
				)
				.map((entry) => entry.id);
			const standing =
				status !== 'recorded'
					? voice.values.decisionStatus[status]
					: endedOn
						? words.ended(day(endedOn))
						: cited.length > 0
							? words.citedBy(cited)
							: words.open;
			return [
				[id, words.to(to, inConsultationWith), matter, limits, until ? day(until) : '', standing],
				derived(
					'standing',
					...fieldsOf(`decisions/${id}`, 'delegations', 'status'),
					...cited.map((one) => `decisions/${one}/under`),
				),
			];
		}),
	);
	return rows.length === 0
		? []
		: [
				heading(2, words.delegations),
				...sourcedTable({
					columns: [
						{title: shared.number},
						{title: words.toWhom, widest: 24},
						{title: words.matter},
						{title: words.limits, widest: 16},
						{title: words.untilWhen, widest: 14},
						{title: voice.register.standing, widest: 16},
					],
					rows,
				}),
			];
}
