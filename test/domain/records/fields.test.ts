// What each record's fields are, whole: forms, pages, lists, filters and tables are drawn from it, so one that is altered by mistake is seen here.
import {expect, test} from 'vitest';
import type {Field} from '../../../source/domain/records/field.ts';
import {leavesOf} from '../../../source/domain/records/field.ts';
import {recordTypes} from '../../../source/domain/records/types.ts';

const sayField = ({parts: _parts, label, kind, ...more}: Field): string =>
	[
		`${label} (${kind})`,
		...Object.entries(more).map(([name, value]) =>
			name === 'words'
				? `words ${Object.entries(value)
						.map(([key, word]) => `${key}=${String(word)}`)
						.join(' ')}`
				: `${name} ${Array.isArray(value) ? value.map(String).join('; ') : (JSON.stringify(value) ?? '')}`,
		),
	].join(', ');

test('the fields of every record are as they were read last', async () => {
	const told = Object.entries(recordTypes).map(([name, {fields, ...type}]) =>
		[
			`# ${name}: ${JSON.stringify(type)}`,
			...leavesOf(fields).map(({path, field}) => `${path}: ${sayField(field)}`),
			'',
		].join('\n'),
	);
	await expect(told.join('\n')).toMatchFileSnapshot('fields.txt');
});
