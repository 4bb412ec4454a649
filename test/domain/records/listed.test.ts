// What stands one to a line in a field: what is put into it is read back as it was.
import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {
	readNumbered,
	readSections,
	readStatements,
	writeLines,
	writeSections,
} from '../../../source/domain/records/listed.ts';
import {filled, lacksPart, readField, writeField} from '../../../source/domain/records/index.ts';
import {priorityFields} from '../../../source/domain/records/strategy.ts';
import {reportFields} from '../../../source/domain/records/report.ts';
import {makeDatabase, today} from '../../helpers/database.ts';

const setting = {database: makeDatabase(), today};
const word = fc.stringMatching(/^[A-Za-z][a-z :,]{0,12}[a-z]$/);

test('recommendations stand one to a line', () => {
	expect(readNumbered('That it be approved.\n\n That it be noted. ')).toEqual([
		'That it be approved.',
		'That it be noted.',
	]);
	expect(writeLines(['That it be approved.', 'That it be noted.'])).toBe(
		'That it be approved.\nThat it be noted.',
	);
});

test('one with several lines, or with a number of its own, is numbered', () => {
	const texts = ['That power be given to:\n(a) the director\n(b) the leader', '2. comes first'];
	const written = writeLines(texts);
	expect(written).toBe(
		'1. That power be given to:\n(a) the director\n(b) the leader\n2. 2. comes first',
	);
	expect(readNumbered(written)).toEqual(texts);
});

test('any recommendations are read back as they were', () => {
	fc.assert(
		fc.property(fc.array(fc.array(word, {minLength: 1, maxLength: 3}), {maxLength: 5}), (given) => {
			const texts = given.map((lines) => lines.join('\n'));
			expect(readNumbered(writeLines(texts))).toEqual(texts);
		}),
	);
});

test('implications stand one to a line, each behind its heading', () => {
	const sections = [
		{heading: 'Financial', text: 'Within the budget: £20,000.'},
		{heading: 'Legal', text: 'None'},
	];
	expect(writeSections(sections)).toBe('Financial: Within the budget: £20,000.\nLegal: None');
	expect(readSections(writeSections(sections))).toEqual({value: sections});
});

test('a text of several lines stands under its heading', () => {
	const sections = [
		{heading: 'Financial', text: 'First.\n\nSecond: more.'},
		{heading: 'Legal', text: ''},
	];
	expect(writeSections(sections)).toBe('# Financial\nFirst.\n\nSecond: more.\n# Legal\n');
	expect(readSections(writeSections(sections))).toEqual({value: sections});
});

test('what stands under no heading is asked about', () => {
	expect(readSections('There are none')).toEqual({
		message: '“There are none” has no heading: type Financial: within the budget',
	});
	expect(readSections('#\nNone')).toEqual({message: 'a heading is empty'});
});

test('aims keep their letters; a new one gets the next that is free', () => {
	expect(readStatements('Move the files\nB: Train everybody\nRetire the old')).toEqual([
		{id: 'A', text: 'Move the files'},
		{id: 'B', text: 'Train everybody'},
		{id: 'C', text: 'Retire the old'},
	]);
	expect(readStatements('A: one\nA: two')).toEqual([
		{id: 'A', text: 'one'},
		{id: 'B', text: 'two'},
	]);
});

test.each([
	['3', [3]],
	['2 1, 2', [1, 2]],
])('the paragraphs %s', (typed, numbers) => {
	expect(readField(reportFields.exempt.parts.paragraphs, typed, setting)).toEqual({
		value: numbers,
	});
});

test.each(['three', '3a', '-'])('no paragraphs: %s', (typed) => {
	expect(readField(reportFields.exempt.parts.paragraphs, typed, setting)).toEqual({
		message: `“${typed}” is not a number: type 3, or 1 2`,
	});
});

test('a paper is of a day, or of several', () => {
	const read = (typed: string) => readField(reportFields.date, typed, setting);
	expect(read('12 Oct')).toEqual({value: '2026-10-12'});
	const days = {from: '2019-05-07', to: '2019-05-10'};
	expect(read('7 May 2019 to 10 May 2019')).toEqual({value: days});
	expect(read(writeField(reportFields.date, days, setting.database))).toEqual({value: days});
	expect(read('10 May 2019 to 7 May 2019')).toEqual({
		message: '“10 May 2019 to 7 May 2019” ends before it begins',
	});
	expect(read('31 Nov')).toEqual({message: 'there is no 31 November'});
	expect(read('whenever')).toEqual({
		message: '“whenever” is not a date: type 12 Oct, or 2020-10-12 to 2020-10-14',
	});
});

test('the date of a paper is read in the order in which its organisation writes days', () => {
	const at = (locale?: string) => (typed: string) =>
		readField(reportFields.date, typed, {
			...setting,
			database: {
				...setting.database,
				organisation: {...setting.database.organisation, ...(locale ? {locale} : {})},
			},
		});
	expect(at('en-US')('10/12/2026')).toEqual({value: '2026-10-12'});
	expect(at('en-US')('10/12/2026 to 10/14/2026')).toEqual({
		value: {from: '2026-10-12', to: '2026-10-14'},
	});
	expect(at('en-GB')('10/12/2025')).toEqual({value: '2025-12-10'});
	expect(at('en-GB')('10/14/2026')).toEqual({
		message: 'there is no month 14: the day comes first here',
	});
});

test('what happened is the last such day, not the next', () => {
	expect(readField(reportFields.publishedOn, '30 Nov', setting)).toEqual({value: '2025-11-30'});
	expect(readField(reportFields.publishedOn, 'soon', setting)).toEqual({
		message: '“soon” is not a date: type 12 Oct, yesterday, fri or 2020-10-12',
	});
});

test('parts of which nothing is left are absent, and lists of them are there', () => {
	const {exempt} = reportFields;
	expect(filled(exempt, {paragraphs: [], confidential: false})).toBeUndefined();
	expect(filled(exempt, {ground: 'A person’s pay'})).toEqual({
		paragraphs: [],
		ground: 'A person’s pay',
	});
	const {workStream} = priorityFields;
	expect(lacksPart(workStream, {aims: [{id: 'A', text: 'One'}]})).toBe('work stream is empty');
	expect(lacksPart(workStream, {title: 'Telephony'})).toBeUndefined();
	expect(lacksPart(workStream, {})).toBeUndefined();
});
