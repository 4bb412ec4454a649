import {plain} from '../equal.ts';
import type {Recorded} from './minuted-item.ts';
import type {Minutes} from './minutes.ts';

/**
 * The form of what a seal covers. Whoever alters what minutes hold gives it the next number. Form 1 stands
 * frozen in migrations/v1, where the migration judges the seals that were made of it.
 */
export const contentForm = 2;

/** What of minutes a seal covers, as plain data. */
export type SealedContent = Omit<
	Minutes,
	'england' | 'status' | 'seals' | 'altered' | 'unproved' | 'archived' | 'approval' | 'signature'
>;

/**
 * The part of minutes that a seal covers: all that a reader finds in them but how far they have come, which
 * goes on after they are issued. What later decisions do to one of these (supersede it, rescind it)
 * is no part of what this meeting did; so it is left out too, and the seal of old minutes holds. So is under which
 * law words are put: that is the database's, not the meeting's.
 */
export function contentOf(
	{
		england: _england,
		status: _status,
		seals: _seals,
		altered: _altered,
		unproved: _unproved,
		archived: _archived,
		approval: _approval,
		signature: _signature,
		...content
	}: Minutes,
	form: number = contentForm,
): SealedContent {
	if (form !== contentForm) throw new Error(`there is no form ${form} of minutes`);
	return plain({
		...content,
		items: content.items.map((item) => ({...item, ...asMade(item)})),
		other: asMade(content.other),
	});
}

const asMade = ({changes, strategies, progress, decisions, actions}: Recorded): Recorded => ({
	changes,
	strategies,
	progress,
	decisions: decisions.map(({endedBy: _endedBy, status, supersedes, rescinds, ...decision}) => ({
		...decision,
		// The title of an earlier decision may be corrected after this meeting.
		supersedes: idOf(supersedes),
		rescinds: idOf(rescinds),
		status: status === 'retracted' ? status : 'recorded',
	})),
	actions,
});

const idOf = (name: string | undefined): string | undefined => name?.split(' ')[0];
