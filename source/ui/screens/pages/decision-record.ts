import {sayWaived} from '../../../documents/urgency.ts';
import {dayIn, sayDay, sayPeriod} from '../../../domain/calendar.ts';
import {decisionLaw} from '../../../domain/law/boards.ts';
import {nameOf, personName} from '../../../domain/names.ts';
import {decisionExemption, tellExempt} from '../../../domain/queries/public/exempt.ts';
import {itemNumber} from '../../../domain/queries/meeting/meetings.ts';
import {minuteMotion} from '../../../domain/queries/minutes/voted.ts';
import {callIn} from '../../../domain/law/index.ts';
import {lacking} from '../../../domain/law/completeness.ts';
import type {Decision} from '../../../domain/schema/index.ts';
import {outcomeWords} from '../../../domain/words.ts';
import {screenVoice} from '../../../domain/voice/index.ts';
import {betweenPairs} from '../../../documents/between.ts';
import {sayKey} from '../../../documents/decision.ts';
import {minuteDecision} from '../../../domain/queries/minutes/minuted.ts';
import {ballotPairs} from '../../../documents/vote.ts';
import {line} from '../../components/line.ts';
import {todayOf} from '../../state.ts';
import type {View} from '../screen.ts';
import {labelled, paragraph, titleLines} from './text.ts';

/** A decision as it stands in the register: its wording, how it came about, and what became of it. */
export function decisionPage(view: View, decision: Decision): string[] {
	const {state, theme, width} = view;
	const {database, publicOnly} = state;
	const exempt = decisionExemption(database, decision);
	const law = decisionLaw(database, decision);
	const standing = decision.status === 'recorded' ? '' : `  ${decision.status.toUpperCase()}`;
	// What a record lacks is the clerk's business, and in the public view words are left out.
	const lacks = publicOnly ? [] : lacking(database, decision);
	return [
		...titleLines(view, `${decision.id}  ${decision.title}`),
		line(
			theme,
			width,
			['accent', ` ${outcomeWords[decision.outcome]}`],
			['bad', standing],
			['warn', lacks.length > 0 ? '  DRAFT' : ''],
			[
				'dim',
				`  ${sayPeriod(decision.date)}${decision.reference ? `  reference ${decision.reference}` : ''}`,
			],
		),
		'',
		...lacks.flatMap(({says, source}, index) =>
			labelled(view, index === 0 ? 'Lacks' : '', `${says}${source ? ` (${source})` : ''}`),
		),
		...labelled(view, 'Marked', publicOnly ? undefined : decision.marked?.why),
		...(lacks.length > 0 ? [''] : []),
		...labelled(view, law.privately.label, exempt && law.privately.says(tellExempt(law, exempt))),
		...(publicOnly && exempt ? paragraph(view, exempt.summary) : wording(view, decision)),
		...afterwards(view, decision),
	];
}

/** Labels of documents that are too long for a page. */
const shortLabels: Record<string, string> = {
	'Taken between meetings': 'At no meeting',
	'Under delegation': 'Under',
};

/** What was resolved, why, and how it was carried. */
function wording(view: View, decision: Decision): string[] {
	const {database} = view.state;
	const {mover, seconder, vote, amendments} = minuteMotion(database, decision);
	const voice = screenVoice(database);
	const {motion} = voice;
	return [
		...labelled(view, 'Resolution', decision.resolution),
		...labelled(view, 'Reasons', decision.reasons ?? 'none recorded'),
		...labelled(view, 'Alternatives', decision.alternatives ?? 'none recorded'),
		...labelled(view, 'Recommended', decision.recommendation),
		...amendments.flatMap(({number, text, fate, vote: put, ...by}) =>
			labelled(
				view,
				motion.amendment(number),
				[text, motion.moved(by), put ? motion.voted(put) : motion.fates[fate]]
					.filter(Boolean)
					.join('\n'),
			),
		),
		...labelled(view, 'Mover', mover),
		...labelled(view, 'Seconder', seconder),
		...labelled(view, 'Vote', vote && motion.voted(vote)),
		...ballotPairs(voice, vote).flatMap(([how, names]) =>
			labelled(view, '', names && `${how}: ${names}`),
		),
		...labelled(view, voice.decision.key, sayKey(voice, decision)),
		...betweenPairs(voice, minuteDecision(database, decision)).flatMap(([label, value]) =>
			labelled(view, shortLabels[label] ?? label, value),
		),
		...labelled(
			view,
			motion.candidates,
			minuteDecision(database, decision)
				.candidates?.map((one) => motion.sayCandidate(one))
				.join('; '),
		),
		...labelled(view, voice.decision.minute, decision.minuteNumber),
		...labelled(view, 'Urgent', sayWaived(voice, decision.callInWaived)),
		...labelled(view, 'Dispensations', decision.dispensations),
		...labelled(
			view,
			'Projects',
			decision.projects?.map((id) => nameOf(database, `projects/${id}`)).join(', '),
		),
	];
}

/** Where it was taken, and everything that has happened to it since. */
function afterwards(view: View, decision: Decision): string[] {
	const {state} = view;
	const {database} = state;
	const board = database.boards.find(({id}) => id === decision.board);
	const held = database.meetings.find(({id}) => id === decision.meeting);
	const zone = database.organisation.timeZone;
	const name = (id: string | undefined) => id && nameOf(database, `decisions/${id}`);
	const standing = database.decisions.filter(({status}) => status !== 'retracted');
	const later = (field: 'supersedes' | 'rescinds') => {
		const found = name(standing.find((one) => one[field] === decision.id)?.id);
		return found && `by ${found}`;
	};
	const {callIn: called, publishedOn, procedural} = decision;
	const clock = callIn(database, decision, todayOf(state));
	return [
		...labelled(view, 'Taken by', board?.name),
		...labelled(
			view,
			'Meeting',
			held &&
				`${held.id} ${held.title}${decision.item ? `, item ${itemNumber(held, decision.item)}` : ''}`,
		),
		...labelled(view, 'Published', publishedOn && sayDay(publishedOn)),
		...(procedural || decision.status === 'retracted' || !clock
			? []
			: labelled(
					view,
					'Call-in',
					clock.state === 'not-subject' ? clock.says : `${clock.says} (${clock.source})`,
				)),
		...labelled(view, 'because', called?.reasons),
		...labelled(view, 'Scrutiny', called?.ended?.note),
		...labelled(view, 'Supersedes', name(decision.supersedes)),
		...labelled(view, 'Rescinds', name(decision.rescinds)),
		...labelled(view, 'Superseded', later('supersedes')),
		...labelled(view, 'Rescinded', later('rescinds')),
		...(decision.corrections ?? []).flatMap(({at, by, reason}) =>
			labelled(view, 'Corrected', `${sayDay(dayIn(at, zone))} by ${by}: ${reason}`),
		),
		...(decision.retraction
			? labelled(view, 'Retracted', `by ${decision.retraction.by}: ${decision.retraction.reason}`)
			: []),
		...database.actions
			.filter((action) => action.decision === decision.id)
			.flatMap(({id, text, owner}) =>
				labelled(view, id, [text, owner && personName(database, owner)].filter(Boolean).join(', ')),
			),
	];
}
