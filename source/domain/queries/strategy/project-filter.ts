import {calendarOf, parseDay} from '../../typed-days.ts';
import {parseMoney} from '../../money.ts';
import {type Leaf, leafValue, leavesOf} from '../../records/field.ts';
import {projectFields} from '../../records/project.ts';
import type {Database, Money, Project} from '../../schema/index.ts';
import {confidences, projectStatuses} from '../../schema/values.ts';
import {confidenceWords, statusWords} from '../../words.ts';
import {lastClosed} from '../meeting/meetings.ts';
import {isLate} from './milestones.ts';
import {isSettled} from './projects.ts';
import {bandOf, isOpen, scoreOf} from './risks.ts';

type Fits = (project: Project) => boolean;
type Setting = {database: Database; today: string};

/** The fields that a filter asks for by a word: `owner:hps`, `due<+3m`. */
const byWord = new Map<string, Leaf>(
	leavesOf(projectFields).flatMap((leaf) => (leaf.field.filter ? [[leaf.field.filter, leaf]] : [])),
);

/** What a filter looks at where no field is named: one lower-case text for each version of a project. */
const texts = new WeakMap<Project, string>();
function textOf(project: Project): string {
	let text = texts.get(project);
	if (text === undefined) {
		const {id, title, priority, owner = '', supplier = '', stage = '', domains = []} = project;
		text = [id, title, priority, owner, supplier, stage, ...domains].join('\n').toLowerCase();
		texts.set(project, text);
	}
	return text;
}

/** The projects that have changed since the last meeting of the board that sits or meets next. */
function changedSince(database: Database): ReadonlySet<string> {
	const since = lastClosed(database) ?? '';
	return new Set(
		database.log
			.filter(({at}) => at > since)
			.flatMap(({effects = []}) => effects)
			.flatMap(({record}) => /^projects\/([^/]+)/.exec(record)?.[1] ?? []),
	);
}

/** Words that stand for a state of their own. */
const states: Record<string, (setting: Setting) => Fits> = {
	late:
		({today}) =>
		(project) =>
			isLate(project, today),
	open: () => (project) => !isSettled(project),
	settled: () => isSettled,
	changed({database}) {
		const changed = changedSince(database);
		return ({id}) => changed.has(id);
	},
	waiting({database}) {
		const settled = new Set(database.projects.filter(isSettled).map(({id}) => id));
		return ({dependsOn = []}) => dependsOn.some((id) => !settled.has(id));
	},
};

/** Whether what is typed begins a word of a text: “deliv” is of Delivered, “red” is not. */
const begins = (typed: string, text: string): boolean =>
	` ${text.toLowerCase()}`.replaceAll(/[-\s]+/g, ' ').includes(` ${typed}`);

/** A word that names no field: a status, a confidence, or a text somewhere. */
function plainWord(word: string, {database}: Setting): Fits {
	const sure = confidences.find((one) => one === word);
	if (sure) return ({confidence}) => confidence === sure;
	const statuses = new Set(
		projectStatuses.filter(
			(status) => begins(word, statusWords[status]) || status.startsWith(word),
		),
	);
	const near = confidences.filter((one) => begins(word, confidenceWords[one]));
	const people = new Set(
		database.people.filter(({name}) => name.toLowerCase().includes(word)).map(({id}) => id),
	);
	return (project) =>
		statuses.has(project.status) ||
		(project.confidence !== undefined && near.includes(project.confidence)) ||
		textOf(project).includes(word) ||
		(project.owner !== undefined && people.has(project.owner));
}

const compared = (sign: string, a: number | string, b: number | string): boolean =>
	sign === '<' ? a < b : sign === '>' ? a > b : a === b;

/** `owner:hps`, `due<+3m`, `budget>250k`, `owner:none`; undefined where the word names no field. */
function fieldWord(word: string, setting: Setting): Fits | undefined {
	const [, name = '', sign = '', wanted = ''] = /^([a-z]+)([:<>])(.*)$/.exec(word) ?? [];
	if (name === 'risk') return riskWord(sign, wanted);
	const leaf = byWord.get(name);
	if (!leaf) return undefined;
	const value = (project: Project) => leafValue(project, leaf);
	// What is still being typed leaves nothing out.
	if (wanted === '') return () => true;
	if (wanted === 'none') return (project) => isEmpty(value(project));
	const {kind, words = {}} = leaf.field;
	if (kind === 'day') {
		const day = /^\d{4}(-\d\d)?$/.test(wanted)
			? undefined
			: parseDay(wanted, calendarOf(setting.database, setting.today));
		return (project) => {
			const is = value(project);
			if (typeof is !== 'string') return false;
			if (sign === ':') return is.startsWith(day ?? wanted);
			return compared(sign, is, day ?? wanted);
		};
	}
	if (kind === 'money') {
		const amount = parseMoney(wanted);
		return (project) => {
			const is = value(project) as Money | undefined;
			return is !== undefined && amount !== undefined && compared(sign, is.amount, amount);
		};
	}
	if (kind === 'person') return personWord(value, wanted, setting.database);
	return (project) => {
		const is = value(project);
		return (Array.isArray(is) ? is : [is]).some(
			(one) =>
				typeof one === 'string' &&
				(one.toLowerCase().startsWith(wanted) ||
					(kind === 'choice'
						? begins(wanted, words[one] ?? '')
						: one.toLowerCase().includes(wanted))),
		);
	};
}

const isEmpty = (value: unknown): boolean =>
	value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** Somebody by id, initials or a part of the name; a post by a part of its words. */
function personWord(
	value: (project: Project) => unknown,
	wanted: string,
	{people}: Database,
): Fits {
	const meant = new Set(
		people
			.filter(
				({name, initials = ''}) =>
					initials.toLowerCase() === wanted || name.toLowerCase().includes(wanted),
			)
			.map(({id}) => id),
	);
	return (project) => {
		const is = value(project);
		return typeof is === 'string' && (meant.has(is) || is.toLowerCase().includes(wanted));
	};
}

/** `risk:high`, `risk>9`: the highest of the risks that are open. */
function riskWord(sign: string, wanted: string): Fits {
	const highest = ({risks = []}: Project) =>
		Math.max(0, ...risks.filter(isOpen).map(({current}) => scoreOf(current)));
	if (sign === ':')
		return (project) => {
			const band = bandOf(highest(project));
			return wanted === 'none' ? band === undefined : band !== undefined && band.startsWith(wanted);
		};
	return (project) => wanted !== '' && compared(sign, highest(project), Number(wanted));
}

/**
 * The projects that fit a filter as typed: every word must fit. A word is a field with a value (`owner:hps`, `due<+3m`,
 * `budget>250k`, `risk:high`, `supplier:none`), a state (`late`, `changed`, `open`, `settled`, `waiting`), a status or a
 * confidence as it begins, or a text in id, title, priority, owner, supplier, stage or domains. A minus before it
 * turns it round. `today` is a day in the organisation's time zone.
 */
export function filterProjects(
	database: Database,
	filter: string,
	today: string,
): readonly Project[] {
	const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
	if (words.length === 0) return database.projects;
	const setting = {database, today};
	const fits = words.map((word): Fits => {
		const isTurned = word.length > 1 && word.startsWith('-');
		const plain = isTurned ? word.slice(1) : word;
		const state = Object.hasOwn(states, plain) ? states[plain]?.(setting) : undefined;
		const found = state ?? fieldWord(plain, setting) ?? plainWord(plain, setting);
		return isTurned ? (project) => !found(project) : found;
	});
	return database.projects.filter((project) => fits.every((one) => one(project)));
}
