import type {Table} from './tree.ts';

/** How a name or a number is written into a page: the writer's own, so that all is escaped. */
type Write = (text: string) => string;

/**
 * A table's numbers as bars, one a row, with the legend above. Whoever does not see it has the table that follows, which
 * says the same: a bar's parts differ in pattern as well as in colour, and hold their numbers.
 */
export function toChart({columns, rows, chart = []}: Table, write: Write): string[] {
	const numbers = rows.map((row) => chart.map(({column}) => Number(row[column]) || 0));
	const totals = numbers.map((row) => row.reduce((sum, number) => sum + number, 0));
	const most = Math.max(1, ...totals);
	const used = chart.map((_, part) => numbers.some((row) => (row[part] ?? 0) > 0));
	const legend = chart.flatMap(({column, look}, part) =>
		used[part]
			? [
					`<li><span class="key part-${look % 6}"></span> ${write(columns[column]?.title ?? '')}</li>`,
				]
			: [],
	);
	return [
		'<div class="chart" aria-hidden="true">',
		`<ul class="legend">${legend.join('')}</ul>`,
		...rows.map((row, at) => {
			const parts = (numbers[at] ?? []).flatMap((number, part) =>
				number > 0
					? [
							`<span class="part part-${(chart[part]?.look ?? 0) % 6}" style="flex-grow:${number}"><b>${number}</b></span>`,
						]
					: [],
			);
			const width = Math.round(((totals[at] ?? 0) / most) * 1000) / 10;
			return `<div class="bar"><span class="name">${write(row[0] ?? '')}</span><span class="room"><span class="parts" style="width:${width}%">${parts.join('')}</span></span></div>`;
		}),
		'</div>',
	];
}

/** The look of charts, for pages that have any. On paper, colours are printed though backgrounds are not. */
export const chartStyles = `:root {
	--part-0: #1b6e3c;
	--part-1: #1f5fa8;
	--part-2: #8a5a00;
	--part-3: #a3262a;
	--part-4: #16707a;
	--part-5: #66707b;
	--stripe: rgb(255 255 255 / 0.28);
}
@media (prefers-color-scheme: dark) {
	:root { --part-0: #2c8a50; --part-1: #3b7cc9; --part-2: #a06e10; --part-3: #bf4347; --part-4: #1f858f; --part-5: #717b87; }
}
.chart { margin: 0 0 1.25rem; break-inside: avoid; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; padding: 0; margin: 0 0 0.75rem; list-style: none; font-size: 0.9375rem; }
.legend li { margin: 0; }
.key { display: inline-block; width: 1rem; height: 1rem; vertical-align: -0.125rem; border-radius: 2px; }
.bar { display: grid; grid-template-columns: 13rem 1fr; gap: 0 1rem; align-items: center; padding: 0.1875rem 0; break-inside: avoid; }
.name { line-height: 1.3; }
.room { display: block; background: var(--shade); border-radius: 2px; }
.parts { display: flex; min-height: 1.75rem; }
.part { flex: 1 1 0; min-width: 1.25rem; display: flex; align-items: center; justify-content: center; border-right: 2px solid var(--paper); color: #fff; font-size: 0.875rem; line-height: 1; }
.part b { padding: 0.125rem 0.25rem; border-radius: 2px; }
.part-0 { background: var(--part-0); }
.part-1 { background: repeating-linear-gradient(135deg, var(--part-1) 0 8px, color-mix(in srgb, var(--part-1), #fff 22%) 8px 10px); }
.part-2 { background: repeating-linear-gradient(90deg, var(--part-2) 0 5px, color-mix(in srgb, var(--part-2), #fff 22%) 5px 7px); }
.part-3 { background: repeating-linear-gradient(45deg, var(--part-3) 0 4px, color-mix(in srgb, var(--part-3), #fff 22%) 4px 6px); }
.part-4 { background: repeating-linear-gradient(0deg, var(--part-4) 0 4px, color-mix(in srgb, var(--part-4), #fff 22%) 4px 6px); }
.part-5 { background: radial-gradient(circle at 3px 3px, color-mix(in srgb, var(--part-5), #fff 40%) 1.5px, var(--part-5) 2px) 0 0 / 8px 8px; }
.part-1 b { background: var(--part-1); } .part-2 b { background: var(--part-2); } .part-3 b { background: var(--part-3); }
.part-4 b { background: var(--part-4); } .part-5 b { background: var(--part-5); }
main, footer { max-width: 68rem; }
.wide { overflow-x: auto; margin: 0 0 1rem; }
.wide table { margin: 0; }
.wide:focus-visible { outline: 3px solid var(--part-1); }
@media (max-width: 34rem) {
	.bar { grid-template-columns: 1fr; padding: 0.375rem 0; }
	.wide table:has(thead th:nth-child(5)) { min-width: 40rem; }
	.wide caption { max-width: calc(100vw - 2.5rem); }
	.wide :is(tbody th, thead th:first-child) { position: sticky; left: 0; min-width: 8.5rem; background: var(--paper); }
	.wide thead th:first-child { background: var(--shade); }
}
@media print {
	.part, .key, .room { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
	.wide { overflow: visible; }
	.wide table { font-size: 9pt; }
}
`;
