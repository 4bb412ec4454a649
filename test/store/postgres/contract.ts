import {contract, type Kind} from '../contract.ts';
import {presenceContract} from '../presence-contract.ts';
import {closeAll, open, type Place} from './boards.ts';

export function contractTests(place: Place): void {
	const kind: Kind = {
		async make(database) {
			const url = await place.board(database);
			return {store: await open(url), another: () => open(url)};
		},
		tidy: closeAll,
	};
	contract('PostgreSQL', kind);
	presenceContract('PostgreSQL', kind);
}
