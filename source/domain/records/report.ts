import type {Exempt, Report} from '../schema/index.ts';
import type {FieldsOf} from './field.ts';

/** The paper behind an item. What a law calls exempt, and which paragraphs it has, the law says (`law/boards.ts`). */
export const reportFields = {
	id: {label: 'Id', kind: 'kept'},
	title: {label: 'Title', kind: 'line', required: true},
	reference: {label: 'Reference', kind: 'line', hint: 'the number that the paper has elsewhere'},
	date: {label: 'Date', kind: 'when', hint: 'of the paper, or of the days of the decision'},
	author: {label: 'Author', kind: 'line', hint: 'a post; reports name no people'},
	board: {label: 'For', kind: 'one', of: 'boards', hint: 'the board that is asked to decide'},
	publishedOn: {
		label: 'Published',
		kind: 'day',
		past: true,
		hint: 'the day from which it was open to the public',
	},
	key: {label: 'Key decision', kind: 'yes', unsaid: 'it does not say'},
	keyReason: {label: 'Key because', kind: 'line'},
	asAt: {label: 'As at', kind: 'kept'},
	summary: {label: 'Summary', kind: 'text'},
	recommendations: {label: 'Recommended', kind: 'lines', hint: 'That … be approved; one to a line'},
	reasons: {label: 'Reasons', kind: 'text', hint: 'for what is recommended'},
	alternatives: {label: 'Alternatives', kind: 'text', hint: 'considered, and why they are not'},
	consultation: {label: 'Consultation', kind: 'text', hint: 'who was asked, and what they said'},
	scrutiny: {label: 'Scrutiny', kind: 'text', hint: 'what a scrutiny committee said'},
	implications: {
		label: 'Implications',
		kind: 'sections',
		hint: 'one to a line, each with its heading: Financial: within the budget',
	},
	appendices: {label: 'Appendices', kind: 'lines', hint: 'one to a line'},
	backgroundPapers: {label: 'Background', kind: 'text', hint: 'the papers that it relies on'},
	exempt: {
		label: 'Exempt',
		kind: 'parts',
		parts: {
			paragraphs: {label: 'Exempt under', kind: 'numbers', hint: 'the paragraphs: 3, or 1 2'},
			confidential: {label: 'Confidential', kind: 'yes'},
			ground: {label: 'Private because', kind: 'line'},
			title: {label: 'Public title', kind: 'line', hint: 'what the public reads instead'},
			summary: {label: 'Public text', kind: 'text', hint: 'what may be told of it'},
		} satisfies FieldsOf<Exempt>,
	},
	private: {label: 'Private', kind: 'kept', private: true},
} as const satisfies FieldsOf<Report>;
