import type {BoardLaw, PrivateWords} from './law.ts';

/** What a law says as labels, headings and the ends of sentences; whole sentences that cite a statute stay in its English. */
type LawLabels = Pick<
	PrivateWords,
	'label' | 'word' | 'excluded' | 'items' | 'left' | 'readmitted'
> & {
	urgent: string;
	sensitive: string;
	voteless: string;
};

const labels = {
	paragraph: {
		label: 'Esempt',
		word: 'esempt',
		excluded: 'Y cyhoedd wedi’i wahardd',
		items: 'Eitemau esempt',
		urgent: 'Brys',
		sensitive: ' (cedwir ei natur yn ôl am ei bod yn sensitif: Deddf Lleoliaeth 2011 a.32)',
		voteless: 'heb bleidlais (Deddf Lleoliaeth 2011 a.31)',
	},
	ground: {
		label: 'Preifat',
		word: 'preifat',
		excluded: 'Sesiwn breifat',
		left: 'Y sesiwn breifat yn dechrau',
		readmitted: 'Y sesiwn breifat wedi dod i ben',
		items: 'Eitemau preifat',
		urgent: 'Brys am fod',
		sensitive: ' (cedwir ei natur yn ôl am ei bod yn sensitif)',
		voteless: 'heb bleidlais',
	},
} satisfies Record<PrivateWords['asks'], LawLabels>;

/** A law with its labels in Welsh, which nobody has checked yet. */
export function inWelsh(law: BoardLaw): BoardLaw {
	const {urgent, sensitive, voteless, ...words} = labels[law.privately.asks];
	return {
		...law,
		urgent: (why) => [urgent, law.urgent(why)[1]],
		interests: {...law.interests, sensitive, voteless},
		privately: {...law.privately, ...words},
	};
}
