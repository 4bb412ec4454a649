// Texts that stand one to a line in a field: how they are put into it, and read from what was typed.

export type HeadedText = {heading: string; text: string};
export type NumberedText = {id: string; text: string};
type Read<Value> = {value: Value} | {message: string};

const numbered = /^\s*\d{1,3}[.)]\s+/;

/**
 * One to a line; numbered where one of them has several lines, or begins with a number itself. `readNumbered` reads either back.
 */
export function writeLines(texts: readonly string[]): string {
	const isPlain = texts.every((text) => !text.includes('\n') && !numbered.test(text));
	return texts.map((text, index) => (isPlain ? text : `${index + 1}. ${text}`)).join('\n');
}

/** One to a line; behind a number, all lines up to the next number are one. */
export function readNumbered(typed: string): string[] {
	const lines = typed.split('\n');
	if (!numbered.test(lines[0] ?? '')) return lines.map((text) => text.trim()).filter(Boolean);
	const texts: string[] = [];
	for (const text of lines) {
		if (Number.parseInt(text, 10) === texts.length + 1 && numbered.test(text))
			texts.push(text.replace(numbered, ''));
		else texts[texts.length - 1] = `${texts.at(-1) ?? ''}\n${text}`;
	}
	return texts.map((text) => text.trim()).filter(Boolean);
}

const headed = /^([^:\n]{1,80}):\s+(.*)$/;

/** `Financial: none`, one to a line; under lines such as `# Financial` where a text has several. `readSections` reads either back. */
export function writeSections(sections: readonly HeadedText[]): string {
	const isPlain = sections.every(
		({heading, text}) =>
			text !== '' && !text.includes('\n') && !heading.includes(':') && !heading.startsWith('#'),
	);
	return isPlain
		? sections.map(({heading, text}) => `${heading}: ${text}`).join('\n')
		: sections.map(({heading, text}) => `# ${heading}\n${text}`).join('\n');
}

export function readSections(typed: string): Read<HeadedText[]> {
	const sections: HeadedText[] = [];
	const isMarked = typed.startsWith('#');
	for (const text of typed.split('\n')) {
		const marked = isMarked && text.startsWith('#');
		const [, heading, rest = ''] = (isMarked ? undefined : headed.exec(text.trim())) ?? [];
		const last = sections.at(-1);
		if (marked) sections.push({heading: text.replace(/^#+\s*/, '').trim(), text: ''});
		else if (heading !== undefined) sections.push({heading: heading.trim(), text: rest});
		else if (last) last.text = last.text === '' ? text : `${last.text}\n${text}`;
		else return {message: `“${text.trim()}” has no heading: type Financial: within the budget`};
	}
	const unnamed = sections.find(({heading}) => heading === '');
	if (unnamed) return {message: 'a heading is empty'};
	return {value: sections.map(({heading, text}) => ({heading, text: text.trim()}))};
}

/** 1 is A, 26 is Z, 27 is AA. */
export const letters = (number: number): string =>
	(number > 26 ? letters(Math.floor((number - 1) / 26)) : '') +
	String.fromCodePoint(65 + ((number - 1) % 26));

/** `B: text` keeps its letter; a line without one gets the next that none has. */
export function readStatements(typed: string): NumberedText[] {
	const lines = typed
		.split('\n')
		.map((text) => text.trim())
		.filter(Boolean)
		.map((text) => {
			const [, id, rest] = /^([A-Z]{1,2}):\s*(.+)$/.exec(text) ?? [];
			return id === undefined || rest === undefined ? {text} : {id, text: rest};
		});
	const taken = new Set(lines.flatMap(({id}) => id ?? []));
	const used = new Set<string>();
	let number = 0;
	const next = (): string => {
		const letter = letters(++number);
		return taken.has(letter) ? next() : letter;
	};
	return lines.map(({id, text}) => {
		const own = id === undefined || used.has(id) ? next() : id;
		used.add(own);
		return {id: own, text};
	});
}
