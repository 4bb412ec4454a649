import type {Majority} from './schema/index.ts';

/** How a majority is typed, for hints. */
export const majorityHint = '2/3, 3/4, all, 5 votes or most; of members, of those present; under …';

const shares: [RegExp, Majority['share']][] = [
	[/^(?:2\/3|two[ -]thirds)\b/i, 'two-thirds'],
	[/^(?:3\/4|three[ -]quarters)\b/i, 'three-quarters'],
	[/^(?:most|simple|a majority|majority)\b/i, 'simple'],
	[/^(?:all|unanimous)\b/i, 'unanimous'],
];

const bases: [RegExp, NonNullable<Majority['of']>][] = [
	[/^(?:of )?(?:all )?(?:the )?(?:board's )?members\b/i, 'members'],
	[/^(?:of )?(?:those )?present\b/i, 'present'],
	[/^(?:of )?(?:those )?(?:who vote|voting)\b/i, 'voting'],
];

/** `2/3 of members under article 12` as what carries a motion; or what cannot be read of it. */
export function readMajority(typed: string): {needs: Majority} | {message: string} {
	const wrong = {message: `“${typed}” is not a majority: ${majorityHint}`};
	const [, said = typed, enactment = ''] = /^(.*?)(?:^|\s)under\s+(.*)$/is.exec(typed) ?? [];
	const [number] = /^[1-9]\d{0,3}(?!\/)\b/.exec(said) ?? [];
	const [pattern, share] = shares.find(([word]) => word.test(said)) ?? [];
	if (number === undefined && pattern === undefined) return wrong;
	const rest = (
		number === undefined
			? said.replace(pattern ?? /^/, '')
			: said.slice(number.length).replace(/^\s*votes?\b/i, '')
	).trim();
	const base = bases.find(([word]) => word.test(rest));
	if (rest !== '' && (base === undefined || rest.replace(base[0], '').trim() !== '')) return wrong;
	return {
		needs: {
			share: share ?? 'number',
			...(number === undefined ? {} : {number: Number(number)}),
			...(base && base[1] !== 'voting' ? {of: base[1]} : {}),
			...(enactment.trim() ? {enactment: enactment.trim()} : {}),
		},
	};
}

const shareWords: Record<Majority['share'], string> = {
	simple: 'most',
	'two-thirds': '2/3',
	'three-quarters': '3/4',
	number: '',
	unanimous: 'all',
};

const baseWords = {voting: '', present: ' of those present', members: ' of members'} as const;

/** A majority as it would be typed. */
export const typedMajority = ({share, number, of = 'voting', enactment}: Majority): string =>
	`${share === 'number' ? `${number} votes` : shareWords[share]}${baseWords[of]}${enactment ? ` under ${enactment}` : ''}`;
