import {memoryStore} from '../../source/store/memory.ts';
import {contract} from './contract.ts';
import {file, open, tidy} from './places.ts';

contract('memory', {
	async make(database) {
		const store = memoryStore(database);
		return {store, another: async () => store};
	},
	async tidy() {},
});

contract('file', {
	async make(database) {
		const path = await file(database);
		return {store: await open(path), another: () => open(path)};
	},
	tidy,
});
