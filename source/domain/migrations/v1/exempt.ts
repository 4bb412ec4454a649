import type {V1, V1Exempt, V1Item, V1Meeting} from './schema/index.ts';

/** What each paragraph of Schedule 12A is about, in the words that were sealed. */
const paragraphWords: Record<number, string> = {
	1: 'information about an individual',
	2: 'information likely to reveal who an individual is',
	3: 'the financial or business affairs of a particular person, the authority included',
	4: 'consultations or negotiations about labour relations',
	5: 'information covered by legal professional privilege',
	6: 'a proposed statutory notice, order or direction',
	7: 'action to prevent, investigate or prosecute crime',
};

const exclusion = (power: string, act: string): string =>
	`That, under ${power}, the press and public be excluded while the following item is considered, because exempt information as defined in paragraph … of Part 1 of Schedule 12A to ${act} would be likely to be disclosed, and the public interest in keeping it exempt outweighs that in disclosing it.`;

const committeeText = exclusion('section 100A(4) of the Local Government Act 1972', 'the Act');
const executiveText = exclusion(
	'regulation 4(2)(b) of the Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012',
	'the Local Government Act 1972',
);

export const exemptionOf = ({reports}: V1, {exempt, about}: V1Item): V1Exempt | undefined =>
	exempt ?? reports.find(({id}) => id === about?.report)?.exempt;

/** The standard wordings of the resolution that excludes the public, an executive's and a committee's. */
function exclusionTexts({rules}: V1, paragraphs: readonly number[]): string[] {
	const own = (id: string) => rules.snippets?.find((one) => one.id === id)?.text;
	const named =
		paragraphs.length > 1 ? `paragraphs ${paragraphs.join(' and ')}` : `paragraph ${paragraphs[0]}`;
	return [own('exec') ?? own('excl') ?? executiveText, own('excl') ?? committeeText].map((text) =>
		text.replace('paragraph …', named),
	);
}

/** The resolution that shut the public out of an item. */
function exclusionOf(database: V1, {id, agenda}: V1Meeting, item: V1Item) {
	const {paragraphs} = exemptionOf(database, item) ?? {paragraphs: []};
	const texts = exclusionTexts(database, paragraphs);
	const place = agenda.findIndex((one) => one.id === item.id);
	for (let index = place; index >= 0; index--) {
		const found = agenda[index];
		if (index < place && found?.kind !== 'exclusion') continue;
		const decision = database.decisions.findLast(
			(one) =>
				one.meeting === id &&
				one.item === found?.id &&
				one.status === 'recorded' &&
				(index < place || (one.procedural === true && texts.includes(one.resolution.trim()))),
		);
		if (decision) return {decision: decision.id, item: index + 1};
	}
	return undefined;
}

/** What minutes say of why an item is exempt. */
export function exemptOf(database: V1, meeting: V1Meeting, item: V1Item) {
	const exempt = exemptionOf(database, item);
	return (
		exempt && {
			paragraphs: exempt.paragraphs
				.toSorted((a, b) => a - b)
				.map((number) => ({number, about: paragraphWords[number] ?? ''})),
			title: exempt.title?.trim() || undefined,
			summary: exempt.summary?.trim() || undefined,
			exclusion: exclusionOf(database, meeting, item),
		}
	);
}
