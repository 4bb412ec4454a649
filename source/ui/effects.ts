import {actorName} from '../domain/actor.ts';
import type {Change} from '../domain/changes/index.ts';
import type {Form} from './forms/form.ts';
import {askedOf} from './paper.ts';
import type {Shell} from './shell.ts';
import {type UiEffect, heldMeeting, type State} from './state.ts';
import type {Event} from './update.ts';

/** Something that takes its time, and what follows from it. */
export type Task = () => Promise<Event | undefined>;

/** What an effect has to do with: the world outside, and the state, which from then on says that an act is being saved. */
export type TaskHost = {
	shell: Shell;
	beginSaving(saving: State['saving']): State;
	/** Takes over a text that is being edited elsewhere, though nothing else happens until that is over. */
	takeOver(value: string): void;
};

/** The part of an effect that takes its time; undefined when it has none. */
export function taskOf(doing: TaskHost, effect: UiEffect): Task | undefined {
	const {shell} = doing;
	switch (effect.kind) {
		case 'commit':
			return () => commit(doing, effect);
		case 'editor':
			return () => edit(doing, effect.value);
		case 'copy':
			return () => copy(shell, effect.path);
		case 'papers':
			return () => papers(shell, effect.meeting, effect.force ?? false);
		case 'paper':
			return () => read(shell, effect.form);
		case 'complete':
			return () => complete(shell, effect.typed);
		case 'forget':
			void shell.drafts?.forget(effect.token);
			return undefined;
		case 'take-over':
			return () => takeOver(shell, effect.token);
		case 'brought-back':
			return () => forget(shell, effect.token);
		case 'hand-over':
			return () => handOver(shell, effect);
		case 'withdraw':
			return () => withdraw(shell, effect);
		case 'taken':
			return () => take(shell, effect.id);
		case 'forget-taken':
			shell.handover?.forget(effect.ids);
			return undefined;
		case 'redraw':
		case 'quit':
			return undefined;
	}
}

async function commit(
	{shell, beginSaving}: TaskHost,
	{changes, done}: Extract<UiEffect, {kind: 'commit'}>,
): Promise<Event> {
	const {store, who} = shell;
	const id = crypto.randomUUID();
	const state = beginSaving({act: id, done});
	const act = {id, changes: changes as Change[], meeting: heldMeeting(state)?.id};
	return {kind: 'outcome', outcome: await store.commit(act, who), done};
}

async function edit({shell, takeOver}: TaskHost, value: string): Promise<Event> {
	const result = await shell.edit(value, takeOver);
	return 'value' in result
		? {kind: 'edited', value: result.value}
		: {kind: 'said', tone: 'refused', text: result.problem};
}

async function read(shell: Shell, form: Form): Promise<Event> {
	const result = await shell.importer?.read(askedOf(form), shell.store.read());
	if (!result || 'problem' in result) {
		return {kind: 'no-paper', problem: result?.problem ?? 'papers cannot be read here'};
	}
	return {kind: 'paper', form, paper: result};
}

async function complete(shell: Shell, typed: string): Promise<Event> {
	const {value = typed, options = []} = (await shell.importer?.complete(typed)) ?? {};
	const told =
		options.length === 0
			? `nothing begins with “${typed}”`
			: options.length > 1 && value === typed
				? options.join('  ')
				: '';
	return {kind: 'completed', typed, value, told};
}

async function handOver(
	shell: Shell,
	{form, to}: Extract<UiEffect, {kind: 'hand-over'}>,
): Promise<Event> {
	const result = await shell.handover?.give(form, to);
	if (!result || 'problem' in result) {
		return {kind: 'not-sent', problem: result?.problem ?? 'they cannot be reached from here'};
	}
	return {kind: 'sent', form, handed: {id: result.id, to: actorName(to)}};
}

async function withdraw(
	shell: Shell,
	{id, to}: Extract<UiEffect, {kind: 'withdraw'}>,
): Promise<Event> {
	const isBack = (await shell.handover?.withdraw(id)) ?? false;
	const text =
		typeof isBack === 'object'
			? `It may still be offered to ${to}: ${isBack.problem}. Look before you save.`
			: isBack
				? `It is no longer offered to ${to}: it is yours again.`
				: `${to} has taken it: what you have here is a copy. Look before you save.`;
	return {kind: 'said', tone: 'info', text};
}

/** It is on the disk here before it is gone from there. */
async function take(shell: Shell, id: string): Promise<Event | undefined> {
	shell.drafts?.flush();
	const wasThere = (await shell.handover?.take(id)) ?? false;
	if (wasThere === true) return undefined;
	const text = wasThere
		? `Others may still be offered it: ${wasThere.problem}. Look before you save.`
		: 'It was taken back or taken elsewhere meanwhile: look before you save.';
	return {kind: 'said', tone: 'info', text};
}

/** Of two sessions that are offered the same, both may bring it back: the later one hears of it. */
async function forget(shell: Shell, token: unknown): Promise<Event | undefined> {
	if ((await shell.drafts?.forget(token)) !== false) return undefined;
	const text = 'Another session of yours has brought it back too: look before you save.';
	return {kind: 'said', tone: 'info', text};
}

async function takeOver(shell: Shell, token: unknown): Promise<Event> {
	const left = await shell.drafts?.takeOver?.(token);
	if (left) return {kind: 'taken-over', ...left};
	const text = 'The other session does not end, or has nothing half written any more.';
	return {kind: 'said', tone: 'refused', text};
}

async function papers(shell: Shell, meeting: string, force: boolean): Promise<Event> {
	const result = await shell.papers(meeting, force);
	if ('occupied' in result) return {kind: 'occupied', meeting, files: result.occupied};
	return 'folder' in result
		? {kind: 'said', tone: 'info', text: `The papers of ${meeting} are in ${result.folder}`}
		: {kind: 'said', tone: 'refused', text: result.problem};
}

async function copy(shell: Shell, path: string): Promise<Event | undefined> {
	const problem = path === '' ? undefined : await shell.copy(path);
	if (problem) return {kind: 'said', tone: 'refused', text: problem};
	shell.quit();
	return undefined;
}
