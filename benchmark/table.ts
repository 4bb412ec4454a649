// The results as a table: aligned for the terminal, and as Markdown.

export type Goal = {
	/** The most that the measured value may be, as a multiple of the floor. */
	ratio?: number;
	/** The most that it may be, in its own unit. */
	most?: number;
};

/** One line of the table; without a goal it is told for information. */
export type Result = {
	what: string;
	unit: 'ms' | 'bytes' | 'MB' | 'presses' | 'changes';
	measured: number;
	/** What it is compared with, in the same unit, from the same run. */
	floor?: number | undefined;
	/** What the floor is, in a few words. */
	against?: string | undefined;
	goal?: Goal | undefined;
};

/** Undefined where there is nothing to meet. */
export function isMet({measured, floor, goal}: Result): boolean | undefined {
	if (!goal) return undefined;
	if (goal.ratio !== undefined && !(measured <= goal.ratio * (floor ?? Number.NaN))) return false;
	return goal.most === undefined || measured <= goal.most;
}

const headings = ['what', 'measured', 'floor', 'ratio', 'goal', 'met'];

function cells(result: Result): string[] {
	const {what, unit, measured, floor, against, goal} = result;
	const met = isMet(result);
	const goals = [
		goal?.ratio === undefined ? '' : `≤ ${goal.ratio} ×`,
		goal?.most === undefined ? '' : `≤ ${goal.most} ${unit}`,
	];
	return [
		what,
		figure(measured, unit),
		floor === undefined ? '' : `${figure(floor, unit)} ${against ?? ''}`.trim(),
		floor ? (measured / floor).toFixed(2) : '',
		goals.filter(Boolean).join(', '),
		met === undefined ? '' : met ? 'yes' : 'NO',
	];
}

/** The cells of every row as wide as the widest of their column. */
function aligned(rows: string[][]): string[][] {
	const widths = headings.map((_, column) =>
		Math.max(...rows.map((row) => row[column]?.length ?? 0)),
	);
	return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)));
}

export function table(results: readonly Result[]): string {
	const [heads = [], ...rows] = aligned([headings, ...results.map(cells)]);
	const rule = heads.map((head) => '─'.repeat(head.length));
	return [heads, rule, ...rows].map((row) => `${row.join('  ').trimEnd()}\n`).join('');
}

/** Laid out as the formatter would, which checks the pages. */
export function markdown(results: readonly Result[]): string {
	const [heads = [], ...rows] = aligned([headings, ...results.map(cells)]);
	const rule = heads.map((head) => '-'.repeat(head.length));
	return [heads, rule, ...rows].map((row) => `| ${row.join(' | ')} |\n`).join('');
}

/** How many goals there are and how many of them are met, in a sentence. */
export function verdict(results: readonly Result[]): string {
	const goals = results.filter(({goal}) => goal);
	const missed = goals.filter((result) => !isMet(result)).length;
	if (goals.length === 0) return 'No goal was measured.';
	if (missed === 0) return `All ${goals.length} goals are met.`;
	return `${goals.length - missed} of ${goals.length} goals are met, ${missed} not.`;
}

/** Three significant figures are what the machine's noise leaves. */
function figure(value: number, unit: Result['unit']): string {
	const isCount = unit === 'bytes' || unit === 'presses' || unit === 'changes';
	const digits = isCount || value >= 100 ? 0 : value >= 10 ? 1 : 2;
	return `${value.toFixed(digits)} ${unit}`;
}
