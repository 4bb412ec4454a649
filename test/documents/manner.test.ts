// Documents in the manner of their organisation: its language, its days and times, its paper.
import {expect, test} from 'vitest';
import {agendaDocument} from '../../source/documents/agenda.ts';
import {registerDocument, registerOf} from '../../source/documents/decision-register.ts';
import {toDocx} from '../../source/documents/docx.ts';
import {forwardPlanDocument} from '../../source/documents/forward-plan.ts';
import {toHtml} from '../../source/documents/html.ts';
import {minutesDocument} from '../../source/documents/minutes.ts';
import {noticeDocument} from '../../source/documents/notice.ts';
import {toText} from '../../source/documents/text.ts';
import type {Document} from '../../source/documents/tree.ts';
import {languages} from '../../source/domain/voice/language.ts';
import {
	localeOf,
	type Manner,
	paperOf,
	voiceOf,
	wordsOf,
	zoneOf,
} from '../../source/domain/voice/index.ts';
import {forwardPlan} from '../../source/domain/queries/meeting/forward-plan.ts';
import {minutesOf} from '../../source/domain/queries/minutes/minutes.ts';
import {statementOf} from '../../source/domain/queries/minutes/statement.ts';
import {summonsOf} from '../../source/domain/queries/meeting/summons.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {cabinet, type Stage} from './cabinet.ts';
import {unzip} from './zip.ts';

const london = {timeZone: 'Europe/London'};

const at = (stage: Stage, manner: Partial<Manner>): Database => {
	const database = cabinet(stage);
	return {...database, organisation: {...database.organisation, ...manner}};
};

const minutes = (manner: Partial<Manner>) => minutesDocument(minutesOf(at('sat', manner), 'M-3'));
const agenda = (manner: Partial<Manner>) =>
	agendaDocument(summonsOf(at('summoned', manner), 'M-3'));
const notice = (manner: Partial<Manner>) =>
	noticeDocument(statementOf(at('published', manner), 'D-2'));

test.each([
	[undefined, '12 October 2026', '7–10 May 2019', '29 April–2 May 2019', '18:30'],
	['en-US', 'October 12, 2026', 'May 7–10, 2019', 'April 29–May 2, 2019', '6:30 p.m.'],
	['cy', '12 Hydref 2026', '7–10 Mai 2019', '29 Ebrill–2 Mai 2019', '18:30'],
	// There are no words for it yet, so it is told in English.
	['fr', '12 October 2026', '7–10 May 2019', '29 April–2 May 2019', '18:30'],
])('a day, days and a time in %s', (locale, day, days, over, time) => {
	const voice = voiceOf({...london, locale});
	expect(voice.day('2026-10-12')).toBe(day);
	expect(voice.period({from: '2019-05-07', to: '2019-05-10'})).toBe(days);
	expect(voice.period({from: '2019-04-29', to: '2019-05-02'})).toBe(over);
	expect(voice.clock('18:30')).toBe(time);
	expect(voice.time('2026-10-12T17:30:00Z')).toBe(time);
});

test.each([
	['00:05', '12:05 a.m.'],
	['09:00', '9:00 a.m.'],
	['12:00', '12:00 p.m.'],
	['13:45', '1:45 p.m.'],
])('%s is %s in American documents', (time, said) => {
	expect(voiceOf({...london, locale: 'en-US'}).clock(time)).toBe(said);
});

test('days and months that are not known to the day, and spans over years, are told as precisely as they are', () => {
	const [british, american] = [undefined, 'en-US'].map((locale) => voiceOf({...london, locale}));
	const spans = [
		'2020',
		'2020-10',
		{from: '2019', to: '2022'},
		{from: '2019-05', to: '2019-06'},
		{from: '2019-12-30', to: '2020-01-02'},
		{from: '2019-05-07', to: '2019-05-07'},
	];
	expect(spans.map((span) => british?.period(span))).toEqual([
		'2020',
		'October 2020',
		'2019–2022',
		'May–June 2019',
		'30 December 2019–2 January 2020',
		'7 May 2019',
	]);
	expect(spans.map((span) => american?.period(span))).toEqual([
		'2020',
		'October 2020',
		'2019–2022',
		'May–June 2019',
		'December 30, 2019–January 2, 2020',
		'May 7, 2019',
	]);
});

test('American minutes have American days and times, and so has every other paper', async () => {
	const manner = {locale: 'en-US'};
	const text = await toText(minutes(manner));
	expect(text).toMatch(/Date: +October 12, 2026/);
	expect(text).toMatch(/Opened: +2:01 p\.m\./);
	expect(text).toContain('Gwen Davies arrived at 2:15 p.m.\n');
	expect(text).toContain('The meeting closed at 3:15 p.m.\n');
	expect(text.match(/.*(?:\d (?:October|November) 2026|\b1\d:\d\d\b(?! [ap]\.m\.)).*/g)).toEqual([
		// What somebody typed stays as it was typed.
		'1 October 2026 by the Standards Committee, to speak and vote).',
	]);
	const plan = forwardPlanDocument(
		at('summoned', manner),
		forwardPlan(at('summoned', manner), '2026-10-05'),
		'2026-10-05',
	);
	expect(await toText(agenda(manner))).toMatch(
		/October 12, 2026\nTime: +2:00 p\.m\., to end about 3:12 p\.m\./,
	);
	expect(await toText(notice(manner))).toMatch(/Published: +October 14, 2026/);
	expect(await toText(plan)).toMatch(/As at: +October 5, 2026/);
});

