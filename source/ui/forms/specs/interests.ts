import {boardLaw} from '../../../domain/law/boards.ts';
import type {Board, Database, InterestKind} from '../../../domain/schema/index.ts';
import {interestWords} from '../../../domain/words.ts';
import {type FormSpec, type FormTarget, given} from '../form.ts';
import {boardOf} from './board.ts';

type Word = {title: string; interest: InterestKind; withdraws?: boolean};

const write = (words: readonly Word[]): string =>
	words
		.map(({title, interest, withdraws}) => `${title} (${interest})${withdraws ? ', leaves' : ''}`)
		.join('\n');

const wordsOf = ({interests = []}: Board): Word[] =>
	interests.map(({title, kind, withdraws}) => ({
		title,
		interest: kind,
		...(withdraws ? {withdraws} : {}),
	}));

/** The kinds that the board's law knows. */
function kindsFor(database: Database, target: FormTarget): readonly InterestKind[] {
	const board = boardOf(database, target);
	return board ? boardLaw(database, board).interests.kinds : [];
}

/** `Prejudicial interest (dpi), leaves`: a word of each line; or the line that is none. */
function read(database: Database, board: Board, text: string): {words: Word[]} | {message: string} {
	const {kinds} = boardLaw(database, board).interests;
	const words: Word[] = [];
	for (const one of text
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean)) {
		const [, title = '', given = '', leaves] =
			/^(.+?)(?: +\((\w+)\))?(, *leaves)?$/.exec(one) ?? [];
		const interest =
			given === '' && kinds.length === 1 ? kinds[0] : kinds.find((kind) => kind === given);
		if (interest === undefined) {
			return {
				message: `“${one}”: say behind it which kind it is: ${kinds.map((kind) => `(${kind})`).join(', ')}`,
			};
		}
		words.push({title, interest, ...(leaves === undefined ? {} : {withdraws: true})});
	}
	return {words};
}

/** What a board calls its members' interests, a line each, with the kind of its law that each stands for. */
export const interests: FormSpec = {
	title: (database, {target}) =>
		`What ${boardOf(database, target)?.name ?? 'the board'} calls interests`,
	lead(database, {target}) {
		const kinds = kindsFor(database, target);
		return [
			`One to a line, with its kind: ${kinds.map((kind) => `(${kind}) ${interestWords[kind].toLowerCase()}`).join(', ')}. “, leaves” behind it: whoever declares it leaves the room. Empty: the words of the law.`,
		];
	},
	fields(database, {target}) {
		const [kind = 'conflict'] = kindsFor(database, target);
		const hint = `${interestWords[kind]} (${kind}), leaves`;
		return [{name: 'words', label: 'Interests', kind: 'long', hint}];
	},
	start(database, target) {
		const board = boardOf(database, target);
		if (!board) return {};
		return {
			base: {titles: (board.interests ?? []).map(({title}) => title)},
			values: {words: write(wordsOf(board))},
		};
	},
	submit({database}, form) {
		const board = boardOf(database, form.target);
		if (!board) return {message: 'the board is gone'};
		const found = read(database, board, given(form, 'words') ?? '');
		if ('message' in found) return {field: 'words', message: found.message};
		if (write(found.words) === write(wordsOf(board))) {
			return {field: 'words', message: 'nothing has changed yet'};
		}
		const from = (form.base['titles'] ?? []) as string[];
		return {changes: [{kind: 'board/interests', id: board.id, from, items: found.words}]};
	},
};
