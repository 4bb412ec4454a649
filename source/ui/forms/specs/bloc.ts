import type {Change} from '../../../domain/changes/index.ts';
import {blocOf, markedForBloc} from '../../../domain/queries/meeting/agenda.ts';
import {itemNumber} from '../../../domain/queries/meeting/meetings.ts';
import {inClauses} from '../../../domain/rules/clauses.ts';
import {lacking} from '../../../domain/law/completeness.ts';
import type {AgendaItem, Database, Decision, Meeting} from '../../../domain/schema/index.ts';
import {count} from '../../../domain/words.ts';
import {sayLacks, sayMotion} from '../aloud.ts';
import type {Form, FormSpec} from '../form.ts';
import {meetingOf} from './item.ts';
import {motionFields, readMotion} from './motion.ts';

const itemsOf = (database: Database, {target}: Form) => {
	const meeting = meetingOf(database, target.meeting);
	return meeting ? blocOf(database, meeting) : [];
};

const sayItem = (meeting: Meeting | undefined, item: AgendaItem): string =>
	`${meeting ? itemNumber(meeting, item.id) : ''} ${item.title}`;

/** What is marked and yet not taken, and why. */
function leftOut(database: Database, form: Form): string[] {
	const meeting = meetingOf(database, form.target.meeting);
	const taken = new Set(itemsOf(database, form).map(({item}) => item.id));
	return (meeting ? markedForBloc(database, meeting) : [])
		.filter(({item}) => !taken.has(item.id))
		.map(({item}) => `Left out, as an interest is declared in it: ${sayItem(meeting, item)}`);
}

/** Several reports are taken as recommended by one motion; each decision stands in the register by itself. */
export const bloc: FormSpec = {
	title: (database, form) =>
		`${count(itemsOf(database, form).length, 'item')} en bloc, as recommended`,
	lead(database, form) {
		const meeting = meetingOf(database, form.target.meeting);
		return [
			...itemsOf(database, form).map(({item}) => sayItem(meeting, item)),
			...leftOut(database, form),
		];
	},
	fields: motionFields,
	start: () => ({values: {mover: '', seconder: '', vote: ''}}),
	submit({database}, form) {
		const motion = readMotion(database, form);
		if ('message' in motion) return motion;
		const {meeting = ''} = form.target;
		const changes = itemsOf(database, form).map(({item, report}): Change => ({
			kind: 'decision/record',
			meeting,
			item: item.id,
			title: item.title,
			resolution: inClauses(report.recommendations),
			recommendation: report.recommendations.join(' '),
			outcome: 'approved',
			reasons: report.reasons,
			alternatives: report.alternatives,
			reference: report.reference,
			key: report.key,
			keyReason: report.keyReason,
			...motion,
		}));
		return changes.length > 0
			? {changes}
			: {message: 'none of the items waits for a decision any more'};
	},
	readBack(database, form, changes) {
		const meeting = meetingOf(database, form.target.meeting);
		const taken = changes.filter((change) => change.kind === 'decision/record');
		const lines = taken.flatMap((each) => {
			const {
				kind: _kind,
				amendments: _a,
				consulted: _c,
				delegations: _d,
				candidates: _e,
				...change
			} = each;
			const decision: Decision = {
				...change,
				id: 'D-0',
				board: meeting?.board ?? '',
				status: 'recorded',
				date: '',
			};
			return [
				`${meeting ? itemNumber(meeting, change.item) : ''} ${change.title}`,
				...change.resolution.split('\n').map((text) => `  ${text}`),
				...sayLacks(lacking(database, decision).map(({says}) => says)).slice(1),
				'',
			];
		});
		const [first] = taken;
		return first
			? [
					bloc.title(database, form),
					'',
					...lines,
					...leftOut(database, form),
					...sayMotion(database, first),
				]
			: undefined;
	},
};
