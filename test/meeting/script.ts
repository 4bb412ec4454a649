// A meeting of the cabinet from agenda to signed minutes, as the clerk presses it. The same steps run in
// a real terminal and, with a fixed clock, for the documents that are kept as golden files.
import type {Key} from '../../source/ui/keys.ts';

export type Step = {
	/** What happens in the room. */
	says: string;
	/** Keys by their names, each a word: `tab`, `ctrl+d`; a text in quotes is typed. */
	press: readonly Key[];
	/** What stands on the screen afterwards. */
	shows: string | RegExp;
	/** What no longer stands there. */
	hides?: string | RegExp;
};

const fits = (text: string, wanted: string | RegExp): boolean =>
	typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);

/** What is wrong with a screen after a step; undefined when it says what it should. */
export function objection(
	text: string,
	{shows, hides}: Pick<Step, 'shows' | 'hides'>,
): string | undefined {
	if (!fits(text, shows)) return `${shows} is not seen in\n${text}`;
	return hides !== undefined && fits(text, hides)
		? `${hides} is still seen in\n${text}`
		: undefined;
}

/** The keys that type a text. */
const t = (text: string): Key[] => Array.from(text);
const down = (times: number): Key[] => Array.from({length: times}, () => 'down');
const tab = (times: number): Key[] => Array.from({length: times}, () => 'tab');

/** The agenda: proposed, arranged, checked, published. `when` is the meeting's day as it is typed. */
export const before = (when: string): Step[] => [
	{says: 'the Meeting screen, empty', press: ['4'], shows: 'no meetings yet'},
	{says: 'a new meeting', press: ['N'], shows: 'Proposed agenda: Apologies for absence'},
	{says: 'its time', press: ['tab', 'tab', ...t(`${when} 14:00`)], shows: /14:00/},
	{says: 'saved', press: ['ctrl+d'], shows: /Saved r2: .* planned meeting M-1/},
	{
		says: 'parking goes before the data centre',
		press: [...down(4), 'K'],
		shows: /Saved r3: .*reordered/,
	},
	{says: 'and back', press: ['J'], shows: /Saved r4: .*reordered/},
	{says: 'more time for it', press: ['+'], shows: /Saved r5/},
	{
		says: 'can we lawfully decide this?',
		press: ['up', 'L'],
		shows: /NOT YET +4 [^]*Key decision: holds +SI 2012.2089 reg 10/,
	},
	{says: 'back', press: ['escape'], shows: 'Agenda'},
	{
		says: 'the agenda is published',
		press: ['Y', 'enter'],
		shows: /Saved r6: .*published the agenda/,
	},
	{
		says: 'now we can',
		press: ['L'],
		shows: /nothing found missing +4 .*[^]*nothing found missing +9 /,
	},
];

/** Opening, the roll, declarations. */
const opening: Step[] = [
	{says: 'the Meeting screen', press: ['4'], shows: 'Agenda'},
	{says: 'opened', press: ['o'], shows: 'LIVE M-1'},
	{says: 'all present', press: ['t', 'A'], shows: '5/5 present'},
	{says: 'but Transport is late', press: [...down(4), 'a'], shows: '4/5 present, quorate'},
	{says: 'back to the agenda', press: ['escape'], shows: 'Agenda'},
	{says: 'declarations', press: ['n'], shows: /NOW 2 +Declarations/},
	{says: 'none yet', press: ['0'], shows: /noted on item 2/},
	{says: 'the priority', press: ['n'], shows: /NOW 3 +Priority 1/},
	{
		says: 'a status by shorthand',
		press: [':', ...t('s P1-01 blocked Waiting for the supplier'), 'enter'],
		shows: /Saved r\d+: .*P1-01 .* to Pending dep/,
	},
];

