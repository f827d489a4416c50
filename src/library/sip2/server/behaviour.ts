/** Character sets of the test server; `mangled` loses every letter that is not ASCII, as seen. */
export type ServerCharset = 'utf-8' | 'windows-1250' | 'iso-8859-2' | 'cp852' | 'mangled';

/** How the test server behaves and misbehaves. May be changed while it runs. */
export type Behaviour = {
  /** `a`: `AO` first, right checksums. `b`: `AA` first, `AO` last. */
  profile: 'a' | 'b';
  /** `zero`: `AZ0000` always. `none`: neither `AY` nor `AZ`. `broken`: wrong digits. */
  checksum: 'right' | 'zero' | 'none' | 'broken';
  /** Answers that get a wrong checksum before the server sends right ones again. */
  breakNext: number;
  /** Requests that the server takes for broken, answering 96, before it reads one again. */
  misreadNext: number;
  lineEnd: '\r' | '\r\n';
  charset: ServerCharset;
  /** Bytes a write; 0 for the whole answer at once. */
  pieces: number;
  /** `silent`: reads and never answers. `hold`: keeps answers until `release()`. */
  answering: 'atOnce' | 'silent' | 'hold';
  /** Milliseconds before each answer. */
  delayMs: number;
  /** Milliseconds of silence after which it closes a connection; 0 for never. */
  idleMs: number;
  /** Further connections are closed at once. */
  isSingle: boolean;
  isOnline: boolean;
  /** Sends every answer twice. */
  repeats: boolean;
  /** The answer about this card is sent whoever was asked about: a system that lies. */
  answersAbout: string | null;
};

export const wellBehaved: Behaviour = {
  profile: 'a',
  checksum: 'right',
  breakNext: 0,
  misreadNext: 0,
  lineEnd: '\r',
  charset: 'utf-8',
  pieces: 0,
  answering: 'atOnce',
  delayMs: 0,
  idleMs: 60_000,
  isSingle: false,
  isOnline: true,
  repeats: false,
  answersAbout: null,
};
