// Views of the portfolio under a name: kept, chosen, taken off; everybody's and one's own.
import {expect, test} from 'vitest';
import {publicView} from '../../source/domain/queries/public/view.ts';
import {accepted, after, contextAt, makeDatabase, refusal} from '../helpers/database.ts';
import {flat, lineWith, open} from './scene.ts';

const kept = () =>
	after(
		makeDatabase(),
		{
			kind: 'view/save',
			title: 'By owner',
			screen: 'portfolio',
			filter: 'open',
			order: 'end',
			group: 'owner',
		},
		{kind: 'view/keep', title: 'My time', screen: 'portfolio', filter: '', look: 'timeline'},
	);
const views = ({rules}: ReturnType<typeof makeDatabase>) => rules.views?.map(({title}) => title);

test('what the Portfolio shows is kept under a name, and comes back by it', async () => {
	const app = await open({}, 'go.portfolio', 'list.filter', 'o', 'p', 'e', 'n', 'enter');
	await app.press('portfolio.order', 'tab', 'd', 'form.save');
	await app.press('portfolio.saved');
	await expect(app).toShow('None is saved yet: N keeps the filter, the order and the groups');
	await app.press('views.add');
	await expect(app).toShow('Keep this view under a name', 'open, grouped by');
	await app.type('Still open');
	await app.press('form.save');
	await expect(app).toShow('kept the view “Still open” for themselves');
	expect(lineWith(app, 'Still open')).toContain('your own');
	await app.press('escape', 'escape', 'go.portfolio', 'portfolio.saved', 'list.open');
	await expect(app).toShow('Filter: open');
	expect(app.session.getState().stack.at(-1)).toMatchObject({screen: 'portfolio'});
	await app.press('escape');
	expect(app.session.getState().stack.at(-1)?.screen).not.toBe('views');
});

test('everybody’s stand before one’s own, each with how it looks at the list', async () => {
	const app = await open({database: kept()}, 'go.portfolio', 'portfolio.saved');
	expect(lineWith(app, 'By owner')).toMatch(
		/everybody’s +open, by due or forecast, grouped by owner/,
	);
	expect(lineWith(app, 'My time')).toMatch(/your own +Timeline/);
	await app.press('G', 'list.open');
	await expect(app).toShow('[Timeline]');
});

test('nobody sees what another keeps for themselves', async () => {
	const who = {actor: {user: 'reed', host: 'council'}, session: 'reed'};
	const app = await open({database: kept(), who}, 'go.portfolio', 'portfolio.saved');
	await expect(app).toShow('By owner');
	expect(app.text()).not.toContain('My time');
	expect(
		refusal(kept(), {kind: 'view/drop', id: 'VW-2'}, contextAt('10:00', 'reed')).message,
	).toContain('is somebody’s own');
	expect(
		refusal(kept(), {kind: 'view/remove', id: 'VW-2'}, contextAt('10:00', 'reed')).message,
	).toContain('is somebody’s own');
});

test('a view is taken off after asking, and comes back', async () => {
	const app = await open({database: kept()}, 'go.portfolio', 'portfolio.saved', 'views.remove');
	await expect(app).toShow('Take the view “By owner” off?', 'Nobody has it any more then.');
	await app.press('y');
	await expect(app).toShow('took the view “By owner” off');
	expect(views(app.store.read())).toEqual(['My time']);
	await app.press('act.undo', 'y');
	await app.session.idle();
	expect(views(app.store.read())).toEqual(['By owner', 'My time']);
});

test('replaces one of the same name', () => {
	const {database} = accepted(kept(), {
		kind: 'view/save',
		title: 'by Owner',
		screen: 'portfolio',
		filter: 'red',
	});
	expect(database.rules.views).toMatchObject([
		{id: 'VW-1', title: 'by Owner', filter: 'red'},
		{id: 'VW-2'},
	]);
	expect(database.rules.views?.[0]).not.toHaveProperty('group');
});

test('a member keeps their own, and saves or takes off none for everybody', () => {
	const database = kept();
	database.rules.roles = {davies: 'member', clerk: 'secretary'};
	const member = contextAt('10:00', 'davies');
	const look = {title: 'Mine', screen: 'portfolio', filter: ''} as const;
	expect(
		accepted(database, {kind: 'view/keep', ...look}, member).database.rules.views,
	).toContainEqual({id: 'VW-3', ...look, of: 'davies'});
	expect(refusal(database, {kind: 'view/save', ...look}, member).code).toBe('forbidden');
	expect(refusal(database, {kind: 'view/remove', id: 'VW-1'}, member).code).toBe('forbidden');
});

test('the public is told of no view', async () => {
	expect(JSON.stringify(publicView(kept()))).not.toContain('By owner');
	expect(JSON.stringify(publicView(kept()))).not.toContain('My time');
	const app = await open({database: kept(), publicOnly: true}, 'go.portfolio', 'y');
	expect(flat(app)).toContain('the public has no saved views');
});