/** A key decision by the general exception; somebody comes in while the form is open. */
const keyDecision: Step[] = [
	{says: 'the data centre', press: ['n'], shows: /NOW 4 +Replacement of the data centre/},
	{says: 'the form, prefilled', press: ['d'], shows: /Still lacks: .*alternatives/},
	{says: 'moved by the Deputy', press: t('dl'), shows: /Mover +dl +Deputy Leader|Mover +dl/},
	{
		says: 'Transport arrives in the middle of it',
		press: ['ctrl+t', ...t('pt'), 'enter'],
		shows: '5/5 present',
	},
	{says: 'the form is as it was', press: ['tab'], shows: /Mover +dl +Deputy Leader/},
	{
		says: 'seconded',
		press: [...t('pf'), ...tab(4)],
		shows: /Seconder +pf +Portfolio Holder, Finance/,
	},
	{says: 'the alternatives are confirmed', press: ['tab', 'y'], shows: '[y yes'},
	{
		says: 'and an action follows',
		press: [...tab(5), ...t('pf +2w Write to the supplier')],
		shows: /Then action +pf \+2w Write to the supplier/,
	},
	{
		says: 'read back',
		press: ['ctrl+d'],
		shows: /Read back[^]*That the data centre be replaced at a cost of no more than £850,000\./,
		hides: 'Then action',
	},
	{says: 'resolved', press: ['enter'], shows: /Saved r\d+: .*recorded decision D-1/},
];

