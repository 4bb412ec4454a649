import {projectById} from '../domain/queries/strategy/projects.ts';
import type {
	Action,
	AgendaItem,
	Decision,
	Meeting,
	Notice,
	Project,
} from '../domain/schema/index.ts';
import {isItemPage, selectedOf} from './screens/index.ts';
import {isRecordPage} from './screens/record.ts';
import {idOf} from './screens/screen.ts';
import {heldMeeting, placeOf, type ScreenName, type State} from './state.ts';

/** What the cursor is on: the records that a key such as `s` or `d` would act upon. */
export type Subject = {
	project?: Project;
	/** The meeting on show, or else the one that is open. */
	meeting?: Meeting;
	item?: AgendaItem;
	decision?: Decision;
	/** Which of the decision's delegations the cursor is on. */
	delegation?: string | undefined;
	action?: Action;
	notice?: Notice;
	/** The selected row's path. */
	path?: string;
};

/** Screens that show one meeting, which their place names. */
const meetingScreens: readonly ScreenName[] = ['meeting', 'roll', 'lawful', 'minutes'];

export function subjectOf(state: State): Subject {
	const {database} = state;
	const place = placeOf(state);
	const path = selectedOf(state, place);
	const pagePath = {project: 'projects', decision: 'decisions', notice: 'notices', entry: 'log'}[
		place.screen as 'project'
	];
	const isPart = place.screen === 'record' && isRecordPage(place);
	const isWhole = isPart || place.screen === 'whole';
	const at = pagePath ? `${pagePath}/${place.id}` : isWhole ? place.id : path;
	const [collection] = (at ?? (place.screen === 'record' ? place.id : undefined))?.split('/') ?? [];
	const id = idOf(at ?? (place.screen === 'record' ? place.id : undefined));
	const named = isItemPage(place) ? at?.split('/')[1] : place.id;
	const shown =
		meetingScreens.includes(place.screen) || isItemPage(place)
			? database.meetings.find((meeting) => meeting.id === named)
			: undefined;
	const meeting = shown ?? heldMeeting(state);
	const itemId =
		place.screen === 'meeting' || place.screen === 'lawful' || collection === 'meetings'
			? at?.split('/').at(-1)
			: meeting?.currentItem;
	return {
		path: at,
		meeting,
		item: meeting?.agenda.find((item) => item.id === itemId),
		project: collection === 'projects' ? projectById(database, id?.split('/')[0]) : undefined,
		decision:
			collection === 'decisions'
				? database.decisions.find((one) => one.id === id?.split('/')[0])
				: undefined,
		delegation: collection === 'decisions' ? id?.split('/')[2] : undefined,
		action: collection === 'actions' ? database.actions.find((one) => one.id === id) : undefined,
		notice: collection === 'notices' ? database.notices.find((one) => one.id === id) : undefined,
	};
}
