import { readFileSync } from 'node:fs';

/** Messages as they went over the wire between a client and a server that others wrote. */
export const goldenFrames = JSON.parse(
  readFileSync(new URL('../../fixtures/sip2/goldenFrames.json', import.meta.url), 'utf8'),
) as Readonly<
  Record<
    | 'login'
    | 'loginAnswer'
    | 'status'
    | 'statusAnswer'
    | 'patronInformation'
    | 'patronInformationAnswer'
    | 'patronInformationAnswerComposed'
    | 'unknownCardAnswer'
    | 'patronStatus'
    | 'patronStatusAnswer'
    | 'patronStatusAnswerComposed',
    string
  >
>;

export const bytesOfFrame = (frame: string): Buffer => Buffer.from(frame, 'utf8');
