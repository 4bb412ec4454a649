import type {Ways} from '../import/ways.ts';
import {keyFor} from './keys-by-name.ts';

/** How something is said of a paper on the screen, where a field is a row. */
export const byKeys: Ways = {
	set: (field, ...values) =>
		`${keyFor('paper.edit')} on ${field[0]?.toUpperCase()}${field.slice(1)}${values.some((value) => value !== '…') ? ` (${values.join(' or ')})` : ''}`,
	map: (from, to) => `${keyFor('paper.means')} (“${from}” means ${to})`,
	release: keyFor('paper.release'),
	board: 'a meeting of that board',
	sheet: (name) => `boardwalk import … --set "sheet=${name}"`,
	kind: (kind) => `boardwalk import … --as-kind ${kind}`,
};
