import {tellEntry} from '../domain/queries/log/sentences.ts';
import {tracer} from '../domain/queries/log/trace.ts';
import type {Database, Entry} from '../domain/schema/index.ts';
import {englishManner, voiceOf} from '../domain/voice/index.ts';
import {cut} from '../domain/words.ts';
import {type DocumentRule, documentRules, type Source} from './source.ts';
import {
	type Block,
	type Document,
	type NumberedClause,
	heading,
	note,
	paragraph,
	spansOf,
	table,
	type Text,
} from './tree.ts';

/** Something that a document says, and where that comes from; headings of the paper's own come from nowhere. */
export type Sentence = {text: string; isHeading: boolean; source?: Source | undefined};

const textOf = (text: Text): string =>
	spansOf(text)
		.map((span) => (typeof span === 'string' ? span : span.strong))
		.join('');

/** All that a document says, in its order: a paragraph, a pair, an item, a row each. */
export function sentencesOf({
	title,
	source,
	blocks,
	footer = [],
	footerSource,
}: Document): Sentence[] {
	const one = (text: string, from: Source | undefined, isHeading = false): Sentence => ({
		text,
		isHeading,
		source: from,
	});
	/** Clauses stand in the wording that they are of. */
	const clausesOf = (clauses: readonly NumberedClause[], from: Source | undefined): Sentence[] =>
		clauses.flatMap(({mark, text, below}) => [
			one(`${mark} ${text}`, from),
			...clausesOf(below, from),
		]);
	return [
		one(title, source, true),
		...blocks.flatMap((block): Sentence[] => {
			switch (block.type) {
				case 'heading':
					return [one(block.text, block.source, true)];
				case 'strong':
					return [one(block.text, block.source), ...clausesOf(block.clauses ?? [], block.source)];
				case 'paragraph':
				case 'note':
					return [one(textOf(block.text), block.source)];
				case 'list':
					return block.items.map((item, index) => one(textOf(item), block.sources?.[index]));
				case 'table':
					return block.rows.map((row, index) =>
						one(row.filter(Boolean).join(' | '), block.sources?.[index]),
					);
				case 'pairs':
					return block.pairs.map(([name, value, from]) => one(`${name}: ${value}`, from));
			}
		}),
		...footer.map((text) => one(textOf(text), footerSource)),
	];
}

/** A sentence with the revisions of the acts that it comes from. */
type TracedSentence = {
	text: string;
	revisions: number[];
	/** The rule that worked it out of them. */
	rule?: DocumentRule;
	/** It says that something is not recorded. */
	absent?: true;
	/** Some of it stood in the record before the first act of the log. */
	before?: true;
};

type Resolve = (source: Source) => Omit<TracedSentence, 'text'>;

/** Finds the revisions behind a source; of what is absent there are none. */
function resolver(database: Database): Resolve {
	const trace = tracer(database);
	return ({from, acts: told = [], rule, absent}) => {
		if (absent) return {revisions: [], absent};
		const {acts, before} = trace(from);
		return {
			revisions: [...new Set([...acts, ...told])].toSorted((a, b) => a - b),
			...(rule === undefined ? {} : {rule}),
			...(before ? {before} : {}),
		};
	};
}

/** What a document says and where each sentence comes from, as data: without headings that are its own. */
export function traceOf(
	database: Database,
	document: Document,
): {
	sentences: TracedSentence[];
	acts: {revision: number; at: string; kinds: string[]}[];
} {
	const resolve = resolver(database);
	const sentences = sentencesOf(document).flatMap(({text, source}) =>
		source ? [{text, ...resolve(source)}] : [],
	);
	const cited = new Set(sentences.flatMap(({revisions}) => revisions));
	return {
		sentences,
		acts: database.log
			.filter(({revision}) => cited.has(revision))
			.map((entry) => ({revision: entry.revision, at: entry.at, kinds: kindsOf(entry)})),
	};
}

/** The kinds of change in an act, each once; of one that tells nothing, why. */
const kindsOf = ({changes, ...entry}: Entry): string[] =>
	changes
		? [...new Set(changes.map(({kind}) => kind))]
		: [entry['withheld'] ? 'withheld' : 'redacted'];

