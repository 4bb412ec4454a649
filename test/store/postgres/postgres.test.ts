// One server for all that one will do for: starting it takes longer than most of these tests. To run some of
// them, name them: vitest run test/store/postgres -t 'migrations'.
import {badInputTests} from './bad-input.ts';
import {withServer} from './boards.ts';
import {commandsTests} from './commands.ts';
import {contractTests} from './contract.ts';
import {crashTests} from './crash.ts';
import {forgedTests} from './forged.ts';
import {letterboxTests} from './letterbox.ts';
import {forwardTests} from './forward.ts';
import {lostTests} from './lost.ts';
import {migrateTests} from './migrate.ts';
import {poolerTests} from './pooler.ts';
import {proofTests} from './proof.ts';
import {rolesTests} from './roles.ts';
import {secretsTests} from './secrets.ts';
import {tlsTests} from './tls.ts';
import {upkeepTests} from './upkeep.ts';
import {viewsTests} from './views.ts';

const place = withServer();
contractTests(place);
lostTests(place);
upkeepTests(place);
commandsTests(place);
letterboxTests(place);
viewsTests(place);
forgedTests(place);
proofTests(place);
migrateTests(place);
forwardTests(place);
rolesTests(place);
secretsTests(place);
poolerTests(place);
badInputTests(place);
tlsTests(place);
crashTests(place);
