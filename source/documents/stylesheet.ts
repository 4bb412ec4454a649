import type {Document} from './tree.ts';
import {type Manner, paperOf, wordsOf} from '../domain/voice/index.ts';

/**
 * The look of a page: plain, wide enough for the tables, one column on a telephone, black on white on
 * paper. Nothing is said by colour alone: what stands out has a line beside it, or is bold.
 */
export function stylesheet(
	manner: Pick<Manner, 'locale' | 'paper'>,
	{head, foot}: NonNullable<Document['leaves']> = {},
): string {
	const {page, pageOf} = wordsOf(manner).shared;
	return `${look}@page {
	size: ${paperOf(manner)};
	margin: 2cm 2cm 2.25cm;
${head ? `	@top-center { content: ${quoted(head)}; font: bold 11pt Arial, Helvetica, sans-serif; }\n` : ''}${foot ? `	@bottom-left { content: ${quoted(`${foot} ${'_'.repeat(12)}`)}; font: 9pt Arial, Helvetica, sans-serif; }\n` : ''}	@bottom-right { content: "${page} " counter(page) " ${pageOf} " counter(pages); font: 9pt Arial, Helvetica, sans-serif; }
}
`;
}

/** A text as a style sheet holds it. */
const quoted = (text: string): string => `"${text.replaceAll(/["\\\n<]/g, ' ')}"`;

const look = `:root {
	color-scheme: light dark;
	--ink: #16191d;
	--quiet: #4b545c;
	--paper: #fff;
	--line: #8a929a;
	--shade: #eef1f4;
}
@media (prefers-color-scheme: dark) {
	:root {
		--ink: #e9ebee;
		--quiet: #b3bac1;
		--paper: #15181b;
		--line: #6f7880;
		--shade: #23282d;
	}
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
	margin: 0;
	padding: 2rem 1.25rem 4rem;
	background: var(--paper);
	color: var(--ink);
	font: 1.0625rem/1.5 Arial, Helvetica, "Liberation Sans", sans-serif;
	overflow-wrap: anywhere;
}
main, footer { max-width: 50rem; margin: 0 auto; }
h1, h2, h3, h4 { line-height: 1.25; margin: 2rem 0 0.75rem; text-wrap: balance; }
h1 { font-size: 2rem; margin-top: 0; }
h2 { font-size: 1.4375rem; padding-top: 1rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.1875rem; }
h4 { font-size: 1.0625rem; }
p, ul, dl, table, aside, .strong { margin: 0 0 1rem; }
:is(aside, .strong, li, dd, td, th) > p:last-child { margin-bottom: 0; }
ul { padding-left: 1.5rem; }
li { margin-bottom: 0.375rem; }
.strong { padding: 0.5rem 0 0.5rem 1rem; border-left: 5px solid var(--ink); }
ol.clauses { list-style: none; margin: 0.375rem 0 0; padding-left: 1.5rem; }
aside { padding: 0.75rem 1rem; border: 1px solid var(--line); border-left-width: 5px; background: var(--shade); }
aside + aside { margin-top: -0.5rem; }
dl > div { display: grid; grid-template-columns: 12rem 1fr; gap: 0 1rem; padding: 0.1875rem 0; }
dt { font-weight: bold; }
dd { margin: 0; }
table { width: 100%; border-collapse: collapse; overflow-wrap: normal; font-size: 1rem; line-height: 1.4; }
caption { padding-bottom: 0.5rem; text-align: left; font-weight: bold; }
th, td { padding: 0.4375rem 0.75rem 0.4375rem 0.5rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { background: var(--shade); border-bottom: 2px solid var(--ink); vertical-align: bottom; }
tbody th { font-weight: normal; }
.right { text-align: right; font-variant-numeric: tabular-nums; }
.whole { white-space: nowrap; }
.long { min-width: 7em; overflow-wrap: anywhere; }
.head { text-align: center; font-weight: bold; letter-spacing: 0.1em; }
footer { margin-top: 2.5rem; padding-top: 1rem; border-top: 2px solid var(--ink); color: var(--quiet); font-size: 0.9375rem; }
@media (max-width: 34rem) {
	dl > div { display: block; padding: 0.375rem 0; }
	table { font-size: 0.9375rem; }
	th, td { padding: 0.375rem 0.375rem 0.375rem 0; }
}
@media print {
	/* Every page says it in its margin. */
	.head { display: none; }
	:root { color-scheme: light; --ink: #000; --quiet: #000; --paper: #fff; --line: #777; --shade: #eee; }
	body { padding: 0; font-size: 12pt; }
	main, footer { max-width: none; }
	table { font-size: 11pt; }
	h1 { font-size: 20pt; }
	h2 { font-size: 15pt; margin-top: 1.25rem; padding-top: 0.75rem; }
	h3 { font-size: 12.5pt; }
	h1, h2, h3, h4, caption { break-after: avoid; }
	thead { display: table-header-group; }
	tr, aside, dl > div, footer { break-inside: avoid; }
	p, li, dd { orphans: 3; widows: 3; }
}
`;