/** An act's sentence is cut here; the whole of it is in the log. */
const longest = 160;

/**
 * A document in which each sentence is followed by the revisions it comes from, `[r12, r14]`, by the rule that worked it out,
 * `[r12: quorum]`, or by `[not recorded]`; at its end stand these acts with their times, and what the rules do.
 */
export function tracedDocument(database: Database, document: Document): Document {
	const resolve = resolver(database);
	const cited = new Set<number>();
	const rules = new Set<DocumentRule>();
	const mark = (source: Source | undefined): string => {
		if (!source) return '';
		const {revisions, rule, absent, before} = resolve(source);
		for (const revision of revisions) cited.add(revision);
		if (rule) rules.add(rule);
		if (absent) return ' [not recorded]';
		const acts = [...(before ? ['before the log'] : []), ...ranges(revisions)].join(', ');
		return ` [${[acts, rule && `rule ${rule}`].filter(Boolean).join(': ') || 'nothing'}]`;
	};
	const marked = (text: Text, source: Source | undefined): Text => {
		const after = mark(source);
		return after === '' ? text : [...spansOf(text), after];
	};
	const title = `${document.title}${mark(document.source)}`;
	const blocks = document.blocks.map((block): Block => {
		switch (block.type) {
			case 'heading':
			case 'strong':
				return {...block, text: `${block.text}${mark(block.source)}`};
			case 'paragraph':
			case 'note':
				return {...block, text: marked(block.text, block.source)};
			case 'list':
				return {
					...block,
					items: block.items.map((item, index) => marked(item, block.sources?.[index])),
				};
			case 'pairs':
				return {
					...block,
					pairs: block.pairs.map(([name, value, source]) => [name, `${value}${mark(source)}`]),
				};
			case 'table':
				return {
					...block,
					columns: [...block.columns, {title: 'Source', widest: 18}],
					rows: block.rows.map((row, index) => [...row, mark(block.sources?.[index]).trim()]),
				};
		}
	});
	const footer = document.footer?.map((text) => marked(text, document.footerSource));
	return {
		...document,
		title,
		blocks: [...blocks, ...sourceBlocks(database, cited, rules)],
		...(footer ? {footer} : {}),
	};
}

/** `r3, r5–r9`. */
function ranges(revisions: readonly number[]): string[] {
	const runs: [number, number][] = [];
	for (const revision of revisions) {
		const last = runs.at(-1);
		if (last?.[1] === revision - 1) last[1] = revision;
		else runs.push([revision, revision]);
	}
	return runs.flatMap(([first, last]) =>
		last - first < 2 ? [...new Set([first, last])].map((one) => `r${one}`) : [`r${first}–r${last}`],
	);
}

/** The acts that were cited, with their times and kinds, and what the rules do. */
function sourceBlocks(
	database: Database,
	cited: ReadonlySet<number>,
	rules: ReadonlySet<DocumentRule>,
): Block[] {
	const {when} = voiceOf(englishManner(database));
	const acts = database.log.filter(({revision}) => cited.has(revision));
	return [
		heading(2, 'Sources'),
		note('Each sentence above is followed by the acts of the log that it comes from.'),
		...(acts.length === 0 ? [paragraph('No act is cited.')] : []),
		...table({
			columns: [
				{title: 'Act', widest: 8},
				{title: 'When', widest: 20},
				{title: 'Kind', widest: 24},
				{title: 'What was done'},
			],
			rows: acts.map((entry) => [
				`r${entry.revision}`,
				when(entry.at).replace(/^on /, ''),
				kindsOf(entry).join(', '),
				cut(tellEntry(database, entry), longest),
			]),
		}),
		...table({
			columns: [{title: 'Rule', widest: 14}, {title: 'What it does'}],
			rows: Object.entries(documentRules)
				.filter(([name]) => rules.has(name as DocumentRule))
				.map(([name, says]) => [name, says]),
		}),
	];
}
