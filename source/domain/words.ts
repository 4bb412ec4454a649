import type {
	ActionStatus,
	AttendanceStatus,
	Board,
	Confidence,
	Meeting,
	Outcome,
	ProjectStatus,
} from './schema/index.ts';

/** The words for every fixed value: the same on screens, in documents and in messages. */
export const statusWords: Record<ProjectStatus, string> = {
	proposed: 'Proposed',
	'in-progress': 'In progress',
	'on-hold': 'On hold',
	blocked: 'Pending dependencies',
	delivered: 'Delivered',
	cancelled: 'Cancelled',
};

export const confidenceWords: Record<Confidence, string> = {
	green: 'Green',
	amber: 'Amber',
	red: 'Red',
};

export const outcomeWords: Record<Outcome, string> = {
	approved: 'Approved',
	'approved-as-amended': 'Approved as amended',
	refused: 'Refused',
	lost: 'Lost',
	deferred: 'Deferred',
	referred: 'Referred',
	'recommended-to-council': 'Recommended to council',
	noted: 'Noted',
	withdrawn: 'Withdrawn',
};

export const attendanceWords: Record<AttendanceStatus, string> = {
	present: 'Present',
	apologies: 'Apologies',
	absent: 'Absent',
	substitute: 'Substitute',
	'in-attendance': 'In attendance',
};

export const boardKindWords: Record<Board['kind'], string> = {
	executive: 'Executive',
	individual: 'Individual decision-maker',
	committee: 'Committee',
	scrutiny: 'Scrutiny',
	officer: 'Officers’ board',
	plain: 'Board',
};

export const meetingStatusWords: Record<Meeting['status'], string> = {
	planned: 'Planned',
	open: 'Open',
	adjourned: 'Adjourned',
	closed: 'Closed',
};

export const actionStatusWords: Record<ActionStatus, string> = {
	open: 'Open',
	done: 'Done',
	cancelled: 'Cancelled',
};

const byField: Record<string, Record<string, string>> = {
	status: {...meetingStatusWords, ...actionStatusWords, ...statusWords, ...attendanceWords},
	confidence: confidenceWords,
	outcome: outcomeWords,
};

/** A field's value in words, cut to a length that fits into a sentence. */
export function sayValue(field: string, value: unknown): string {
	if (value === undefined || value === '') return 'nothing';
	const text = typeof value === 'string' ? value : JSON.stringify(value);
	const word = byField[field]?.[text];
	if (word) return word;
	return text.length > 60 ? `“${text.slice(0, 59)}…”` : `“${text}”`;
}

/** `1 project`, `2 projects`. */
export const count = (number: number, one: string, many = `${one}s`): string =>
	`${number} ${number === 1 ? one : many}`;

/** The words that are nearest to a mistyped one, nearest first; none when nothing is near. */
export function nearest(word: string, candidates: readonly string[]): string[] {
	const typed = word.toLowerCase();
	return candidates
		.map((candidate) => ({candidate, distance: distance(typed, candidate.toLowerCase())}))
		.filter(({candidate, distance}) => distance <= Math.max(2, candidate.length / 3))
		.sort((a, b) => a.distance - b.distance)
		.map(({candidate}) => candidate)
		.slice(0, 3);
}

/** Levenshtein's distance; the inputs are short words. */
function distance(a: string, b: string): number {
	let row = Array.from({length: b.length + 1}, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, substitution));
		}
		row = next;
	}
	return row[b.length] ?? 0;
}
