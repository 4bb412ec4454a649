import {memoryStore} from '../../source/store/memory.ts';
import {contract, type Kind} from './contract.ts';
import {file, open, tidy} from './places.ts';
import {presenceContract} from './presence-contract.ts';

const kinds: Record<string, Kind> = {
	memory: {
		async make(database) {
			const store = memoryStore(database);
			return {store, another: async () => store};
		},
		async tidy() {},
	},
	file: {
		async make(database) {
			const path = await file(database);
			return {store: await open(path), another: () => open(path)};
		},
		tidy,
	},
};

for (const [name, kind] of Object.entries(kinds)) {
	contract(name, kind);
	presenceContract(name, kind);
}
