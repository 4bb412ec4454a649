import {type Export, table} from './table.ts';
import {otherFields, partTables} from './parts.ts';
import {portfolioSheet} from './portfolio-sheet.ts';
import {requestTable} from './requests.ts';
import {personName} from '../../domain/names.ts';
import {projectFields} from '../../domain/records/project.ts';
import {scaleOf} from '../../domain/queries/strategy/candidates.ts';
import {latestNote} from '../../domain/queries/strategy/projects.ts';
import type {Database, Exempt, Project, Update} from '../../domain/schema/index.ts';
import {
	actionStatusWords,
	attendanceWords,
	confidenceWords,
	itemKindWords,
	meetingStatusWords,
	minutesStatusWords,
	noticeWords,
	outcomeWords,
	statusWords,
	strategyStatusWords,
	voteMethodWords,
} from '../../domain/words.ts';

export type {Export, Value} from './table.ts';

const lines = (list: readonly string[] | undefined): string => (list ?? []).join('\n');
const list = (ids: readonly string[] | undefined): string => (ids ?? []).join('; ');
const yes = (value: boolean | undefined): string =>
	value === undefined ? '' : value ? 'Yes' : 'No';
const day = (date: string | {from: string; to: string} | undefined): string =>
	date === undefined
		? ''
		: typeof date === 'string'
			? date
			: date.from === date.to
				? date.from
				: `${date.from} to ${date.to}`;
const exempt = (why: Exempt | undefined): string =>
	why
		? why.paragraphs.length > 0
			? `Paragraph ${why.paragraphs.join(', ')}`
			: (why.ground ?? 'Confidential')
		: '';
const statement = ({id, text}: {id: string; text: string}): string => `${id}. ${text}`;
const named = ({
	title,
	text,
	summary,
}: {
	title: string;
	text?: string;
	summary?: string;
}): string => {
	const more = text ?? summary ?? '';
	return more === '' ? title : `${title}: ${more}`;
};
const person = (database: Database, id: string | undefined): string =>
	id === undefined ? '' : personName(database, id);

/** How a project meets the criteria, one to a line: `Value: partly met`. */
function criteriaOf({priority, criteria = {}}: Project, database: Database): string {
	const strategy = database.strategies.find(({priorities}) =>
		priorities.some(({id}) => id === priority),
	);
	const steps = new Map(scaleOf(strategy).map(({id, title}) => [id, title]));
	return lines(
		Object.entries(criteria).map(([id, step]) => {
			const title = strategy?.criteria.find((one) => one.id === id)?.title ?? id;
			return `${title}: ${steps.get(step) ?? step}`;
		}),
	);
}

type Said = Update & {of: string};
const updatesOf = ({strategies, projects}: Database): Said[] => [
	...strategies.flatMap(({id, updates = [], priorities}) => [
		...updates.map((update) => ({...update, of: id})),
		...priorities.flatMap((priority) =>
			(priority.updates ?? []).map((update) => ({...update, of: priority.id})),
		),
	]),
	...projects.flatMap((project) => project.updates.map((update) => ({...update, of: project.id}))),
];

