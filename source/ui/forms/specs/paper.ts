import type {Database} from '../../../domain/schema/index.ts';
import {calendarOf, inFigures} from '../../../domain/typed-days.ts';
import {screenVoice} from '../../../domain/voice/index.ts';
import {type FormSpec, given, valueOf} from '../form.ts';
import {meetingOf} from './item.ts';
import {keyFor} from '../../keys-by-name.ts';

/** Which file is to come in. Besides its fields it keeps all that is said of the paper while the paper is looked at. */
export const importPaper: FormSpec = {
	title(database, {target}) {
		const held = meetingOf(database, target.meeting);
		return held ? `Bring a paper in, for ${held.id} ${held.title}` : 'Bring a paper in';
	},
	lead: () => [
		'A report (.docx, .md, .txt), a strategy, or a table of projects (.xlsx, .csv). Nothing is recorded before you have seen what was found.',
	],
	enterSaves: true,
	saves: 'Read it',
	fields: () => [
		{
			name: 'path',
			label: 'File',
			kind: 'path',
			hint: `${keyFor('form.next')} completes; ~ is your own folder`,
		},
	],
	start: () => ({}),
	submit(_surroundings, form) {
		return valueOf(form, 'path') === ''
			? {field: 'path', message: `name the file; ${keyFor('form.next')} shows what there is`}
			: {paper: {}};
	},
};

/** Which day is meant by figures, before it is taken; a year is given, so today is of no account. */
function understood(database: Database, typed: string): {told?: string} {
	const read = inFigures(typed, calendarOf(database, '2000-01-01'));
	if ('message' in read) return {told: read.message};
	return read.text === typed ? {} : {told: screenVoice(database).day(read.text)};
}

/** One thing that somebody says of the paper: another value, or what a heading or a word means. */
export const finding: FormSpec = {
	title: (_database, {target}) => target.says ?? 'A word of the paper',
	lead: (_database, {target}) => target.about?.split('\n') ?? [],
	enterSaves: true,
	fields: (database, {target, values}) => [
		...(target.finding === 'map'
			? [
					{
						name: 'word',
						label: 'In the paper',
						kind: 'line',
						hint: 'a heading, a column or a status, as it stands there',
					} as const,
				]
			: []),
		{
			name: 'value',
			label: target.finding === 'map' ? 'means' : 'To be',
			kind: target.long === 'yes' ? 'long' : 'line',
			...understood(database, values['value']?.value ?? ''),
		},
	],
	focus: (_database, {target}) => (target.finding === 'map' && !target.word ? 'word' : 'value'),
	start: (_database, {word = '', shown = ''}) => ({values: {word, value: shown}}),
	submit({database, today}, form) {
		const {finding = '', says} = form.target;
		const value = given(form, 'value');
		if (value === undefined)
			return {
				field: 'value',
				message: `it is empty; ${keyFor('form.leave')}, and ${keyFor('paper.skip')} leaves it out instead`,
			};
		const word = given(form, 'word');
		if (finding === 'map' && word === undefined)
			return {field: 'word', message: `${says ?? 'it'}: which word of the paper?`};
		if (finding === 'map') return {paper: {[`map ${word}`]: value}};
		const read = inFigures(value, calendarOf(database, today));
		return 'message' in read
			? {field: 'value', message: read.message}
			: {paper: {[finding]: read.text}};
	},
};
