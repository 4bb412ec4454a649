import type {Change} from '../../../domain/changes/index.ts';
import {nameOf} from '../../../domain/names.ts';
import {itemOf} from '../../../domain/queries/meeting/meetings.ts';
import {projectById} from '../../../domain/queries/strategy/projects.ts';
import {inClauses} from '../../../domain/rules/clauses.ts';
import {lacking} from '../../../domain/law/completeness.ts';
import type {Database, ItemKind, Outcome} from '../../../domain/schema/index.ts';
import {approving, readFollowing, submitReported} from '../following.ts';
import {readDelegation} from '../delegation.ts';
import {sayDecision, sayFollowing, sayLacks, sayUnlawful} from '../aloud.ts';
import {type Form, type FormSpec, given, valueOf} from '../form.ts';
import {fitWording, put} from '../wording.ts';
import {itemName, lawFor, meetingOf} from './item.ts';
import {asDecision, paperOf, readAmendments, readMotion} from './motion.ts';
import {readAlternatives} from '../alternatives.ts';
import {sayUncovered} from '../reported.ts';
import {sentence} from '../../../domain/voice/names.ts';
import {readServed} from '../served.ts';
import {isReported, fields} from './decision-fields.ts';

/** Items that are steps of a meeting: what is moved on them decides no matter, unless somebody says so. */
const steps: readonly ItemKind[] = [
	'apologies',
	'declarations',
	'minutes',
	'exclusion',
	'readmission',
	'election',
];

const waived = (why: string | undefined) => (why === undefined ? undefined : {why});

/** The parts of the change that are plain texts. */
function plainParts(form: Form) {
	return {
		title: given(form, 'title') ?? '',
		resolution: given(form, 'resolution') ?? '',
		outcome: valueOf(form, 'outcome') as Outcome,
		reasons: given(form, 'reasons'),
		...readAlternatives(form),
		procedural: valueOf(form, 'step') === 'yes' || undefined,
		dispensations: given(form, 'dispensations'),
		callInWaived: waived(given(form, 'urgency')),
		recommendation: form.base['recommendation'] as string | undefined,
		reference: form.base['reference'] as string | undefined,
		key: form.base['key'] as boolean | undefined,
		keyReason: form.base['keyReason'] as string | undefined,
	};
}

/** `s D-1` or `r D-1`: the earlier decision that this one ends. */
function readEnds(form: Form): {supersedes?: string; rescinds?: string} | {message: string} {
	const typed = valueOf(form, 'ends');
	if (typed === '') return {};
	const [, verb, id = ''] = /^(s|r)\w* +(\S+)$/i.exec(typed) ?? [];
	if (!verb) return {message: 'type s D-1 (supersedes) or r D-1 (rescinds)'};
	const earlier = id.toUpperCase();
	return verb.toLowerCase() === 's' ? {supersedes: earlier} : {rescinds: earlier};
}

/**
 * What follows from a field: the outcome from what became of the amendments, the vote and the reasons from
 * the outcome.
 */
function changed(database: Database, form: Form, name: string): Form {
	if (/^amendment\d(vote|casting)?$/.test(name)) return follow(database, form);
	if (name !== 'outcome') return form;
	const outcome = valueOf(form, 'outcome');
	// What was taken back was not voted on.
	const isUnvoted = outcome === 'withdrawn' && ['', 'n'].includes(valueOf(form, 'vote'));
	const follows = put(form, 'follows', approving.includes(outcome) ? 'decided' : 'reported');
	const fitted = fitWording(database, isUnvoted ? put(follows, 'vote', '-') : follows);
	const reasons = paperOf(database, form.target)?.reasons;
	const now = form.values['reasons']?.value ?? '';
	if (!reasons) return fitted;
	if (outcome !== 'approved' && now === reasons) return put(fitted, 'reasons', '');
	return outcome === 'approved' && now === '' ? put(fitted, 'reasons', reasons) : fitted;
}

/** A carried amendment makes the outcome Approved as amended, and none makes it Approved again. */
function follow(database: Database, form: Form): Form {
	const outcome = valueOf(form, 'outcome');
	const read = readAmendments(database, form);
	if (!('amendments' in read) || !['approved', 'approved-as-amended'].includes(outcome))
		return form;
	const amended = read.amendments.some(({fate}) => fate === 'carried' || fate === 'accepted');
	const to = amended ? 'approved-as-amended' : 'approved';
	return to === outcome ? form : changed(database, put(form, 'outcome', to), 'outcome');
}

/** What the record would still lack if it were taken as it stands. */
function withoutVote(database: Database, form: Form) {
	const {vote: _vote, ...values} = form.values;
	const read = readMotion(database, {...form, values});
	return 'message' in read ? read : {...read, vote: undefined};
}

