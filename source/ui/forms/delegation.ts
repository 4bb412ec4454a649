import {calendarOf, parseDay, whyNoDay} from '../../domain/typed-days.ts';
import type {Change} from '../../domain/changes/index.ts';
import {findPeople} from '../../domain/queries/meeting/meetings.ts';
import {orList} from '../../domain/queries/meeting/members.ts';
import type {Database} from '../../domain/schema/index.ts';
import {screenVoice} from '../../domain/voice/index.ts';
import type {Surroundings} from './form.ts';

type Taken = Extract<Change, {kind: 'decision/take'}>;
type NewDelegation = NonNullable<Taken['delegations']>[number];
type Wrong = {message: string};

export const delegationHint = 'to whom: what; with X; up to £50,000; until 31 Mar';

/** `Head of Property: agree the terms; with the Leader; up to £50,000; until 31 Mar`, or why it cannot be read. */
export function readDelegation(
	typed: string,
	{database, today}: Surroundings,
): NewDelegation | Wrong {
	const calendar = calendarOf(database, today);
	const [, to = '', rest = ''] = /^([^:]+):(.*)$/s.exec(typed) ?? [];
	const [matter = '', ...bounds] = rest.split(';').map((part) => part.trim());
	if (to.trim() === '' || matter === '') return {message: `type ${delegationHint}`};
	const found: NewDelegation = {to: to.trim().replace(/^to\s+(?:the\s+)?/i, ''), matter};
	const limits: string[] = [];
	for (const bound of bounds.filter(Boolean)) {
		const [, word = '', value = ''] = /^(with|until)\s+(.*)$/i.exec(bound) ?? [];
		if (word.toLowerCase() === 'until') {
			const until = parseDay(value, calendar);
			if (until === undefined) return {message: whyNoDay(value, calendar)};
			found.until = until;
		} else if (word !== '') {
			found.inConsultationWith = [...(found.inConsultationWith ?? []), value];
		} else {
			limits.push(bound);
		}
	}
	if (limits.length > 0) found.limits = limits.join('; ');
	return found;
}

export const consultedHint = 'ar; Monitoring Officer; Cllr Lane: owns the site. Or “nobody”';

/** Who was consulted, parted by semicolons; what stands behind a colon is the conflict that they declared. */
export function readConsulted(
	{people}: Database,
	typed: string | undefined,
): {consulted?: NonNullable<Taken['consulted']>} | Wrong {
	if (typed === undefined || typed.toLowerCase() === 'nobody') return {};
	const consulted: NonNullable<Taken['consulted']> = [];
	for (const part of typed.split(';').map((one) => one.trim())) {
		if (part === '') continue;
		const [who = '', ...conflict] = part.split(':');
		const found = findPeople(people, who.trim());
		if (found.length > 1)
			return {message: `“${who.trim()}” may be ${orList(found)}: type more of it`};
		const [person] = found;
		const declared = conflict.join(':').trim();
		consulted.push({
			...(person ? {person: person.id} : {name: who.trim()}),
			...(declared ? {conflict: declared} : {}),
		});
	}
	return {consulted};
}

/** Those who were consulted, each with the conflict that they declared. */
export function sayConsulted(database: Database, consulted: Taken['consulted'] = []): string[] {
	const {between} = screenVoice(database);
	return consulted.map(({person, name = '', conflict}) =>
		between.sayConsulted({
			name: database.people.find(({id}) => id === person)?.name ?? name,
			...(conflict === undefined ? {} : {conflict}),
		}),
	);
}

export const underHint = 'D-3, or D-3 dl2 where it gave several; or a part of the constitution';

/** The delegation under which something is decided: the decision that gave it, or in words what else gave the power. */
export function readUnder(
	{decisions}: Database,
	typed: string | undefined,
): {under?: NonNullable<Taken['under']>} | Wrong {
	if (typed === undefined) return {};
	const [, id, which] = /^(D-\d+)(?:\s+(\S+))?$/i.exec(typed) ?? [];
	if (id === undefined) return {under: {authority: typed}};
	const decision = decisions.find((one) => one.id === id.toUpperCase());
	if (!decision) return {message: `there is no decision ${id.toUpperCase()}`};
	const given = decision.delegations ?? [];
	if (which === undefined && given.length > 1) {
		return {
			message: `${decision.id} gave ${given.length}: say which, as ${decision.id} ${given[0]?.id}`,
		};
	}
	const delegation = which?.toLowerCase() ?? given[0]?.id;
	return {under: {decision: decision.id, ...(delegation === undefined ? {} : {delegation})}};
}
