// The tests with one fault in the program: whoever runs them says which in MUTANT. No file is touched.
import process from 'node:process';
import usual from '../../vitest.config.ts';
import type {Mutant} from './mutants.ts';

const mutant = JSON.parse(process.env['MUTANT'] ?? 'null') as Mutant | null;

const fault = {
	name: 'fault',
	enforce: 'pre' as const,
	transform(code: string, id: string) {
		if (!mutant || id.split('?')[0] !== mutant.file) return undefined;
		return code.slice(0, mutant.start) + mutant.text + code.slice(mutant.end);
	},
};

// A project takes no plugins from the whole; and what is kept of a module between runs knows nothing of a fault.
const fsModuleCache = false;
const projects = usual.test?.projects?.map((project) =>
	typeof project === 'object' && 'test' in project
		? {...project, plugins: [fault], test: {...project.test, fsModuleCache}}
		: project,
);

export default {...usual, test: {...usual.test, fsModuleCache, projects}};
