import type {Confidence, ProjectStatus} from '../domain/schema/index.ts';
import {statusWords} from '../domain/words.ts';

/** What a word of a paper says of a project: where it stands, how sure its delivery is, or both. */
export type Standing = {status?: ProjectStatus; confidence?: Confidence};

const says: [Standing, string][] = [
	[
		{status: 'delivered'},
		'delivered | complete | completed | done | finished | closed | implemented | live | achieved | blue | operational | in use | in service | project complete | fully delivered | complete and closed | embedded | bau | business as usual | met | completed and closed | delivered in full | closed complete | concluded | b | closed out | works complete | practically complete',
	],
	[
		{status: 'in-progress'},
		'in progress | running | in hand | ongoing | underway | under way | started | active | in delivery | delivery | progressing | wip | work in progress | open | continuing | commenced | mobilising | in flight | being delivered | implementation | in implementation | execution | current | in development | partially complete | part complete | partly complete | partially delivered | partly delivered | nearing completion',
	],
	[
		{status: 'in-progress', confidence: 'green'},
		'on track | on target | on schedule | to plan | progressing well | on plan | good progress | on course',
	],
	[
		{status: 'in-progress', confidence: 'amber'},
		'at risk | delayed | slipping | some issues | behind schedule | minor issues | minor delays | some concerns | slipped | late | behind | needs attention | some delay',
	],
	[
		{status: 'in-progress', confidence: 'red'},
		'off track | major issues | critical | significant issues | significant delay | failing | serious concerns | major delay | overdue | significantly delayed | off target',
	],
	[
		{status: 'on-hold'},
		'on hold | paused | suspended | deferred | parked | postponed | halted | hold | dormant | in abeyance | put on hold',
	],
	[
		{status: 'blocked'},
		'blocked | pending | pending dependencies | waiting | awaiting | dependent | pending dependency | awaiting dependencies | awaiting decision | awaiting funding | awaiting approval | stalled | pending delivery of dependencies',
	],
	[
		{status: 'cancelled'},
		'cancelled | canceled | stopped | abandoned | withdrawn | terminated | dropped | discontinued | ceased | not proceeding | closed early | rejected | descoped | no longer required | not progressed | superseded',
	],
	[
		{status: 'proposed'},
		'proposed | planned | not started | new | pipeline | future | scheduled | to start | not yet started | idea | concept | initiation | pre start | to be started | not begun | not commenced | yet to start | scoping | planning | in planning | feasibility | business case | definition | to do | todo | initiating | upcoming',
	],
	[{confidence: 'green'}, 'green | g'],
	[
		{confidence: 'amber'},
		'amber | a | yellow | orange | amber green | green amber | amber red | red amber',
	],
	[{confidence: 'red'}, 'red | r'],
];

const words = new Map<string, Standing>([
	...Object.entries(statusWords).map(([status, word]): [string, Standing] => [
		word.toLowerCase(),
		{status: status as ProjectStatus},
	]),
	...says.flatMap(([standing, list]) =>
		list.split('|').map((word): [string, Standing] => [word.trim(), standing]),
	),
]);

/** Phases of work, in a column of them: one that is being worked on, and one that is not begun. */
const underWay =
	/^(?:(?:under|in|detailed|preliminary|concept|outline|final|technical|developed|spatial) )?(?:construction|design|procurement|tender(?:ing)?|commissioning|testing|manufacture|fabrication)\b|^(?:on site|out to tender|contract award|bid(?:ding)?(?:(?: and)? award)?|out to bid|advertis(?:ed|ing)|handover|close ?out|closing|right of way|permitting|environmental review|mobilisation|defects period)$/;
const ahead =
	/^(?:pre ?design|pre ?construction|programming|appraisal|options appraisal|unfunded|not funded|pre ?project)$/;

/** Where a project stands by the phase that it is in: `Construction`, `Design (60%)`. */
export function readPhase(text: string): Standing | undefined {
	const plain = plainly(text);
	if (ahead.test(plain)) return {status: 'proposed'};
	return plain.split(' ').length <= 4 && underWay.test(plain) ? {status: 'in-progress'} : undefined;
}

/** The letters of a text, small, without marks. */
const plainly = (text: string): string =>
	text
		.toLowerCase()
		.replaceAll(/[^\p{L}]+/gu, ' ')
		.trim();

/** A status as people write it, case and marks aside; undefined when nobody has told what it means. */
export function readStanding(text: string): Standing | undefined {
	return words.get(plainly(text));
}

/**
 * The status that a comment begins with, and what it goes on to say: `Delivered, single sign-on is in place`. Up to
 * five words count, and only where a mark ends them.
 */
export function leadingStanding(text: string): {standing: Standing; rest: string} | undefined {
	const marked =
		/^(?:status\s*[:–-]\s*)?([\p{L}][\p{L}' -]{1,50}?)\s*(?:[,:;.]|\s[–—-]\s|$)\s*(.*)$/isu.exec(
			text.trim(),
		);
	const [, lead = '', rest = ''] = marked ?? [];
	const found = lead.split(/\s+/).length <= 6 ? readStanding(lead) : undefined;
	return found && {standing: found, rest: rest.trim()};
}
