import {expect, test} from 'vitest';
import {chairDoes, open, selectedLine} from './scene.ts';

test('there is nothing to take back at first', async () => {
	const app = await open({}, 'u');
	await expect(app).toShow('There is nothing of this session to take back.');
	await app.press('U');
	await expect(app).toShow('There is nothing to bring back.');
});

test('u shows what would be taken back and waits', async () => {
	const app = await open({}, '2', 's', 'd', 'enter', 'u');
	await expect(app).toShow(
		'Take back revision 2?',
		'Secretary (login clerk) set P1-02 Laptop Refresh from In progress',
	);
	await expect(app).toShow('Delivered becomes In progress again', 'Enter Take back');
	expect(app.database().projects[1]?.status).toBe('delivered');
});

test('the preview names records as people do', async () => {
	const app = await open({}, '2', 's', 'd', 'enter', 'u');
	await expect(app).toShow('becomes In progress again');
	expect(app.text()).not.toContain('projects/');
});

test('the preview leaves out what is nothing before and after', async () => {
	const app = await open({}, '4', 'o', 't', 'A', 'escape', ':');
	await app.type('dec smith ori Sits on it');
	await app.press('enter', 'u');
	await expect(app).toShow('Take back revision', 'DI-1');
	expect(app.text()).not.toContain('nothing becomes nothing');
});

test('Enter takes it back', async () => {
	const app = await open({}, '2', 's', 'd', 'enter', 'u', 'enter');
	await expect(app).toShow('Saved r3: Secretary took back revision 2');
	expect(selectedLine(app)).toContain('In progress');
});

test('Esc leaves everything as it is', async () => {
	const app = await open({}, '2', 's', 'd', 'enter', 'u', 'escape');
	expect(selectedLine(app)).toContain('Delivered');
	expect(app.database().revision).toBe(2);
});

test('U brings back what was taken back', async () => {
	const app = await open({}, '2', 's', 'd', 'enter', 'u', 'enter', 'U');
	await expect(app).toShow('Bring back revision 3?', 'Enter Bring back');
	await app.press('enter');
	await expect(app).toShow('Saved r4');
	expect(selectedLine(app)).toContain('Delivered');
});

test('u twice takes back two acts', async () => {
	const app = await open({}, '2', 's', 'd', 'enter', 's', 'h', 'enter', 'u', 'enter', 'u', 'enter');
	expect(selectedLine(app)).toContain('In progress');
});

test('what others did is theirs to take back', async () => {
	const app = await open();
	await chairDoes(app.store, {kind: 'project/update', id: 'P1-02', note: 'Late.'});
	await app.press('u');
	await expect(app).toShow('There is nothing of this session to take back.');
});

test('what was changed again in the meantime is not taken back, and it is said who changed it', async () => {
	const app = await open({}, '2', 's', 'd', 'enter', 'u');
	await chairDoes(app.store, {
		kind: 'project/status',
		id: 'P1-02',
		from: 'delivered',
		to: 'on-hold',
	});
	await app.press('enter');
	await expect(app).toShow('Not saved:', 'Chair');
	expect(app.database().projects[1]?.status).toBe('on-hold');
});

test('after a decision u says that a decision is corrected, not taken back', async () => {
	const deciding = ['4', 'o', 't', 'A', 'escape', 'n', 'n', 'd'];
	const app = await open({}, ...deciding, 'ctrl+d', 'enter', 'u');
	await expect(app).toShow('D-2');
	expect(app.text()).toMatch(/correct|retract/i);
});
