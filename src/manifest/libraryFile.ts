import { z } from 'zod';
import { factSources, koha, sip2, snapshot } from './librarySystem.ts';
import { colour, httpsAddress, httpsOrigin, line, machineName, path } from './fields.ts';

const channel = z
  .strictObject({
    /** Whether a code is given out here. Questions are answered and a check is made everywhere. */
    canClaim: z.boolean('Write true or false'),
  })
  .readonly();

const messenger = z
  .strictObject({
    ...channel.unwrap().shape,
    /** `page`: a code never enters the chat, where it would stay; a page shows it once. */
    codeDelivery: z.enum(['chat', 'page'], 'Write chat or page').default('chat'),
  })
  .readonly();

/** `manifest/library.yml`: who the library is, for readers and for the parts that serve them. */
export const librarySchema = z
  .strictObject({
    name: line,
    /** For sentences and narrow screens. */
    shortName: line,
    pages: z
      .strictObject({
        website: httpsAddress,
        /** Where the library writes about Legimi; `legimiMenu` leads there. */
        legimi: httpsAddress,
        /** The library's own page for claiming a code. */
        codes: httpsAddress,
        /** Where a reader registers with Legimi and activates a code. */
        registration: httpsAddress,
      })
      .readonly(),
    /** The way through the website's menu to what it says about Legimi. FAQ question 1. */
    legimiMenu: line,
    /** The regulation's title, with its number and date. FAQ question 1. */
    regulation: line,
    /** How to reach a person. */
    contact: z
      .strictObject({
        /** In the nominative, as on a list: "dowolna filia". */
        place: line,
        page: httpsAddress,
        phone: line.exactOptional(),
        email: z.email('Write one e-mail address, or take the key out').exactOptional(),
      })
      .readonly(),
    /** Path of the privacy notice on this server. */
    privacyPage: path,
    chatTitle: line,
    /** Of the chat's button, header and the reader's messages. The chat has its own without it. */
    colour: colour.exactOptional(),
    /** Websites that may show the chat, besides this server itself. */
    allowedOrigins: z.array(httpsOrigin).readonly(),
    /** Which library system checks card and password. */
    system: machineName,
    /** Where single facts are read, if not from the system and then the snapshot. */
    facts: factSources.exactOptional(),
    koha: koha.exactOptional(),
    sip2: sip2.exactOptional(),
    snapshot: snapshot.exactOptional(),
    channels: z
      .strictObject({ directline: channel, botframework: channel, messenger })
      .readonly(),
  })
  .readonly();

export type LibraryManifest = z.output<typeof librarySchema>;
