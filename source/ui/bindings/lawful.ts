import {lawOf} from '../../domain/law/index.ts';
import {reportOn} from '../../domain/queries/meeting/meetings.ts';
import {openForm} from '../forms/open.ts';
import {atPlace, placeOf, pop, push, step} from '../state.ts';
import {subjectOf} from '../subject.ts';
import type {Binding} from './binding.ts';
import {needsItem, shown} from './held.ts';
import {writeReport} from './reports.ts';
import {turn} from './minutes.ts';

export const lawfulBindings: Binding[] = [
	{
		id: 'lawful.show',
		scope: 'meeting',
		label: 'Can we lawfully decide this? Every item, with dates and regulations',
		hint: 'lawful?',
		underLaw(state) {
			const {asks, looksAt, hint} = lawOf(state.database, shown(state)).question;
			return {label: `${asks} ${looksAt}`, hint};
		},
		enabled: (state) => (shown(state) ? true : 'there is no meeting'),
		run(state) {
			const {meeting, path} = subjectOf(state);
			return step(push(state, {screen: 'lawful', id: meeting?.id, selected: path}));
		},
	},
	{
		id: 'lawful.item',
		scope: 'lawful',
		label: 'The item on the agenda',
		hint: 'agenda',
		run(state) {
			const {path, meeting} = subjectOf(state);
			const below = pop(state);
			const isBelow = placeOf(below).screen === 'meeting' && placeOf(below).id === meeting?.id;
			return step(
				isBelow
					? atPlace(below, {selected: path})
					: push(state, {screen: 'meeting', id: meeting?.id, selected: path}),
			);
		},
	},
	...turn('lawful'),
	{
		id: 'lawful.report',
		scope: 'lawful',
		label: 'The item’s report: all of it, and when it was published',
		makes: 'report/edit',
		hint: 'report',
		enabled(state) {
			const {item} = subjectOf(state);
			const may = needsItem(state);
			return may === true && !(item && reportOn(state.database, item))
				? 'the item has no report'
				: may;
		},
		run: writeReport,
	},
	{
		id: 'lawful.notice',
		scope: 'lawful',
		label: 'Enter a notice for the item',
		makes: 'notice/add',
		hint: 'notice',
		underLaw: (state) =>
			lawOf(state.database, shown(state)).notices
				? {label: 'Enter a notice for the item', hint: 'notice'}
				: undefined,
		enabled: needsItem,
		run(state) {
			const {meeting, item} = subjectOf(state);
			return step(openForm(state, 'notice', {meeting: meeting?.id, item: item?.id}));
		},
	},
];
