// Small faults that a program may have, each as one replacement in a file of it: what tests ought to notice.
import {parseAst} from 'rolldown/parseAst';

/** A fault: what stands from `start` to `end` (UTF-16 units) becomes `text`. */
export type Mutant = {
	file: string;
	line: number;
	start: number;
	end: number;
	text: string;
	/** What was done, in words. */
	what: string;
	/** The innermost function around it, as `noting` calls it; undefined for what runs when the module is loaded. */
	within: string | undefined;
};

type Node = {type: string; start: number; end: number; [key: string]: unknown};
type Fault = Pick<Node, 'start' | 'end'> & Pick<Mutant, 'text' | 'what'>;

const isNode = (value: unknown): value is Node =>
	typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const operators: Record<string, string> = {
	'<': '<=',
	'<=': '<',
	'>': '>=',
	'>=': '>',
	'===': '!==',
	'!==': '===',
	'&&': '||',
	'||': '&&',
	'+': '-',
	'-': '+',
};

/** Where types and the names of other modules stand, nothing runs. */
const isTold = ({type}: Node): boolean =>
	/^(?:Import|ExportAll)/.test(type) ||
	(type.startsWith('TS') && !/^TS(?:As|Satisfies|NonNull)/.test(type));

const parse = (file: string, code: string): Node =>
	parseAst(code, {lang: file.endsWith('x') ? 'tsx' : 'ts'}) as unknown as Node;

const isFunction = ({type, body}: Node): boolean =>
	/^(?:ArrowFunction|Function)Expression$|^FunctionDeclaration$/.test(type) && isNode(body);

const nameOf = (file: string, {start}: Node): string => `${file}:${start}`;

/** Every fault of the kinds below that a file can have, in the order of the file. */
export function mutantsOf(file: string, code: string): Mutant[] {
	const faults: (Fault & Pick<Mutant, 'within'>)[] = [];
	visit(parse(file, code), (node, around) => {
		const within = around && nameOf(file, around);
		faults.push(...faultsAt(node, code).map((fault) => ({...fault, within})));
	});
	return faults
		.toSorted((a, b) => a.start - b.start)
		.map((fault) => ({...fault, file, line: code.slice(0, fault.start).split('\n').length}));
}

/** The code, with every function of it noting in `globalThis.reached` that it was called. */
export function noting(file: string, code: string): string {
	const places: {at: number; text: string}[] = [];
	visit(parse(file, code), (node) => {
		if (!isFunction(node)) return;
		const body = node['body'] as Node;
		const note = `globalThis.reached?.add(${JSON.stringify(nameOf(file, node))})`;
		if (body.type === 'BlockStatement') places.push({at: body.start + 1, text: `${note};`});
		else places.push({at: body.start, text: `(${note}, `}, {at: body.end, text: ')'});
	});
	return places
		.toSorted((a, b) => b.at - a.at)
		.reduce((left, {at, text}) => left.slice(0, at) + text + left.slice(at), code);
}

function visit(
	node: Node,
	see: (node: Node, within: Node | undefined) => void,
	within?: Node,
): void {
	if (isTold(node)) return;
	see(node, within);
	const around = isFunction(node) ? node : within;
	for (const child of Object.values(node).flat()) if (isNode(child)) visit(child, see, around);
}

function faultsAt(node: Node, code: string): Fault[] {
	const {start, end} = node;
	const text = code.slice(start, end);
	if (node.type === 'IfStatement' || node.type === 'ConditionalExpression') {
		const test = node['test'] as Node;
		const negated = `!(${code.slice(test.start, test.end)})`;
		return [
			{start: test.start, end: test.end, text: negated, what: 'the condition negated'},
			...(isEarlyEnd(node) ? [{start, end, text: ';', what: 'the early return left out'}] : []),
		];
	}
	if (node.type === 'BinaryExpression' || node.type === 'LogicalExpression') {
		const [left, right, operator] = [node['left'], node['right'], node['operator']] as [
			Node,
			Node,
			string,
		];
		const other = operators[operator];
		// Texts are joined with a plus, but have no minus.
		if (other === undefined || (operator === '+' && /['"`]/.test(text))) return [];
		const from = left.end + code.slice(left.end, right.start).indexOf(operator);
		return [
			{start: from, end: from + operator.length, text: other, what: `${other} for ${operator}`},
		];
	}
	if (node.type === 'ArrayExpression') {
		return (node['elements'] as (Node | null)[]).flatMap((element) =>
			element === null
				? []
				: [
						{
							start: element.start,
							end: code[element.end] === ',' ? element.end + 1 : element.end,
							text: '',
							what: `${brief(code.slice(element.start, element.end))} left out of its list`,
						},
					],
		);
	}
	if (node.type === 'Literal' && typeof node['value'] === 'boolean') {
		return [{start, end, text: String(!node['value']), what: `${!node['value']} for ${text}`}];
	}
	// A text for people has a blank in it; a word alone is a name that the compiler knows.
	if (node.type === 'Literal' && typeof node['value'] === 'string' && / /.test(text)) {
		return [{start: end - 1, end: end - 1, text: '~', what: `${brief(text)} ends in ~`}];
	}
	if (node.type === 'TemplateElement' && / /.test(text)) {
		// It begins with the mark that opens the text, or closes the value before it.
		const within = start + 1;
		return [{start: within, end: within, text: '~', what: `~ in ${brief(text)}`}];
	}
	if (
		node.type === 'ExpressionStatement' &&
		(node['expression'] as Node).type === 'CallExpression'
	) {
		return [{start, end, text: ';', what: `${brief(text)} not called`}];
	}
	return [];
}

/** Whether a statement does nothing but end its function when something holds. */
function isEarlyEnd({type, alternate, consequent}: Node): boolean {
	if (type !== 'IfStatement' || alternate) return false;
	const {type: kind, body} = consequent as Node;
	const statements = kind === 'BlockStatement' ? (body as Node[]) : [consequent as Node];
	return /^(?:Return|Throw|Continue)Statement$/.test(statements.at(-1)?.type ?? '');
}

const brief = (text: string): string => {
	const line = text.replaceAll(/\s+/g, ' ');
	return line.length > 40 ? `${line.slice(0, 39)}…` : line;
};
