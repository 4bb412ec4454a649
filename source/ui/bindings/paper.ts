import {refusedNow} from '../forms/edit.ts';
import {formError, openForm} from '../forms/open.ts';
import {leavePaper, type Paper, sayOfPaper} from '../paper.ts';
import {isLong, type ReviewRow, rowsIn} from '../screens/paper-rows.ts';
import {comesOf, passageOverflow} from '../screens/paper.ts';
import {selectedOf} from '../screens/index.ts';
import {atPlace, bodyHeight, placeOf, say, type State, type Step, step} from '../state.ts';
import {subjectOf} from '../subject.ts';
import {themeFor} from '../theme.ts';
import type {Binding} from './binding.ts';
import {writable} from './global.ts';
import {shown} from './held.ts';
import {keyFor} from '../keys-by-name.ts';

function selectedRow(state: State): ReviewRow | undefined {
	const place = placeOf(state);
	const path = selectedOf(state, place);
	return rowsIn(state, place).find((row) => row.path === path);
}

/** Says something of the paper at once, without a form. */
function saying(state: State, news: Record<string, string>): Step {
	const said = sayOfPaper(state, {meeting: placeOf(state).id}, news);
	return 'state' in said ? said : step(formError(state, said.message));
}

/** Takes what is skipped, as it was found; skips anything else. */
function toggle(state: State): Step {
	const row = selectedRow(state);
	const id = row?.finding?.id;
	if (!row || id === undefined) return step(state);
	return saying(state, {[`skip ${id}`]: row.mark === 'skip' ? '' : 'yes'});
}

/** How some values are typed. */
const asks: Record<string, string> = {
	date: 'A day such as 12 May 2026, or days such as 7-10 May 2026.',
	key: 'yes or no',
	exempt: 'no, or the paragraphs that it is exempt by, such as 3',
	period: 'Years such as 2026-2029.',
	priority: 'The priority of all projects that are new, such as P1.',
	recommendations: 'One to a line.',
	appendices: 'One to a line.',
};

const oneOf = (paper: Paper | undefined) =>
	paper?.review.kind === 'portfolio'
		? `A column is one of ${paper.roles.join(', ')}\nA word for a status means one such as on-hold.`
		: `One of ${paper?.roles.join(', ') ?? ''}.`;

function editRow(state: State): Step {
	const row = selectedRow(state);
	const paper = placeOf(state).paper;
	if (!row?.says || !paper) return step(state);
	const isMap = row.says.startsWith('map ');
	return step(
		openForm(state, 'finding', {
			meeting: placeOf(state).id,
			finding: isMap ? 'map' : row.says,
			word: isMap ? row.says.slice('map '.length) : undefined,
			says: isMap ? 'What it means' : row.label,
			shown: isMap || row.mark === 'none' ? '' : row.value,
			about: isMap ? oneOf(paper) : asks[row.finding?.field ?? row.path.slice('missing/'.length)],
			long: !isMap && isLong(row) ? 'yes' : undefined,
		}),
	);
}

function scrollPassage(state: State, by: number): Step {
	const place = placeOf(state);
	const selected = selectedOf(state, place);
	const most = passageOverflow({state, place, selected}, themeFor({}));
	const wanted = (place.scroll ?? 0) + by * Math.max(1, Math.floor(bodyHeight(state) / 4));
	return step(atPlace(state, {scroll: Math.max(0, Math.min(most, wanted))}));
}