test('paper and language follow the country, and the organisation’s own choice of paper comes first', async () => {
	expect(paperOf({})).toBe('A4');
	expect(paperOf({locale: 'en-US'})).toBe('Letter');
	expect(paperOf({locale: 'en-US', paper: 'A4'})).toBe('A4');
	expect(paperOf({paper: 'Letter'})).toBe('Letter');
	expect([undefined, 'en-US', 'cy', 'fr'].map((locale) => localeOf({locale}))).toEqual([
		'en-GB',
		'en-US',
		'cy',
		'en-GB',
	]);
	const word = async (document: Document) => {
		const files = unzip(await toDocx(document));
		return [files.get('word/document.xml'), files.get('word/styles.xml')].join('');
	};
	expect(await word(minutes({}))).toMatch(/w:w="11906"[^]*w:lang w:val="en-GB"/);
	expect(await word(minutes({locale: 'en-US'}))).toMatch(/w:w="12240"[^]*w:lang w:val="en-US"/);
	expect(toHtml(minutes({}))).toMatch(/<html lang="en-GB">[^]*size: A4;/);
	expect(toHtml(minutes({locale: 'en-US'}))).toMatch(/<html lang="en-US">[^]*size: Letter;/);
	expect(toHtml(minutes({locale: 'cy'}))).toMatch(/<html lang="cy">[^]*"Tudalen " counter/);
});

test('the time zone is named where the organisation asks for it, and only there', async () => {
	expect(zoneOf({timeZone: 'America/Chicago', locale: 'en-US'})).toBeUndefined();
	const asked = {namesTimeZone: true};
	expect(zoneOf({timeZone: 'America/Chicago', locale: 'en-US', ...asked})).toBe(
		'Central Time (America/Chicago)',
	);
	expect(zoneOf({timeZone: 'UTC', ...asked})).toBe('UTC');
	for (const paper of [minutes, agenda]) {
		expect(await toText(paper(asked))).toMatch(
			/Time zone: +United Kingdom Time \(Europe\/London\)/,
		);
		expect(await toText(paper({}))).not.toContain('Time zone');
	}
});

test('a seal holds whatever manner its minutes are printed in', () => {
	const [british, welsh] = [{}, {locale: 'cy', namesTimeZone: true}].map((manner) =>
		minutesOf(at('approved', manner), 'M-3'),
	);
	expect(british?.seals).toHaveLength(1);
	expect(welsh?.altered).toBeUndefined();
});

const welsh: Record<string, Document> = {
	agenda: agenda({locale: 'cy'}),
	minutes: minutesDocument(minutesOf(at('signed', {locale: 'cy'}), 'M-3')),
	notice: notice({locale: 'cy'}),
};

test.each(Object.entries(welsh))(
	'the %s in Welsh says first that nobody has checked its wording',
	async (name, document) => {
		const text = (await toText(document)).replaceAll(/BW-M-3-v1-[\dA-F-]+/g, 'BW-M-3-v1-…');
		expect(text).toContain('(The Welsh wording of this');
		await expect(text).toMatchFileSnapshot(`golden/welsh/${name}.txt`);
	},
);

test('the register speaks the language too', async () => {
	const database = at('published', {locale: 'cy'});
	const options = {today: '2026-10-15'};
	const text = await toText(
		registerDocument(
			{organisation: database.organisation, ...options},
			registerOf(database, options),
		),
	);
	expect(text).toContain('Cofrestr penderfyniadau');
	expect(text).toContain('Cymeradwywyd');
	expect(text).not.toMatch(/\bApproved\b|\bOutcome\b|\bDecision \d/);
});

test.each(languages.map((language) => [language]))(
	'no wording of %s is empty, but for what goes without saying',
	(locale) => {
		const mute: string[] = [];
		const look = (value: unknown, path: string) => {
			if (value === '' || value === undefined) mute.push(path);
			else if (typeof value === 'object' && value !== null)
				for (const [key, inner] of Object.entries(value)) look(inner, `${path}.${key}`);
		};
		look(wordsOf({locale}), locale);
		expect(
			mute.map((path) => path.replace(/^\w+\./, '')).filter((path) => path !== 'unchecked'),
		).toEqual([
			'values.decisionStatus.recorded',
			'roll.parts.member',
			'minutes.stages.closed',
			'minutes.stagesAlone.closed',
			'minutes.notTaken.taken',
		]);
	},
);