/** An amendment, a recorded vote that ties, and the casting vote. */
const amended: Step[] = [
	{says: 'parking', press: ['n'], shows: /NOW 5 +Parking charges/},
	{says: 'the form', press: ['d', ...t('dl'), 'tab', ...t('pf'), 'tab'], shows: /Seconder +pf/},
	{
		says: 'a recorded vote that ties',
		press: t('r lc+ dl+ pf- ph- pt='),
		shows: /a tie, and no casting/,
	},
	{
		says: 'the Leader gives the casting vote',
		press: ['tab', 'f'],
		shows: /\[f Leader of the Council for/,
	},
	{
		says: 'an amendment',
		press: ['tab', ...t('That residents be exempt.')],
		shows: 'That residents be exempt.',
	},
	{says: 'its movers', press: ['tab', ...t('ph pt')], shows: /Housing, seconded by .*Transport/},
	{
		says: 'carried on hands',
		press: ['tab', ...t('5 0')],
		shows: /Carried on a show of hands: 5 for, 0 against/,
	},
	{says: 'so the outcome follows', press: ['tab', 'tab'], shows: '[m Approved as amended]'},
	{
		says: 'reasons of its own',
		press: t('Residents bear the cost already.'),
		shows: 'Residents bear the cost already.',
	},
	{says: 'alternatives confirmed', press: ['tab', 'tab', 'y'], shows: '[y yes'},
	{
		says: 'the wording as amended',
		press: [...Array.from({length: 12}, () => 'shift+tab'), ...t(' Residents are exempt.')],
		shows: /Residents are exempt\.[^]*/,
	},
	{says: 'complete', press: ['tab'], shows: 'The record is complete.'},
	{
		says: 'read back',
		press: ['ctrl+d'],
		shows: /Read back[^]*and the casting vote of[^]*Leader of the Council/,
	},
	{says: 'resolved', press: ['enter'], shows: /Saved r\d+: .*recorded decision D-2/},
];

/** Two interests take the quorum away: the item can only be deferred. */
const inquorate: Step[] = [
	{says: 'the grant', press: ['n'], shows: /NOW 6 +Grant to the housing/},
	{
		says: 'Housing declares and leaves',
		press: [':', ...t('dec ph dpi withdrew Sits on its board'), 'enter'],
		shows: /Saved r\d+: .*declared a disclosable/,
	},
	{
		says: 'so does Finance, sensitively',
		press: [':', ...t('dec pf ori withdrew sensitive'), 'enter'],
		shows: /NOT QUORATE/,
	},
	{
		says: 'as recommended? Not without a quorum',
		press: ['r'],
		shows: /not quorate on this item: 3 of the 4/i,
	},
	{says: 'deferred instead', press: ['shift+tab', 'd'], shows: '[d Deferred]'},
	{
		says: 'reasons',
		press: [...tab(5), ...t('There was no quorum.'), 'ctrl+d'],
		shows: 'Outcome: Deferred',
	},
	{says: 'recorded', press: ['enter'], shows: /Saved r\d+: .*recorded decision D-3/},
];

/** The exempt item: the public is excluded in three keys. */
const exempt: Step[] = [
	{says: 'urgent business', press: ['n'], shows: /NOW 7 +Urgent business/},
	{says: 'the exclusion', press: ['n'], shows: /NOW 8 +Exclusion/},
	{says: 'the depot', press: ['n'], shows: /NOW 9 +Lease of the depot/},
	{says: 'excluded', press: ['x', '3', 'enter'], shows: /Saved r\d+: .*made item 9/},
	{says: 'the decision', press: ['d', ...tab(6), 'y', 'ctrl+d'], shows: /Read back[^]*£61,500/},
	{says: 'resolved', press: ['enter'], shows: /Saved r\d+: .*recorded decision D-5/},
	{says: 'blanked', press: ['.'], shows: /[Bb]lanked/, hides: 'depot'},
	{says: 'and back', press: ['.'], shows: 'Agenda'},
];

/** Closed, published, issued. */
const after: Step[] = [
	{says: 'Transport leaves', press: [':', ...t('left pt'), 'enter'], shows: /Saved r\d+: .*left/},
	{says: 'close?', press: ['X'], shows: 'Closing cannot be undone'},
	{says: 'closed', press: ['enter'], shows: /Saved r\d+: .*closed M-1/},
	{says: 'the minutes', press: ['7'], shows: /Draft/},
	{says: 'issued', press: ['i', 'enter'], shows: /Saved r\d+: .*seal BW-M-1-v1/},
	{says: 'notices published', press: ['P', 'enter'], shows: /papers/},
];

/**
 * The next meeting takes the action up and approves the minutes; the chair signs. Where its day is still to come, the
 * program asks whether it is to be opened all the same.
 */
export const next = (when: string, isToCome = false): Step[] => [
	{says: 'the Meeting screen', press: ['4'], shows: 'Agenda'},
	{says: 'a new meeting', press: ['N'], shows: 'Minutes of the meeting'},
	{says: 'its time', press: ['tab', 'tab', ...t(`${when} 14:00`)], shows: /14:00/},
	{says: 'saved', press: ['ctrl+d'], shows: /Saved r\d+: .* planned meeting M-2/},
	{
		says: 'opened, all present',
		press: ['o', ...(isToCome ? ['enter'] : []), 't', 'A'],
		shows: '5/5 present',
	},
	{says: 'back to the agenda', press: ['escape'], shows: 'Agenda'},
	{says: 'to the minutes', press: ['n', 'n'], shows: /NOW 3 +Minutes of the meeting/},
	{says: 'read back', press: ['m'], shows: 'be approved as a correct record'},
	{says: 'approved', press: ['enter'], shows: /Saved r\d+: .*recorded decision D-6/},
	{says: 'progress on actions', press: ['n'], shows: /A-1 +Write to the supplier/},
	{says: 'closed', press: ['X', 'enter'], shows: /Saved r\d+: .*closed M-2/},
	{says: 'the minutes of the first', press: ['7'], shows: /M-2/},
	{says: 'of the first', press: ['['], shows: /M-1/},
	{says: 'signed', press: ['S', 'ctrl+d'], shows: /Saved r\d+: .*signed the minutes/},
];

/** The day itself. */
export const steps: readonly Step[] = [
	...opening,
	...keyDecision,
	...amended,
	...inquorate,
	...exempt,
	...after,
];
