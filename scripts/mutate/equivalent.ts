// Faults that alter nothing anybody could notice, each with its reason. `code` is the line it stands in.
type Equivalent = {file: string; what: string; code: string; because: string};

export const equivalent: readonly Equivalent[] = [
	{
		file: 'source/domain/calendar.ts',
		what: '<= for <',
		code: 'if (!(year >= londonYears[0] && year <= londonYears[1])) return undefined;',
		because: 'a year outside these is looked up in the tables of ICU, which say the same',
	},
];