/** Every table that can be exported, by its name: the collections, and the lists in them that are worth a table. */
export const tables = {
	strategies: table(({strategies}) => strategies, {
		Id: ({id}) => id,
		Title: ({title}) => title,
		Status: ({status}) => strategyStatusWords[status],
		From: ({period}) => period.from,
		To: ({period}) => period.to,
		Summary: ({summary}) => summary,
		Objectives: ({objectives}) => lines(objectives.map(statement)),
		Criteria: ({criteria}) => lines(criteria.map(named)),
		Principles: ({principles}) => lines(principles.map(statement)),
		Domains: ({domains}) => lines(domains.map(named)),
		Conclusion: ({conclusion}) => conclusion,
		Source: ({source}) => source,
	}),
	priorities: table(
		({strategies}) =>
			strategies.flatMap(({id, priorities}) =>
				priorities.map((priority) => ({...priority, strategy: id})),
			),
		{
			Id: ({id}) => id,
			Strategy: ({strategy}) => strategy,
			Rank: ({rank}) => rank,
			Title: ({title}) => title,
			Summary: ({summary}) => summary,
			Aims: ({aims}) => lines(aims.map(statement)),
			'Work stream': ({workStream}) => workStream?.title,
			'Work stream aims': ({workStream}) => lines(workStream?.aims.map(statement)),
		},
	),
	people: table(({people}) => people, {
		Id: ({id}) => id,
		Name: ({name}) => name,
		Initials: ({initials}) => initials,
		Note: ({note}) => note,
	}),
	boards: table(({boards}) => boards, {
		Id: ({id}) => id,
		Name: ({name}) => name,
		Kind: ({kind}) => kind,
		Members: ({members}, database) =>
			lines(members.map(({person: id, role}) => `${person(database, id)} (${role})`)),
		Quorum: ({rules}) => rules?.quorum,
		Remit: ({remit}) => remit,
		Note: ({note}) => note,
	}),
	projects: table(({projects}) => projects, {
		Id: ({id}) => id,
		Title: ({title}) => title,
		Summary: ({summary}) => summary,
		Priority: ({priority}) => priority,
		Status: ({status}) => statusWords[status],
		Confidence: ({confidence}) => confidence && confidenceWords[confidence],
		Owner: ({owner}, database) => person(database, owner),
		Supplier: ({supplier}) => supplier,
		Due: ({due}) => due,
		Budget: ({money}) => money?.approved?.amount,
		Domains: ({domains}) => list(domains),
		Objectives: ({objectives}) => list(objectives),
		'Depends on': ({dependsOn}) => list(dependsOn),
		Comment: (project) => latestNote(project),
		...otherFields(projectFields, [
			'title',
			'summary',
			'priority',
			'status',
			'confidence',
			'owner',
			'supplier',
			'due',
			'domains',
			'objectives',
			'dependsOn',
		]),
		Criteria: criteriaOf,
	}),
	portfolio: portfolioSheet,
	...partTables,
	requests: requestTable,
	updates: table(updatesOf, {
		Of: ({of}) => of,
		Id: ({id}) => id,
		At: ({at}) => at,
		By: ({by}) => by,
		Meeting: ({meeting}) => meeting,
		Status: ({status}) => status && statusWords[status],
		Confidence: ({confidence}) => confidence && confidenceWords[confidence],
		Comment: ({note}) => note,
	}),
	reports: table(({reports}) => reports, {
		Id: ({id}) => id,
		Title: ({title}) => title,
		Reference: ({reference}) => reference,
		Date: ({date}) => day(date),
		Author: ({author}) => author,
		Board: ({board}) => board,
		'Key decision': ({key}) => yes(key),
		'Why key': ({keyReason}) => keyReason,
		Exempt: ({exempt: why}) => exempt(why),
		Published: ({publishedOn}) => publishedOn,
		Summary: ({summary}) => summary,
		Recommendations: ({recommendations}) =>
			lines(recommendations.map((text, index) => `${index + 1}. ${text}`)),
		Reasons: ({reasons}) => reasons,
		Alternatives: ({alternatives}) => alternatives,
		Consultation: ({consultation}) => consultation,
		Scrutiny: ({scrutiny}) => scrutiny,
		Implications: ({implications}) =>
			lines(implications?.map(({heading, text}) => `${heading}: ${text}`)),
		Appendices: ({appendices}) => lines(appendices),
		'Background papers': ({backgroundPapers}) => backgroundPapers,
	}),
	meetings: table(({meetings}) => meetings, {
		Id: ({id}) => id,
		Board: ({board}) => board,
		Title: ({title}) => title,
		Starts: ({startsAt, period}) => startsAt ?? day(period),
		Venue: ({venue}) => venue,
		Status: ({status}) => meetingStatusWords[status],
		'Agenda published': ({publishedOn}) => publishedOn,
		Items: ({agenda}) => agenda.length,
		Attendance: ({attendance}, database) =>
			lines(
				attendance.map(
					({person: id, status}) => `${person(database, id)}: ${attendanceWords[status]}`,
				),
			),
		Opened: ({openedAt}) => openedAt,
		Closed: ({closedAt}) => closedAt,
		Minutes: ({minutes}) => minutes && minutesStatusWords[minutes.status],
	}),
	agenda: table(
		({meetings}) =>
			meetings.flatMap(({id, agenda}) =>
				agenda.map((item, index) => ({...item, meeting: id, number: index + 1})),
			),
		{
			Meeting: ({meeting}) => meeting,
			Number: ({number}) => number,
			Id: ({id}) => id,
			Kind: ({kind}) => itemKindWords[kind],
			Title: ({title}) => title,
			Minutes: ({minutes}) => minutes,
			About: ({about}) => about?.report ?? about?.project ?? about?.priority,
			Exempt: ({exempt: why}) => exempt(why),
			Urgency: ({urgency}) => urgency,
			Notes: ({notes}) => notes,
		},
	),
	decisions: table(({decisions}) => decisions, {
		Id: ({id}) => id,
		Reference: ({reference}) => reference,
		Date: ({date}) => day(date),
		Board: ({board}) => board,
		Meeting: ({meeting}) => meeting,
		Item: ({item}) => item,
		Status: ({status}) => status,
		Title: ({title}) => title,
		Outcome: ({outcome}) => outcomeWords[outcome],
		Resolution: ({resolution}) => resolution,
		Recommendation: ({recommendation}) => recommendation,
		Reasons: ({reasons}) => reasons,
		Alternatives: ({alternatives}) => alternatives,
		Mover: ({mover}, database) => person(database, mover),
		Seconder: ({seconder}, database) => person(database, seconder),
		Vote: ({vote}) => vote && voteMethodWords[vote.method],
		For: ({vote}) => vote?.for,
		Against: ({vote}) => vote?.against,
		Abstained: ({vote}) => vote?.abstained,
		'Key decision': ({key}) => yes(key),
		'Why key': ({keyReason}) => keyReason,
		Urgency: ({callInWaived}) => callInWaived?.why,
		Published: ({publishedOn}) => publishedOn,
		'Called in': ({callIn}) => callIn?.on,
		Projects: ({projects}) => list(projects),
		Supersedes: ({supersedes}) => supersedes,
		Rescinds: ({rescinds}) => rescinds,
	}),
	notices: table(({notices}) => notices, {
		Id: ({id}) => id,
		Kind: ({kind}) => noticeWords[kind],
		Title: ({title}) => title,
		Board: ({board}) => board,
		Report: ({report}) => report,
		Meeting: ({meeting}) => meeting,
		'Decision on': ({decisionOn}) => day(decisionOn),
		Published: ({publishedOn}) => publishedOn,
		Documents: ({documents}) => lines(documents),
		Reasons: ({reasons}) => reasons,
		'Agreed by': ({agreedBy}) => agreedBy,
		'Agreed on': ({agreedOn}) => agreedOn,
		Withdrawn: ({withdrawn}) => yes(withdrawn),
	}),
	actions: table(({actions}) => actions, {
		Id: ({id}) => id,
		What: ({text}) => text,
		Who: ({owner}, database) => person(database, owner),
		Due: ({due}) => due,
		Status: ({status}) => actionStatusWords[status],
		Meeting: ({meeting}) => meeting,
		Item: ({item}) => item,
		Decision: ({decision}) => decision,
		Project: ({project}) => project,
		Closed: ({closedAt}) => closedAt,
		Note: ({note}) => note,
	}),
} satisfies Record<string, Export>;

export type TableName = keyof typeof tables;
export const tableNames = Object.keys(tables) as TableName[];
