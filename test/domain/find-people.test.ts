import {expect, test} from 'vitest';
import {newPerson} from '../../source/domain/names.ts';
import {findPeople} from '../../source/domain/queries/meeting/meetings.ts';

const people = [
	{id: 'angstrom', name: 'Cllr Zoë Ångström', initials: 'ZÅ'},
	{id: 'muller', name: 'Cllr José Müller', initials: 'JM'},
	{id: 'zoeller', name: 'Cllr Zoeller', initials: 'HZ'},
];
const found = (typed: string) => findPeople(people, typed).map(({id}) => id);

test('people are found whatever the accents and capitals of what is typed or of their names', () => {
	expect(found('jose')).toEqual(['muller']);
	expect(found('MULLER')).toEqual(['muller']);
	expect(found('müller')).toEqual(['muller']);
	expect(found('angstrom')).toEqual(['angstrom']);
	expect(found('za')).toEqual(['angstrom']);
	expect(found('zå')).toEqual(['angstrom']);
	// A part of two names is still two people; nothing typed is nobody.
	expect(found('zoe')).toEqual(['angstrom', 'zoeller']);
	expect(found(' ')).toEqual([]);
	expect(found('smith')).toEqual([]);
});

test('the initials of somebody new are plain letters', () => {
	expect(newPerson('Zoë Ångström', new Set()).initials).toBe('ZA');
	expect(newPerson('Éamon Ó Briain', new Set()).initials).toBe('EOB');
	expect(newPerson('Jane O’Neil-Smith, Jr.', new Set())).toMatchObject({
		id: 'o-neil-smith',
		initials: 'JOS',
	});
});
