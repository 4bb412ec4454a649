// A meeting of the cabinet from agenda to signed minutes, as the clerk presses it. The same steps run in
// a real terminal and, with a fixed clock, for the documents that are kept as golden files.
import type {Press} from '../helpers/press.ts';

export type Step = {
	/** What happens in the room. */
	says: string;
	/** What keys do, by its name (`roll.take`); what is typed by the letter. */
	press: readonly Press[];
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
const t = (text: string): Press[] => Array.from(text);
const down = (times: number): Press[] => Array.from({length: times}, () => 'list.down');
const tab = (times: number): Press[] => Array.from({length: times}, () => 'form.next');

/** The agenda: proposed, arranged, checked, published. `when` is the meeting's day as it is typed. */
export const before = (when: string): Step[] => [
	{says: 'the Meeting screen, empty', press: ['go.meeting'], shows: 'no meetings yet'},
	{says: 'a new meeting', press: ['meeting.add'], shows: 'Proposed agenda: Apologies for absence'},
	{says: 'its time', press: ['form.next', 'form.next', ...t(`${when} 14:00`)], shows: /14:00/},
	{says: 'saved', press: ['form.save'], shows: /Saved r2: .* planned meeting M-1/},
	{
		says: 'parking goes before the data centre',
		press: [...down(4), 'item.up'],
		shows: /Saved r3: .*reordered/,
	},
	{says: 'and back', press: ['item.down'], shows: /Saved r4: .*reordered/},
	{says: 'more time for it', press: ['item.longer'], shows: /Saved r5/},
	{
		says: 'can we lawfully decide this?',
		press: ['list.up', 'lawful.show'],
		shows: /NOT YET +4 [^]*Key decision: holds +SI 2012.2089 reg 10/,
	},
	{says: 'back', press: ['place.back'], shows: '─ Agenda'},
	{
		says: 'the agenda is published',
		press: ['agenda.publish', 'confirm.yes'],
		shows: /Saved r6: .*published the agenda/,
	},
	{
		says: 'now we can',
		press: ['lawful.show'],
		shows: /nothing found missing +4 .*[^]*nothing found missing +9 /,
	},
];

/** Opening, the roll, declarations. */
const opening: Step[] = [
	{says: 'the Meeting screen', press: ['go.meeting'], shows: 'Agenda'},
	{says: 'opened', press: ['meeting.open'], shows: 'LIVE M-1'},
	{says: 'all present', press: ['roll.take', 'roll.all-present'], shows: '5/5 present'},
	{
		says: 'but Transport is late',
		press: [...down(4), 'roll.apologies'],
		shows: '4/5 present, quorate',
	},
	{says: 'back to the agenda', press: ['place.back'], shows: 'Agenda'},
	{says: 'declarations', press: ['meeting.next'], shows: /NOW 2 +Declarations/},
	{says: 'none yet', press: ['item.none-declared'], shows: /nobody had any/},
	{says: 'the priority', press: ['meeting.next'], shows: /NOW 3 +Priority 1/},
	{
		says: 'a status by shorthand',
		press: ['quick.open', ...t('s P1-01 blocked Waiting for the supplier'), 'quick.do'],
		shows: /Saved r\d+: .*P1-01 .* to Pending/,
	},
];

/** A key decision by the general exception; somebody comes in while the form is open. */
const keyDecision: Step[] = [
	{
		says: 'the data centre',
		press: ['meeting.next'],
		shows: /NOW 4 +Replacement of the data centre/,
	},
	{says: 'the form, prefilled', press: ['decision.record'], shows: /Still lacks: .*alternatives/},
	{says: 'moved by the Deputy', press: t('dl'), shows: /Mover +dl +Deputy Leader|Mover +dl/},
	{
		says: 'Transport arrives in the middle of it',
		press: ['form.movement', ...t('pt'), 'quick.do'],
		shows: '5/5 present',
	},
	{says: 'the form is as it was', press: ['form.next'], shows: /Mover +dl +Deputy Leader/},
	{
		says: 'seconded',
		press: [...t('pf'), ...tab(4)],
		shows: /Seconder +pf +Portfolio Holder, Finance/,
	},
	{says: 'the alternatives are confirmed', press: ['form.next', 'y'], shows: '[y yes'},
	{
		says: 'and an action follows',
		press: [...tab(5), ...t('pf +2w Write to the supplier')],
		shows: /Then action +pf \+2w Write to the supplier/,
	},
	{
		says: 'read back',
		press: ['form.save'],
		shows: /Read back[^]*That the data centre be replaced at a cost of no more than £850,000\./,
		hides: 'Then action',
	},
	{says: 'resolved', press: ['confirm.yes'], shows: /Saved r\d+: .*recorded decision D-1/},
];

/** An amendment, a recorded vote that ties, and the casting vote. */
const amended: Step[] = [
	{says: 'parking', press: ['meeting.next'], shows: /NOW 5 +Parking charges/},
	{
		says: 'the form',
		press: ['decision.record', ...t('dl'), 'form.next', ...t('pf'), 'form.next'],
		shows: /Seconder +pf/,
	},
	{
		says: 'a recorded vote that ties',
		press: t('r lc+ dl+ pf- ph- pt='),
		shows: /a tie, and no casting/,
	},
	{
		says: 'the Leader gives the casting vote',
		press: ['form.next', 'f'],
		shows: /\[f Leader of the Council for/,
	},
	{
		says: 'an amendment',
		press: ['form.next', ...t('That residents be exempt.')],
		shows: 'That residents be exempt.',
	},
	{
		says: 'its movers',
		press: ['form.next', ...t('ph pt')],
		shows: /Housing, seconded by .*Transport/,
	},
	{
		says: 'carried on hands',
		press: ['form.next', ...t('5 0')],
		shows: /Carried on a show of hands: 5 for, 0 against/,
	},
	{
		says: 'so the outcome follows',
		press: ['form.next', 'form.next'],
		shows: '[m Approved as amended]',
	},
	{
		says: 'reasons of its own',
		press: t('Residents bear the cost already.'),
		shows: 'Residents bear the cost already.',
	},
	{says: 'alternatives confirmed', press: ['form.next', 'form.next', 'y'], shows: '[y yes'},
	{
		says: 'the wording as amended',
		press: [...Array.from({length: 12}, () => 'form.previous'), ...t(' Residents are exempt.')],
		shows: /Residents are exempt\.[^]*/,
	},
	{says: 'complete', press: ['form.next'], shows: 'The record is complete.'},
	{
		says: 'read back',
		press: ['form.save'],
		shows: /Read back[^]*and the casting vote of[^]*Leader of the Council/,
	},
	{says: 'resolved', press: ['confirm.yes'], shows: /Saved r\d+: .*recorded decision D-2/},
];

/** Two interests take the quorum away: the item can only be deferred. */
const inquorate: Step[] = [
	{says: 'the grant', press: ['meeting.next'], shows: /NOW 6 +Grant to the housing/},
	{
		says: 'Housing declares and leaves',
		press: ['quick.open', ...t('dec ph dpi withdrew Sits on its board'), 'quick.do'],
		shows: /Saved r\d+: .*declared a disclosable/,
	},
	{
		says: 'so does Finance, sensitively',
		press: ['quick.open', ...t('dec pf ori withdrew sensitive'), 'quick.do'],
		shows: /NOT QUORATE/,
	},
	{
		says: 'as recommended? Not without a quorum',
		press: ['item.as-recommended'],
		shows: /not quorate on this item: 3 of the 4/i,
	},
	{says: 'deferred instead', press: ['form.previous', 'd'], shows: '[d Deferred]'},
	{
		says: 'reasons',
		press: [...tab(5), ...t('There was no quorum.'), 'form.save'],
		shows: 'Outcome: Deferred',
	},
	{says: 'recorded', press: ['confirm.yes'], shows: /Saved r\d+: .*recorded decision D-3/},
];

/** The exempt item: the public is excluded in four keys. */
const exempt: Step[] = [
	{says: 'urgent business', press: ['meeting.next'], shows: /NOW 7 +Urgent business/},
	{says: 'the exclusion', press: ['meeting.next'], shows: /NOW 8 +Exclusion/},
	{says: 'the depot', press: ['meeting.next'], shows: /NOW 9 +Lease of the depot/},
	{
		says: 'excluded',
		press: ['item.exempt', '3', 'form.enter', 'confirm.yes'],
		shows: /Saved r\d+: .*recorded decision D-4/,
	},
	{
		says: 'the decision',
		press: ['decision.record', ...tab(6), 'y', 'form.save'],
		shows: /Read back[^]*£61,500/,
	},
	{says: 'resolved', press: ['confirm.yes'], shows: /Saved r\d+: .*recorded decision D-5/},
	{says: 'blanked', press: ['global.blank'], shows: /[Bb]lanked/, hides: 'depot'},
	{says: 'and back', press: ['blank.back'], shows: 'Agenda'},
];

/** Closed, published, issued. */
const after: Step[] = [
	{
		says: 'Transport leaves',
		press: ['quick.open', ...t('left pt'), 'quick.do'],
		shows: /Saved r\d+: .*left/,
	},
	{says: 'close?', press: ['meeting.close'], shows: 'Closing cannot be undone'},
	{says: 'closed', press: ['confirm.yes'], shows: /Saved r\d+: .*closed M-1/},
	{says: 'the minutes', press: ['go.minutes'], shows: /Draft/},
	{says: 'issued', press: ['minutes.issue', 'confirm.yes'], shows: /Saved r\d+: .*seal BW-M-1-v1/},
	{says: 'notices published', press: ['minutes.publish', 'confirm.yes'], shows: /papers/},
];

/**
 * The next meeting takes the action up and approves the minutes; the chair signs. Where its day is still to come, the
 * program asks whether it is to be opened all the same.
 */
export const next = (when: string, isToCome = false): Step[] => [
	{says: 'the Meeting screen', press: ['go.meeting'], shows: 'Agenda'},
	{says: 'a new meeting', press: ['meeting.add'], shows: 'Minutes of the meeting'},
	{says: 'its time', press: ['form.next', 'form.next', ...t(`${when} 14:00`)], shows: /14:00/},
	{says: 'saved', press: ['form.save'], shows: /Saved r\d+: .* planned meeting M-2/},
	{
		says: 'opened, all present',
		press: ['meeting.open', ...(isToCome ? ['confirm.yes'] : []), 'roll.take', 'roll.all-present'],
		shows: '5/5 present',
	},
	{says: 'back to the agenda', press: ['place.back'], shows: 'Agenda'},
	{
		says: 'to the minutes',
		press: ['meeting.next', 'meeting.next'],
		shows: /NOW 3 +Minutes of the meeting/,
	},
	{says: 'read back', press: ['item.approve-minutes'], shows: 'be approved as a correct record'},
	{says: 'approved', press: ['confirm.yes'], shows: /Saved r\d+: .*recorded decision D-6/},
	{says: 'progress on actions', press: ['meeting.next'], shows: /A-1 +Write to the supplier/},
	{says: 'closed', press: ['meeting.close', 'confirm.yes'], shows: /Saved r\d+: .*closed M-2/},
	{says: 'the minutes of the first', press: ['go.minutes'], shows: /M-2/},
	{says: 'of the first', press: ['minutes.earlier'], shows: /M-1/},
	{says: 'signed', press: ['minutes.sign', 'form.save'], shows: /Saved r\d+: .*signed the minutes/},
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
