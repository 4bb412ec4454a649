// What a field of each kind makes of what is typed: the value, how it is said and put back, or the whole sentence of the refusal.
import {expect, test} from 'vitest';
import type {Field} from '../../../source/domain/records/field.ts';
import {readField, sayField, writeField} from '../../../source/domain/records/index.ts';
import {makeDatabase, today} from '../../helpers/database.ts';

const setting = {database: makeDatabase(), today};

/** Of each kind: what it takes, at its bounds, and what it nearly takes. */
const typed: Partial<Record<Field['kind'], string[]>> = {
	line: [' as it stands '],
	day: ['2026-12-01', '31/2/2027', 'never'],
	span: ['2027-2031', '2027-04 to 2031-03', '2031-2027', 'soon'],
	quarter: ['2027', '2027-H1', '2027-H3', '2027-Q3', '2027-Q5', '2027-04', '2027-13'],
	money: ['£250,000', '250k', '2.4m EUR', '-1', 'a lot'],
	number: ['1,200', '-3', '−3', '+.5', '5.', '1e9', 'many'],
	yes: ['y', 'Yes', 'n', 'NO', 'ye', 'nope', 'true'],
	choice: ['red', 'Deep red', 'RED', 'constructor', 'blue'],
	person: ['js', 'Head of Data'],
	one: ['P1-02', 'laptop', 'P1', 'nothing like it'],
	several: ['P1-02, P1-03; P1-02', 'P1-02, nothing like it'],
	score: ['4x3', '43', '5 × 5', '1.1', '0x3', '6x3', '4x'],
	targets: ['2027-Q3 85', '2027: 1,000\n2028 -2.5', '2027-Q3', '85', '2027 x'],
	words: ['a, b, c, d, e', 'a; b; c; d', 'a, b, c, d, e, f'],
	when: ['2020-10-12', '2020-10-12 to 2020-10-14', '2020-10-14 – 2020-10-12', '12 to 14', 'once'],
	lines: ['One.\n\nTwo.'],
	sections: ['Background: It rained.', 'no heading'],
	numbers: ['3', '2 1, 2', '3a', ','],
	statements: ['One.\nTwo.'],
	parts: ['anything'],
	list: ['anything'],
	kept: ['anything'],
};

test('each kind of field reads what is meant, and says whole what it cannot read', async () => {
	const lines = Object.entries(typed).flatMap(([kind, texts]) => {
		const field: Field = {
			label: 'Colour',
			kind: kind as Field['kind'],
			of: 'projects',
			words: {red: 'Deep red', green: 'Green'},
		};
		const say = (text: string, of = field): string => {
			const read = readField(of, text, setting);
			if ('message' in read) return read.message;
			const {value} = read;
			const {database} = setting;
			return `${JSON.stringify(value)}, said ${sayField(of, value, database)}, put back ${writeField(of, value, database)}`;
		};
		return [
			`# ${kind}`,
			...texts.map((text) => `${text}: ${say(text)}`),
			`nothing: ${say('')}`,
			`nothing, where it is needed: ${say(' ', {...field, required: true})}`,
			'',
		].map((line) => line.replaceAll('\n', '\\n'));
	});
	await expect(lines.join('\n')).toMatchFileSnapshot('kinds.txt');
});
