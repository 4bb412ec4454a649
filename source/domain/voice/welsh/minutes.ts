import type {minutes as english} from '../english/minutes.ts';
import {joinedNames, sentence} from '../names.ts';

export const minutes: typeof english = {
	title: 'Cofnodion',
	agenda: 'Agenda',
	recordOfDecision: 'Cofnod o benderfyniad',
	stages: {
		planned: 'Nid yw’r cyfarfod hwn wedi’i agor eto: dyma ei agenda.',
		open: 'Mae’r cyfarfod yn dal ar agor: dyma’r cofnod hyd yma.',
		adjourned: 'Mae’r cyfarfod wedi’i ohirio: dyma’r cofnod hyd yma.',
		closed: undefined,
		cancelled: 'Cafodd y cyfarfod hwn ei ganslo: ni chafodd ei gynnal.',
	},
	stagesAlone: {
		planned: 'Ni phenderfynwyd dim eto: dyma’r hyn sydd i’w benderfynu.',
		open: 'Nid yw’r cofnod wedi’i gau eto: dyma ei gynnwys hyd yma.',
		adjourned: 'Nid yw’r cofnod wedi’i gau eto: dyma ei gynnwys hyd yma.',
		closed: undefined,
		cancelled: 'Cafodd ei ganslo: ni phenderfynwyd dim.',
	},
	draft: 'Drafft: heb ei gymeradwyo eto yn gofnod cywir.',
	issued: 'Cyhoeddwyd: heb ei gymeradwyo eto yn gofnod cywir.',
	approved: ({at, on, signed, signedBy}) =>
		`Cymeradwywyd yn gofnod cywir${at ? ` yn ${at}` : ''}${on ? ` ar ${on}` : ''}${
			signed ? `, a llofnodwyd${signedBy ? ` gan ${signedBy}` : ''}` : ''
		}.`,
	archived: (archive) =>
		`Mae newidiadau statws a sylwadau a wnaed yn y cyfarfod hwn yn archif y log, ${archive}, ac fe’u hepgorir yma.`,
	order: (numbers) => `Cymerwyd yr eitemau yn y drefn hon: ${numbers}.`,
	plannedFor: 'Bwriedir ar gyfer',
	opened: 'Agorwyd',
	adjourned: 'Gohiriwyd',
	closed: 'Caewyd',
	pause: (from, to) => (to === undefined ? from : `${from} tan ${to}`),
	closedOn: (time, day) => `${time} ar ${day}`,
	agendaItem: 'Eitem ar yr agenda',
	unusedNumbers: ({from, to, why}) =>
		from === to
			? `Ni ddefnyddiwyd rhif cofnod ${from}: ${sentence(why)}`
			: `Ni ddefnyddiwyd rhifau cofnod ${from} hyd ${to}: ${sentence(why)}`,
	presiding: 'Yn llywyddu',
	taken: 'Cymerwyd',
	enBloc: 'gyda’i gilydd ag eraill',
	inquorate: (present, needed) =>
		`Heb gworwm: gallai ${present} o’r ${needed} sydd eu hangen bleidleisio ar yr eitem hon.`,
	withheld: (word, decisions, numbers) => {
		const made =
			decisions.length === 0
				? ''
				: ` Gwnaed ${decisions.length === 1 ? 'penderfyniad' : 'penderfyniadau'} ${numbers} arni.`;
		return `Mae’r hyn a nodwyd ac a benderfynwyd ar yr eitem hon yn ${word} ac fe’i hepgorir.${made}`;
	},
	left: 'Y cyhoedd yn gadael',
	readmitted: 'Y cyhoedd yn dychwelyd',
	notExcluded: 'nid oes penderfyniad i’w gwahardd wedi’i gofnodi',
	notTaken: {
		'not-reached': 'Ni chyrhaeddwyd yr eitem hon.',
		withdrawn: 'Tynnwyd yr eitem hon yn ôl.',
		deferred: 'Gohiriwyd yr eitem hon.',
		taken: undefined,
	},
	notRecorded: 'Ni chofnodwyd a gymerwyd yr eitem hon.',
	noRoll: 'Ni chofnodwyd pwy oedd yn bresennol.',
	unmarked: (people) => `Ni chofnodwyd a oedd ${joinedNames(people, 'neu')} yn bresennol.`,
	noChair: 'Ni chofnodwyd pwy oedd yn llywyddu dros yr eitem hon.',
	outsideTheAgenda: 'Cofnodwyd y tu allan i’r agenda',
	noOutstanding: 'Nid oedd camau gweithredu agored.',
	outstanding: 'Camau gweithredu agored:',
	progress: 'Cynnydd',
	actions: 'Camau gweithredu',
	action: (id) => `Cam gweithredu ${id}:`,
	due: (day) => `erbyn ${day}`,
	what: 'Beth',
	who: 'Pwy',
	until: 'Pryd',
	corrections: 'Cywiriadau',
	correctedItem: (item, when, by, reason) =>
		`${item === undefined ? 'Cywirwyd' : `Eitem ${item}, cywirwyd`} ${when} gan ${by}: ${reason}`,
	closedAt: (time) => sentence(`Daeth y cyfarfod i ben am ${time}`),
	toSign: (line) => `Llofnodwyd yn gofnod cywir:\n\n${line} Cadeirydd\n\n${line} Dyddiad`,
	signed: (by, on) => `Llofnodwyd yn gofnod cywir gan ${by}${on === undefined ? '' : ` ar ${on}`}.`,
	seal: {
		stands: (version, seal) => `${version} · sêl ${seal}`,
		unproved: (version, seal) =>
			`${version} · sêl ${seal}: ni all y fersiwn hon o Boardwalk wirio’r sêl honno.`,
		corrected: (version, seal) =>
			`${version}, fel y’i cywirwyd wedyn · mae ei sêl ${seal} yn cwmpasu’r testun heb y cywiriadau.`,
		altered: (version, seal) =>
			`Newidiwyd ers ${version} · nid yw ei sêl ${seal} yn cwmpasu’r testun hwn.`,
		version: (number, day, time) => `Fersiwn ${number}, cyhoeddwyd ${day} am ${time}`,
		ofWhole: (seal) => `${seal} (y fersiwn lawn)`,
	},
	changes: {
		strategy: 'Strategaeth',
		project: 'Prosiect',
		before: 'Cyn',
		after: 'Wedyn',
		note: 'Nodyn',
		unchanged: 'dim newid',
		confidence: (value) => `hyder ${value.toLowerCase()}`,
		due: (before, after) => `erbyn ${before} → ${after}`,
	},
};