/** Asks once, and says what would be done; what would be refused is not asked about. */
function bringIn(state: State): Step {
	const {paper} = placeOf(state);
	if (!paper) return step(state);
	if ('refusal' in paper) return step(say(state, 'refused', `Not yet: ${paper.refusal}`));
	const refused = refusedNow(state, paper.changes);
	if (refused) return step(say(state, 'refused', `Not yet: ${refused}`));
	const rows = rowsIn(state, placeOf(state));
	const skipped = rows.filter(({mark}) => mark === 'skip').map(({label}) => label);
	const changing = rows.filter(
		({finding, mark}) => finding?.field === 'rows' && ['take', 'look'].includes(mark),
	);
	return step({
		...state,
		overlay: {
			kind: 'confirm',
			title: 'Bring it in, as one act?',
			full: changing.length > 0,
			lines: [
				`It makes ${comesOf(paper)}.`,
				...(skipped.length > 0 ? [`Left out: ${skipped.join(', ')}.`] : []),
				...paper.notes.map((note) => `Note: ${note}`),
				...changing.map(({value}) => value),
				`${keyFor('act.undo')} takes it back.`,
			],
			yes: 'Bring it in',
			effects: [{kind: 'commit', changes: paper.changes, done: {leavePaper: true}}],
		},
	});
}

export const paperBindings: Binding[] = [
	{
		id: 'report.bring-in',
		scope: 'item',
		label:
			'Bring a paper in from a file: a report, a decision, minutes, a strategy, a table of projects',
		makes: 'report/add',
		hint: 'bring in',
		enabled(state) {
			const may = writable(state);
			if (may !== true) return may;
			if (!state.reads) return 'papers cannot be read here';
			return shown(state)?.status === 'closed' ? 'the meeting is closed; its agenda stands' : true;
		},
		run: (state) => step(openForm(state, 'import', {meeting: subjectOf(state).meeting?.id})),
	},
	{
		id: 'paper.bring-in',
		scope: 'paper',
		label: 'Bring it in (asks first)',
		hint: 'bring in',
		run: bringIn,
	},
	{
		id: 'paper.edit',
		scope: 'paper',
		label: 'Another value for it, or one for what was not found',
		hint: 'edit',
		enabled: (state) =>
			selectedRow(state)?.says
				? true
				: `it has no value of its own: ${keyFor('paper.skip')} skips it, ${keyFor('paper.means')} says what a column or a word means`,
		run: editRow,
	},
	{
		id: 'paper.skip',
		scope: 'paper',
		label: 'Skip it, or take it after all',
		hint: 'skip/take',
		enabled: (state) => {
			const finding = selectedRow(state)?.finding;
			return finding && finding.field !== 'columns'
				? true
				: 'there is nothing to skip: it does not come in';
		},
		run: toggle,
	},
	{
		id: 'paper.release',
		scope: 'paper',
		label: 'Release it: the paper is public after all',
		hint: 'release',
		enabled: (state) =>
			placeOf(state).paper?.review.findings.some(
				({field, value}) => field === 'exempt' && value !== null,
			)
				? true
				: 'nothing in it is kept private',
		run: (state) => saying(state, {'set exempt': 'no'}),
	},
	{
		id: 'paper.means',
		scope: 'paper',
		label: 'Say what a heading, a column or a word of the paper means',
		hint: 'means',
		enabled: (state) =>
			placeOf(state).paper?.review.kind === 'strategy'
				? 'the headings of a strategy are as they are'
				: true,
		run(state) {
			const row = selectedRow(state);
			if (row?.says?.startsWith('map ')) return editRow(state);
			return step(
				openForm(state, 'finding', {
					meeting: placeOf(state).id,
					finding: 'map',
					word: row?.word,
					says: 'What it means',
					about: oneOf(placeOf(state).paper),
				}),
			);
		},
	},
	{
		id: 'paper.on',
		scope: 'paper',
		label: 'Read on in the passage',
		hint: 'passage',
		run: (state) => scrollPassage(state, 1),
	},
	{
		id: 'paper.back',
		scope: 'paper',
		label: 'Back in the passage',
		run: (state) => scrollPassage(state, -1),
	},
	{
		id: 'paper.again',
		scope: 'paper',
		label: 'Read the file again',
		run: (state) => saying(state, {}),
	},
	{
		id: 'paper.leave',
		scope: 'paper',
		label: 'Leave it; what you said about it is kept',
		hint: 'leave',
		run: (state) => step(leavePaper(state)),
	},
];
