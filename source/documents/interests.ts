import type {InterestRegister} from '../domain/queries/interests.ts';
import {inEnglish, voiceOf} from '../domain/voice/index.ts';
import {told} from './source.ts';
import {type Block, type Document, heading, paragraph, sourcedTable} from './tree.ts';

/** The interests that members declared at meetings, under each member's name. */
export function interestsDocument(register: InterestRegister): Document {
	const manner = inEnglish(register);
	const {day} = voiceOf(manner);
	const names = [...new Set(register.declared.map(({name}) => name))];
	return {
		title: `Interests declared: ${register.organisation}`,
		source: told('organisation/name'),
		manner,
		blocks:
			names.length === 0
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
					}),
	};
}
