// Whether something of a project is reported or decided: asked for wherever both can be.
import {nameOf} from '../../domain/names.ts';
import {itemNumber} from '../../domain/queries/meeting/meetings.ts';
import {projectById} from '../../domain/queries/strategy/projects.ts';
import {coversProject} from '../../domain/rules/in-effect.ts';
import type {Database} from '../../domain/schema/index.ts';
import {keyFor} from '../keys-by-name.ts';
import type {FormField, FormTarget} from './form.ts';

/** The question, as a field of a form. */
export const askDecided: FormField = {
	name: 'decided',
	label: 'This is',
	kind: 'choice',
	options: [
		{value: '', label: 'reported', key: 'r'},
		{value: 'decided', label: 'decided on the item', key: 'd'},
	],
};

/**
 * Why nothing can be decided of a project on the item that a form is on, and what to do; undefined where that item covers it.
 * What is decided needs an item that does.
 */
export function sayUncovered(
	database: Database,
	{meeting: held, item, project: id}: FormTarget,
): string | undefined {
	const meeting = database.meetings.find((one) => one.id === held);
	const project = projectById(database, id);
	if (!meeting || !project || coversProject(database, meeting, item, project)) return undefined;
	const other = meeting.agenda.find((one) => coversProject(database, meeting, one.id, project));
	const instead = other
		? `take up item ${itemNumber(meeting, other.id)} ${other.title} (${keyFor('meeting.take-up')})`
		: `put one on the agenda (${keyFor('item.add')})`;
	return `what is decided needs an item that covers ${nameOf(database, `projects/${project.id}`)}: ${instead}, or say that it is reported`;
}

/** What a board decided of a project's status, or was told: asked as soon as a status follows from a decision. */
export const askFollows: FormField = {
	name: 'follows',
	label: 'and that is',
	kind: 'choice',
	options: [
		{value: 'decided', label: 'decided by this', key: 'd'},
		{value: 'reported', label: 'reported', key: 'r'},
	],
};
