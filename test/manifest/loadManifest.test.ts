import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadManifest, ManifestError } from '../../src/manifest/index.ts';
import { EditableFileError } from '../../src/yamlFile.ts';

const shipped = join(import.meta.dirname, '../../manifest');

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'manifest-'));
  cpSync(join(shipped, 'library.yml'), join(directory, 'library.yml'));
  cpSync(join(shipped, 'policy'), join(directory, 'policy'), { recursive: true });
});

afterEach(() => {
  rmSync(directory, { recursive: true });
});

/** Replaces text in a copied file, and tells the line on which the new text stands. */
function edit(file: string, from: string, to: string): number {
  const path = join(directory, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} has no "${from}"`);
  writeFileSync(path, text.replace(from, to));
  return text.slice(0, text.indexOf(from)).split('\n').length;
}

function mistakeIn(load: () => unknown): EditableFileError {
  try {
    load();
  } catch (error) {
    if (error instanceof EditableFileError) return error;
    throw error;
  }
  throw new Error('no mistake was found');
}

function refusalOf(load: () => unknown): ManifestError {
  try {
    load();
  } catch (error) {
    if (error instanceof ManifestError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

const load = () => loadManifest(directory);
const policy = 'policy/2024-06-07.yml';

describe('the shipped manifest', () => {
  it('describes the library', () => {
    const { library } = loadManifest(shipped);
    expect(library).toMatchObject({
      name: 'Wojewódzka i Miejska Biblioteka Publiczna im. Josepha Conrada-Korzeniowskiego w Gdańsku',
      shortName: 'WiMBP w Gdańsku',
      regulation: 'Zarządzenie nr 24/2024 z dnia 7 czerwca 2024 r.',
      legimiMenu: 'DLA CZYTELNIKA → LEGIMI',
      pages: {
        website: 'https://www.wbpg.org.pl/',
        codes: 'https://legimi.wbpg.org.pl/',
        registration: 'https://legimi.pl/pomorskie',
      },
      contact: { place: 'dowolna filia' },
      system: 'demo',
    });
  });

  it('invents no telephone number and no e-mail address', () => {
    const { contact } = loadManifest(shipped).library;
    expect(Object.keys(contact).sort()).toEqual(['page', 'place']);
  });

  it('holds the figures of the FAQ', () => {
    const { policies } = loadManifest(shipped);
    expect(policies[0]).toEqual({
      validFrom: '2024-06-07',
      poolSize: 410,
      release: { day: 10, time: '00:00' },
      opening: { order: 'firstCome' },
      devices: 2,
      accessDays: 30,
      contractEnd: null,
      toleratedDebt: 0,
      loansNeeded: 1,
      graceUntil: null,
      penaltyMonths: 1,
      unknownActivation: 'accept',
      unknownFacts: {
        balance: 'hold',
        loansThisYear: 'hold',
        dataConfirmedOn: 'hold',
        overdueItems: 'hold',
      },
      maximumFactAge: 60,
    });
  });

  it('says of every figure where it comes from', () => {
    const lines = readFileSync(join(shipped, policy), 'utf8').split('\n');
    const bare = lines.filter((line) => /^\S+: /.test(line) && !line.startsWith('#') && !line.includes(' # '));
    expect(bare).toEqual([]);
  });
});

describe('what an operator may leave out or add', () => {
  it('a telephone number and an e-mail address', () => {
    edit('library.yml', 'contact:\n', 'contact:\n  phone: "555 000 000"\n  email: filia@example.org\n');
    expect(load().library.contact).toMatchObject({
      phone: '555 000 000',
      email: 'filia@example.org',
    });
  });

  it('a colour of the chat', () => {
    edit('library.yml', "# colour: '#1f5b4e'", "colour: '#7A1F3D'");
    expect(load().library.colour).toBe('#7A1F3D');
  });

  it('a last day of the contract and a grace', () => {
    edit(policy, 'contractEnd: null', 'contractEnd: 2026-12-31');
    edit(policy, 'graceUntil: null', 'graceUntil: 01-31');
    expect(load().policies[0]).toMatchObject({ contractEnd: '2026-12-31', graceUntil: '01-31' });
  });
});

describe('a mistake is told with its file, its line and what to do', () => {
  it.each([
    ['library.yml', 'canClaim: true', 'canClaim: yes', /"channels.directline.canClaim"/],
    ['library.yml', 'system: demo', 'system: Demo!', /machine name/],
    ['library.yml', 'https://legimi.wbpg.org.pl/', 'legimi.wbpg.org.pl', /Write a full address/],
    ['library.yml', 'https://legimi.wbpg.org.pl/', 'http://legimi.wbpg.org.pl/', /full address/],
    ['library.yml', '  - https://www.wbpg.org.pl', '  - https://www.wbpg.org.pl/', /origin only/],
    ['library.yml', '  - https://www.wbpg.org.pl', '  - "*"', /"allowedOrigins.0"/],
    [
      'library.yml',
      '  - https://www.wbpg.org.pl',
      '  - http://www.wbpg.org.pl',
      /Write the https:\/\/ origin only/,
    ],
    ['library.yml', 'privacyPage: /prywatnosc', 'privacyPage: prywatnosc', /path of this server/],
    ['library.yml', 'place: dowolna filia', 'place: ""', /Write something here/],
    ['library.yml', 'chatTitle: Asystent Legimi', 'chatTittle: Asystent', /"chatTittle": Unrecognized key/],
    ['library.yml', 'place: dowolna filia', 'palce: dowolna filia', /"contact.palce": Unrecognized/],
    ['library.yml', "# colour: '#1f5b4e'", 'colour: #1f5b4e', /"colour": Write a colour as '#rrggbb', in quotes/],
    ['library.yml', "# colour: '#1f5b4e'", 'colour: green', /"colour": Write a colour/],
    [policy, 'poolSize: 410', 'poolSize: -1', /Write 0 or more/],
    [policy, 'poolSize: 410', 'poolSize: 410.5', /whole number/],
    [policy, 'poolSize: 410', 'poolSize: dużo', /"poolSize"/],
    [policy, 'poolSize: 410', 'poolsize: 410', /"poolsize": Unrecognized key/],
    [policy, '  day: 10', '  day: 0', /Write 1 or more/],
    [policy, '  day: 10', '  day: 32', /1 to 31/],
    [policy, '  time: "00:00"', '  time: "24:00"', /HH:MM/],
    [policy, '  time: "00:00"', '  time: 9:00', /HH:MM/],
    [policy, '  time: "00:00"', '  hour: "09:00"', /"release.hour": Unrecognized key/],
    [policy, 'contractEnd: null', 'contractEnd: 2026-11-31', /day of the calendar/],
    [policy, 'graceUntil: null', 'graceUntil: 31.01', /"graceUntil"/],
    [policy, 'graceUntil: null', 'graceUntil: 02-30', /MM-DD/],
    [policy, 'unknownActivation: accept', 'unknownActivation: refuse', /Write hold or accept/],
    [policy, '  balance: hold', '  balance: refuse', /Write hold or accept/],
    [policy, 'devices: 2', 'devices: 2\ndevices: 3', /unique/],
    [policy, 'devices: 2', 'devices: [2', /./],
  ])('%s: %s written as %s', (file, from, to, problem) => {
    const line = edit(file, from, to);
    const mistake = mistakeIn(load);
    expect(mistake.file).toBe(join(directory, file));
    expect(mistake.message).toMatch(problem);
    expect(mistake.message).toContain('Correct the file');
    const isSyntax = to.includes('[') || to.includes('\n');
    if (isSyntax) expect(mistake.line).toBeGreaterThanOrEqual(line);
    else expect(mistake.line).toBe(line);
  });

  it.each(Object.keys(loadManifest(shipped).policies[0]).filter((key) => key !== 'validFrom'))(
    'a value of another kind for %s',
    (key) => {
      const text = readFileSync(join(directory, policy), 'utf8');
      const [line = ''] = text.match(new RegExp(`^${key}:.*(\\n  .*)*`, 'm')) ?? [];
      edit(policy, line, `${key}: jakoś`);
      expect(mistakeIn(load).message).toContain(`"${key}": `);
    },
  );

  it('a line that is missing', () => {
    edit(policy, 'devices: 2', '#');
    expect(mistakeIn(load).message).toContain('"devices": This is missing');
  });

  it('a fact without a rule for when it is unknown', () => {
    edit(policy, '  balance: hold\n', '');
    expect(mistakeIn(load).message).toContain('"unknownFacts.balance": This is missing');
  });

  it('a file with nothing in it', () => {
    writeFileSync(join(directory, policy), '');
    expect(mistakeIn(load)).toMatchObject({ file: join(directory, policy), line: 1 });
  });
});

describe('the folder itself', () => {
  it('without library.yml is refused', () => {
    rmSync(join(directory, 'library.yml'));
    const refusal = refusalOf(load);
    expect(refusal.code).toBe('MANIFEST_NOT_READABLE');
    expect(refusal.message).toContain(join(directory, 'library.yml'));
  });

  it('without a policy folder is refused', () => {
    rmSync(join(directory, 'policy'), { recursive: true });
    expect(refusalOf(load).code).toBe('MANIFEST_NOT_READABLE');
  });

  it('without any policy is refused, because nobody could get a code', () => {
    rmSync(join(directory, policy));
    const refusal = refusalOf(load);
    expect(refusal.code).toBe('POLICY_MISSING');
    expect(refusal.message).toContain('2024-06-07.yml');
  });

  it.each(['2026-02-30.yml', '2026-01-01.yaml', '2026-01-01', 'new rules.yml', '2026-01-01.yml~', 'old'])(
    'with a policy file named %s is refused instead of passing it over',
    (name) => {
      writeFileSync(join(directory, 'policy', name), 'poolSize: 1');
      const refusal = refusalOf(load);
      expect(refusal.code).toBe('POLICY_NAME_INVALID');
      expect(refusal.message).toContain(join(directory, 'policy', name));
      expect(refusal.message).toContain('Rename the file');
    },
  );

  it('may hold hidden files', () => {
    writeFileSync(join(directory, 'policy', '.keep'), '');
    mkdirSync(join(directory, 'policy', '.drafts'));
    expect(load().policies).toHaveLength(1);
  });
});
