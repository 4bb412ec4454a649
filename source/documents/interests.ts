import type {InterestRegister} from '../domain/queries/meeting/interests.ts';
import {inEnglish, voiceOf} from '../domain/voice/index.ts';
import {told} from './source.ts';
import {type Block, type Document, heading, paragraph, sourcedTable} from './tree.ts';

/** The interests that members have on the register, and those that they declared at meetings, under each member's name. */
export function interestsDocument(register: InterestRegister): Document {
	const manner = inEnglish(register);
	const {day} = voiceOf(manner);
	const names = [...new Set(register.declared.map(({name}) => name))];
	const registered = registeredBlocks(register, day);
	return {
		title: `Interests declared: ${register.organisation}`,
		source: told('organisation/name'),
		manner,
		blocks: [
			...registered,
			...(names.length === 0
				? [paragraph('No interest has been declared at any meeting on record.')]
				: names.flatMap((name): Block[] => {
						const own = register.declared.filter((one) => one.name === name);
						return [
							heading(2, name),
							...sourcedTable({
								columns: [
									{title: 'Date', widest: 18},
									{title: 'Meeting, item'},
									{title: 'Declared'},
								],
								rows: own.map(({on, meeting, item, says, record}) => [
									[
										on === undefined ? '' : day(on),
										[meeting, item].filter(Boolean).join(', '),
										says,
									],
									told(record),
								]),
							}),
						];
					})),
		],
	};
}

/** The register as it stands, and what was taken off it with its reason. */
function registeredBlocks({registered}: InterestRegister, day: (date: string) => string): Block[] {
	if (registered.length === 0) return [];
	return [
		heading(2, 'Register'),
		...sourcedTable({
			columns: [{title: 'Name'}, {title: 'Interest'}, {title: 'Since', widest: 18}],
			rows: registered.map(({name, says, from, ended, record}) => [
				[name, ended ? `${says}; taken off on ${day(ended.on)}: ${ended.why}` : says, day(from)],
				told(record),
			]),
		}),
	];
}
