import type {Change} from '../../../domain/changes/index.ts';
import {personName} from '../../../domain/names.ts';
import {standingInterests} from '../../../domain/queries/meeting/interests.ts';
import type {Database, Person} from '../../../domain/schema/index.ts';
import {type Form, type FormSpec, type FormTarget, given, valueOf} from '../form.ts';
import {boardOf} from './board.ts';

type Interest = NonNullable<Person['interests']>[number];

/** Whose register is on show: the member under the cursor. */
function personOf(database: Database, target: FormTarget): Person | undefined {
	const member = boardOf(database, target)?.members.find(
		({id, person}) => (id ?? person) === target.member,
	);
	return database.people.find(({id}) => id === member?.person);
}

/** `Owns 3 High Street [P1-04]`; `sensitive` stands for one of which no more is held. */
const write = ({text, sensitive, priorities = [], projects = []}: Interest): string => {
	const touched = [...priorities, ...projects];
	return `${sensitive ? 'sensitive' : text}${touched.length > 0 ? ` [${touched.join(', ')}]` : ''}`;
};

const linesOf = (text: string): string[] =>
	text
		.split('\n')
		.map((one) => one.trim())
		.filter(Boolean);

/** An interest as it is typed, or which of the ids behind it is neither a priority nor a project. */
function read(
	database: Database,
	person: string,
	typed: string,
): Extract<Change, {kind: 'interest/register'}> | {message: string} {
	const [, words = typed, ids = ''] = /^(.*?)\s*\[([^\]]*)\]$/.exec(typed) ?? [];
	const projects: string[] = [];
	const priorities: string[] = [];
	for (const id of ids.split(/[\s,]+/).filter(Boolean)) {
		const same = (one: {id: string}) => one.id.toLowerCase() === id.toLowerCase();
		const project = database.projects.find(same);
		const priority = database.strategies.flatMap((one) => one.priorities).find(same);
		if (project) projects.push(project.id);
		else if (priority) priorities.push(priority.id);
		else return {message: `there is no priority or project ${id}`};
	}
	const isSensitive = words.toLowerCase() === 'sensitive';
	if (words === '') return {message: `“${typed}”: say which interest it is`};
	return {
		kind: 'interest/register',
		person,
		...(isSensitive ? {sensitive: true} : {text: words}),
		...(priorities.length > 0 ? {priorities} : {}),
		...(projects.length > 0 ? {projects} : {}),
	};
}

/** The standing interests whose lines are gone from the form. */
function goneFrom(person: Person | undefined, form: Form): Interest[] {
	const kept = new Set(linesOf(valueOf(form, 'interests')));
	return person ? standingInterests(person).filter((one) => !kept.has(write(one))) : [];
}

/** What a member has on the register of interests, a line each: a new line registers, a line that is gone takes off. */
export const registered: FormSpec = {
	title: (database, {target}) => {
		const person = personOf(database, target);
		return `Registered interests of ${person ? personName(database, person.id) : 'the member'}`;
	},
	lead: () => [
		'One to a line, in your own words; after it, in brackets, what it touches: Owns 3 High Street [P1-04]. “sensitive” alone for one of which no more is held. A line that goes is taken off the register, with its reason.',
	],
	fields: (database, form) => [
		{name: 'interests', label: 'Interests', kind: 'long'},
		...(goneFrom(personOf(database, form.target), form).length > 0
			? [{name: 'reason', label: 'Taken off', kind: 'line' as const, hint: 'why'}]
			: []),
	],
	start(database, target) {
		const person = personOf(database, target);
		const texts = person ? standingInterests(person).map((one) => write(one)) : [];
		return {values: {interests: texts.join('\n')}};
	},
	submit({database}, form) {
		const person = personOf(database, form.target);
		if (!person) return {message: 'the member is gone'};
		const gone = goneFrom(person, form);
		const held = new Set(standingInterests(person).map((one) => write(one)));
		const changes: Change[] = [];
		for (const typed of linesOf(valueOf(form, 'interests'))) {
			if (held.has(typed)) continue;
			const made = read(database, person.id, typed);
			if ('message' in made) return {field: 'interests', message: made.message};
			changes.push(made);
		}
		const reason = given(form, 'reason');
		if (gone.length > 0 && !reason) {
			return {field: 'reason', message: 'say why it is taken off the register'};
		}
		for (const {id} of reason ? gone : []) {
			changes.push({kind: 'interest/end', person: person.id, id, reason: reason ?? ''});
		}
		return changes.length === 0
			? {field: 'interests', message: 'nothing has changed yet'}
			: {changes};
	},
};
