// A reader of HTML and XML as our writers make them: strict, so that what it reads is well-formed.

export type Element = {
	name: string;
	attributes: Record<string, string>;
	children: (Element | string)[];
};

const tag = /<(\/?)([a-zA-Z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/y;

/** The elements of a text, under a root without a name; throws where it is not well-formed. */
export function parseMarkup(text: string, voids: readonly string[] = []): Element {
	const root: Element = {name: '', attributes: {}, children: []};
	const open = [root];
	let at = /^(?:<!doctype html>|<\?xml [^>]*\?>)?/.exec(text)?.[0].length ?? 0;
	while (at < text.length) {
		const parent = open.at(-1) ?? root;
		if (text[at] !== '<') {
			const end = text.indexOf('<', at);
			const piece = text.slice(at, end === -1 ? text.length : end);
			parent.children.push(decode(piece));
			at += piece.length;
			continue;
		}
		tag.lastIndex = at;
		const found = tag.exec(text);
		if (!found) throw new Error(`no tag: ${text.slice(at, at + 80)}`);
		const [all, closing, name = '', given = '', empty] = found;
		at += all.length;
		if (closing) {
			if (parent.name !== name) throw new Error(`</${name}> closes <${parent.name}>`);
			open.pop();
			continue;
		}
		const attributes: Record<string, string> = {};
		for (const [, key = '', value = ''] of given.matchAll(/([\w:.-]+)="([^"]*)"/g)) {
			if (key in attributes) throw new Error(`<${name}> has ${key} twice`);
			attributes[key] = decode(value);
		}
		const element: Element = {name, attributes, children: []};
		parent.children.push(element);
		if (!empty && !voids.includes(name)) open.push(element);
	}
	if (open.length > 1) throw new Error(`<${open.at(-1)?.name}> is never closed`);
	return root;
}

const named: Record<string, string> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	'#39': "'",
};

const decode = (text: string): string =>
	text.replaceAll(/&([^;&\s]*;?)/g, (entity, body: string) => {
		const meant = body.endsWith(';') ? named[body.slice(0, -1)] : undefined;
		if (meant === undefined) throw new Error(`a bare & or an unknown entity: ${entity}`);
		return meant;
	});

/** Every element under this one, in the order of the text; of one name, if one is given. */
export function elements(under: Element, ...names: string[]): Element[] {
	return under.children.flatMap((child) =>
		typeof child === 'string'
			? []
			: [
					...(names.length === 0 || names.includes(child.name) ? [child] : []),
					...elements(child, ...names),
				],
	);
}

/** What a reader sees of an element; line breaks as \n. */
export const textOf = (element: Element | string): string =>
	typeof element === 'string'
		? element
		: ['br', 'w:br'].includes(element.name)
			? '\n'
			: element.children.map(textOf).join('');
