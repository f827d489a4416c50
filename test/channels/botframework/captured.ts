/** Bodies as the real clients sent them, with shortened ids. `serviceUrl` is the connector's. */

type Body = Readonly<Record<string, unknown>>;

const emulatorFields = (serviceUrl: string): Body => ({
  channelId: 'emulator',
  conversation: { id: 'c2882bc0-e66a-11f1|livechat' },
  id: 'd642cd20-e66a-11f1',
  localTimestamp: '2026-11-22T11:27:54+00:00',
  recipient: { id: 'b-1', name: 'Bot', role: 'bot' },
  timestamp: '2026-11-22T11:27:54.568Z',
  from: { id: 'u-1', name: 'User', role: 'user' },
  locale: 'en-US',
  serviceUrl,
});

/** Bot Framework Emulator 4.15.1. */
export const emulator = {
  start: (serviceUrl: string): Body => ({
    ...emulatorFields(serviceUrl),
    type: 'conversationUpdate',
    membersAdded: [
      { id: 'b-1', name: 'Bot' },
      { id: 'u-1', name: 'User' },
    ],
    membersRemoved: [],
  }),
  message: (serviceUrl: string, text = 'hej'): Body => ({
    ...emulatorFields(serviceUrl),
    type: 'message',
    text,
    textFormat: 'plain',
    channelData: { clientActivityID: '1795348228582' },
  }),
  testOptions: (serviceUrl: string): Body => ({
    ...emulatorFields(serviceUrl),
    type: 'event',
    name: 'SetTestOptions',
    value: { randomValue: 7 },
  }),
  system: (serviceUrl: string, fields: Body): Body => ({
    ...emulatorFields(serviceUrl),
    ...fields,
  }),
};

const playgroundFields = (serviceUrl: string): Body => ({
  id: '1be0e377',
  from: { id: 'user-id-0', aadObjectId: '0000-20' },
  timestamp: '2026-11-22T11:47:45.480Z',
  serviceUrl,
  conversation: { conversationType: 'personal', tenantId: '0000-1', id: '0e553ff1' },
  recipient: { id: 'bot-0', name: 'Test Bot' },
  channelData: { tenant: { id: '0000-1' } },
  channelId: 'emulator',
});

/** Microsoft 365 Agents Playground 0.2.28. */
export const playground = {
  start: (serviceUrl: string): Body => ({
    ...playgroundFields(serviceUrl),
    type: 'conversationUpdate',
    membersAdded: [{ id: 'user-id-0' }, { id: 'bot-0' }],
  }),
  message: (serviceUrl: string, text = 'hi'): Body => ({
    ...playgroundFields(serviceUrl),
    type: 'message',
    text,
    textFormat: 'plain',
    locale: 'en-US',
    entities: [{ type: 'clientInfo', locale: 'en-US' }],
  }),
};

/** Web Chat 4.18.1 as Azure hands it on. */
export const webChat = {
  message: (serviceUrl: string, text = 'tekst'): Body => ({
    attachments: [],
    channelData: { attachmentSizes: [], clientActivityID: '69m716uug0s' },
    text,
    textFormat: 'plain',
    type: 'message',
    id: 'cBxQ|0000001',
    channelId: 'webchat',
    from: { id: 'dl_abc', name: '', role: 'user' },
    recipient: { id: 'bot@abc', name: 'Bot' },
    conversation: { id: 'cBxQ' },
    locale: 'pl-PL',
    serviceUrl,
    entities: [{ supportsTts: true, type: 'ClientCapabilities' }],
  }),
};
