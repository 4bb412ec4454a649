import {itemNumber} from '../../../domain/queries/meeting/meetings.ts';
import {currentStrategy, projectById} from '../../../domain/queries/strategy/projects.ts';
import {typeAt} from '../../../domain/records/index.ts';
import {line} from '../../components/line.ts';
import {titleLines} from './text.ts';
import type {View} from '../screen.ts';
import {actionPage, itemPage} from './decision.ts';
import {decisionPage} from './decision-record.ts';
import {entryPage} from './entry.ts';
import {noticePage} from './notice.ts';
import {partPage} from './record.ts';
import {priorityPage, projectPage} from './project.ts';
import {reportPage} from './report.ts';
import {requestPage} from './request.ts';
import {strategyPage} from './unreleased.ts';

/** The record at a path, as a page. */
export function recordPage(view: View, path: string | undefined): string[] {
	const {database} = view.state;
	const [collection = '', id] = path?.split('/') ?? [];
	if (
		path !== undefined &&
		path.split('/').length > 2 &&
		path.split('/').length % 2 === 0 &&
		typeAt(path)
	)
		return partPage(view, path);
	switch (collection) {
		case 'projects': {
			const project = projectById(database, id);
			return project ? projectPage(view, project) : [];
		}
		case 'priorities': {
			const priority = currentStrategy(database)?.priorities.find((one) => one.id === id);
			return priority ? priorityPage(view, priority) : [];
		}
		case 'decisions': {
			const decision = database.decisions.find((one) => one.id === id?.split('/')[0]);
			return decision ? decisionPage(view, decision) : [];
		}
		case 'reports': {
			const report = database.reports.find((one) => one.id === id);
			return report ? reportPage(view, report) : [];
		}
		case 'strategies': {
			const strategy = database.strategies.find((one) => one.id === id);
			return strategy ? strategyPage(view, strategy) : [];
		}
		case 'requests': {
			const request = database.requests.find((one) => one.id === id);
			return request ? requestPage(view, request) : [];
		}
		case 'notices': {
			const notice = database.notices.find((one) => one.id === id);
			return notice ? noticePage(view, notice) : [];
		}
		case 'actions': {
			const action = database.actions.find((one) => one.id === id);
			return action ? actionPage(view, action) : [];
		}
		case 'meetings': {
			const held = database.meetings.find((one) => one.id === id);
			const item = held?.agenda.find((one) => path?.endsWith(`/agenda/${one.id}`));
			if (held && item) {
				return [
					...titleLines(view, `${itemNumber(held, item.id)}  ${item.title}`),
					'',
					...itemPage(view, held, item),
				];
			}
			return (held?.agenda ?? []).map((one, index) =>
				line(view.theme, view.width, ['strong', ` ${index + 1}`, 5], one.title),
			);
		}
		case 'log': {
			const entry = database.log.find((one) => String(one.revision) === id);
			return entry ? entryPage(view, entry) : [];
		}
		default:
			return [];
	}
}
