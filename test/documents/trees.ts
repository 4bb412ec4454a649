// Document trees of every shape, and one that has a bit of everything.
import * as fc from 'fast-check';
import type {Block, Document, Text} from '../../source/documents/tree.ts';
import {anyText} from './texts.ts';

const anySpans: fc.Arbitrary<Text> = fc.oneof(
	anyText,
	fc.array(fc.oneof(anyText, fc.record({strong: anyText})), {maxLength: 4}),
);

const anyTable: fc.Arbitrary<Block> = fc
	.tuple(
		fc.array(
			fc.record(
				{
					title: anyText,
					align: fc.constant('right' as const),
					widest: fc.integer({min: 1, max: 40}),
				},
				{requiredKeys: ['title']},
			),
			{minLength: 1, maxLength: 5},
		),
		fc.option(anyText, {nil: undefined}),
	)
	.chain(([columns, caption]) =>
		fc
			.array(fc.array(anyText, {minLength: columns.length, maxLength: columns.length}), {
				minLength: 1,
				maxLength: 3,
			})
			.map((rows): Block => ({type: 'table', columns, rows, ...(caption ? {caption} : {})})),
	);

const anyBlock: fc.Arbitrary<Block> = fc.oneof(
	fc.record({
		type: fc.constant('heading' as const),
		level: fc.constantFrom(2 as const, 3 as const, 4 as const),
		text: anyText,
	}),
	fc.record({type: fc.constantFrom('paragraph' as const, 'note' as const), text: anySpans}),
	fc.record({type: fc.constant('strong' as const), text: anyText}),
	fc.record({
		type: fc.constant('list' as const),
		items: fc.array(anySpans, {minLength: 1, maxLength: 3}),
	}),
	fc.record({
		type: fc.constant('pairs' as const),
		pairs: fc.array(fc.tuple(anyText, anyText), {minLength: 1, maxLength: 3}),
	}),
	anyTable,
);

/** Any document, its headings in no order at all. */
export const anyTree: fc.Arbitrary<Document> = fc.record(
	{
		title: anyText,
		blocks: fc.array(anyBlock, {maxLength: 6}),
		footer: fc.array(anySpans, {maxLength: 2}),
	},
	{requiredKeys: ['title', 'blocks']},
);

/** A document of minutes as a clerk would issue it, small. */
export const minutes: Document = {
	title: 'Minutes: “R&D” board',
	blocks: [
		{type: 'note', text: 'Exempt matter is left out of this version.'},
		{type: 'pairs', pairs: [['Venue', 'Room 2\n\nRing the bell']]},
		{type: 'heading', level: 2, text: '1. Modernisation'},
		{type: 'paragraph', text: 'The Board thanked the service desk.\n\nIt asked\nfor a paper.'},
		{
			type: 'table',
			caption: 'Projects that moved',
			columns: [{title: 'Project'}, {title: 'Spent', align: 'right'}],
			rows: [
				['P1-02 Laptops', '£250,000'],
				['', '£3'],
			],
		},
		{type: 'table', columns: [{title: 'No.'}], rows: [['A-1']]},
		{type: 'heading', level: 3, text: 'Decision D-2'},
		{type: 'strong', text: 'That progress be noted.'},
		{type: 'list', items: [[{strong: 'Action A-2:'}, ' Write to <the supplier>'], 'Another']},
		{type: 'heading', level: 2, text: '2. Any other business'},
	],
	footer: ['Issued on 22 November 2026.', [{strong: 'Seal:'}, ' 3f0b6a6e']],
};