function lacks(database: Database, form: Form): string[] {
	if (isReported(form)) return [];
	const motion = readMotion(database, form);
	// A vote that cannot be read yet says nothing of who moved and seconded.
	const moved = 'field' in motion && motion.field === 'vote' ? withoutVote(database, form) : motion;
	const amended = readAmendments(database, form);
	const decision = asDecision(database, form, {
		...plainParts(form),
		...('message' in moved ? {} : moved),
		...('amendments' in amended
			? {amendments: amended.amendments.map((one, index) => ({id: `a${index + 1}`, ...one}))}
			: {}),
	});
	return [
		...(plainParts(form).resolution === '' ? ['the resolution'] : []),
		...(decision ? lacking(database, decision).map(({says}) => says) : []),
	];
}

export const decision: FormSpec = {
	title(database, {target}) {
		const where = target.project
			? nameOf(database, `projects/${target.project}`)
			: itemName(database, target);
		return `Decision on ${where}`;
	},
	lead(database, form) {
		const {recommendation} = form.base;
		const uncovered = isReported(form) ? undefined : sayUncovered(database, form.target);
		return [
			...(typeof recommendation === 'string' ? [`Recommended: ${recommendation}`] : []),
			...(uncovered ? [sentence(uncovered.replace(/^./, (letter) => letter.toUpperCase()))] : []),
		];
	},
	fields,
	lacks,
	changed,
	// With the wording there already, the first thing that is not known is who moves it.
	focus: (database, form) =>
		sayUncovered(database, form.target)
			? 'decided'
			: paperOf(database, form.target)
				? lawFor(database, form.target).alone
					? 'outcome'
					: 'mover'
				: 'title',
	start(database, target) {
		const {meeting, item, project} = target;
		const held = meetingOf(database, meeting);
		const subject = held && itemOf(held, item);
		const about = project ? projectById(database, project)?.title : subject?.title;
		const paper = paperOf(database, target);
		return {
			base: {
				recommendation: paper?.recommendations.join(' '),
				reference: paper?.reference,
				key: paper?.key,
				keyReason: paper?.keyReason,
			},
			values: {
				title: about ?? '',
				resolution: inClauses(paper?.recommendations ?? []),
				outcome: 'approved',
				decided: 'decided',
				follows: 'decided',
				mover: '',
				seconder: '',
				vote: '',
				reasons: paper?.reasons ?? '',
				alternatives: paper?.alternatives ?? '',
				step: subject && !paper && !project && steps.includes(subject.kind) ? 'yes' : '',
			},
		};
	},
	submit(surroundings, form) {
		if (isReported(form)) return submitReported(surroundings, form);
		const {database} = surroundings;
		const uncovered = sayUncovered(database, form.target);
		if (uncovered) return {field: 'decided', message: uncovered};
		const {title, resolution, ...parts} = plainParts(form);
		if (!title) return {field: 'title', message: 'a decision needs a title'};
		if (!resolution) return {field: 'resolution', message: 'write what was resolved, word by word'};
		const motion = readMotion(database, form);
		if ('message' in motion) return motion;
		const amended = readAmendments(database, form);
		if ('message' in amended) return amended;
		const ends = readEnds(form);
		if ('message' in ends) return {field: 'ends', message: ends.message ?? ''};
		const following = readFollowing(surroundings, form);
		if ('message' in following) return following;
		const delegates = given(form, 'delegates');
		const delegation =
			delegates === undefined ? undefined : readDelegation(delegates, surroundings);
		if (delegation && 'message' in delegation) {
			return {field: 'delegates', message: delegation.message};
		}
		const served = readServed(database, given(form, 'serves'));
		if ('message' in served) return {field: 'serves', message: served.message};
		const {meeting = '', item, project} = form.target;
		const projects = [...new Set([...(project ? [project] : []), ...served.projects])];
		const change: Change = {
			kind: 'decision/record',
			meeting,
			item,
			title,
			resolution,
			...parts,
			...motion,
			...ends,
			...(amended.amendments.length > 0 ? {amendments: amended.amendments} : {}),
			...(projects.length > 0 ? {projects} : {}),
			...(served.objectives.length > 0 ? {objectives: served.objectives} : {}),
			...(served.priorities.length > 0 ? {priorities: served.priorities} : {}),
			...(delegation ? {delegations: [delegation]} : {}),
		};
		return {changes: [change, ...following.changes]};
	},
	readBack(database, form, [change, ...following]) {
		return change?.kind === 'decision/record'
			? [
					...sayDecision(database, change),
					...following.flatMap((next) => sayFollowing(database, next)),
					...sayLacks(lacks(database, form)),
					...sayUnlawful(database, change),
				]
			: undefined;
	},
};
