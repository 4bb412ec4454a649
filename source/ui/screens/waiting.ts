import {
	markableName,
	sayMark,
	type Waiting,
	waitingIn,
} from '../../domain/queries/public/marked.ts';
import {count, recordWords} from '../../domain/words.ts';
import {line, type LinePart, rule} from '../components/line.ts';
import {recordPage} from './pages/index.ts';
import {keeping, listLines, remembered, type Screen, type View, windowNote} from './screen.ts';
import {keyFor} from '../keys-by-name.ts';

function waitingParts({state, theme, width}: View, {path, collection, why}: Waiting): LinePart[] {
	const glyph = theme.spoken ? 'PRIVATE ' : `${theme.glyphs.private} PRIVATE`;
	const room = Math.max(30, width - 2 - 10 - 9 - 30);
	return [
		['warn', glyph, 10],
		['plain', recordWords[collection], 9],
		['strong', markableName(state.database, path), room],
		['dim', ` ${sayMark(state.database, why)}`],
	];
}

const waitingOf = keeping(waitingIn);

/** What is kept from the public until somebody releases it, and below it what would be released. */
export const waiting: Screen = {
	pane: false,
	rows: remembered(({database}) => waitingIn(database).map(({path}) => path)),
	row(view, path) {
		const one = waitingOf(view.state.database).find((waits) => waits.path === path);
		return one ? waitingParts(view, one) : [];
	},
	told: ({state: {database}}) => [
		`Held back from the public: ${count(waitingOf(database).length, 'record')}`,
		`Nothing public shows it until it is released: ${keyFor('waiting.release')} this one, ${keyFor('waiting.release-all')} all of them`,
	],
	draw(view) {
		const {state, place, theme, width, height} = view;
		const rows = waiting.rows(state, place);
		const head = [
			line(
				theme,
				width,
				['strong', ` Held back from the public: ${count(rows.length, 'record')}`],
				['dim', `   ${windowNote(view, rows, Math.max(3, Math.floor((height - 4) / 2)))}`],
			),
			line(theme, width, [
				'dim',
				` Nothing public shows it until it is released: ${keyFor('waiting.release')} this one, ${keyFor('waiting.release-all')} all of them`,
			]),
		];
		if (rows.length === 0) {
			return [...head.slice(0, 1), line(theme, width, '   Nothing waits to be released.')];
		}
		const room = Math.max(3, Math.floor((height - head.length - 1) / 2));
		const list = listLines(view, rows, room, waiting.row);
		const left = Math.max(0, height - head.length - list.length - 1);
		const page = recordPage(view, view.selected);
		const hidden = page.length - left;
		const more =
			hidden > 0 ? `, ${count(hidden, 'more line')}: ${keyFor('list.open')} shows all` : '';
		return [
			...head,
			...list,
			rule(theme, width, `What would be released${more}`),
			...page.slice(0, left),
		];
	},
};

/** How many records wait, as a line on a screen that says where they are listed; none where nothing waits. */
export function waitingCount({state, theme, width}: View, says: string | undefined): string[] {
	if (says === undefined || state.publicOnly) return [];
	const glyph = theme.spoken ? '' : `${theme.glyphs.private} `;
	return [
		line(
			theme,
			width,
			['warn', ` ${glyph}${says}`],
			['dim', `  ${keyFor('private.list')} lists them`],
		),
	];
}
