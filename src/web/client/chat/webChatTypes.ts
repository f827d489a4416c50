import type { ReactElement } from './reactElement.ts';

/** The little of Microsoft's Web Chat that this page uses. */
export type Activity = {
  readonly id?: string;
  readonly type: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly text?: string;
  readonly textFormat?: string;
  readonly timestamp?: string;
  readonly from?: { readonly id?: string; readonly role?: string };
  readonly channelData?: Readonly<Record<string, unknown>>;
};

export type Action = {
  readonly type: string;
  readonly payload?: {
    readonly activity?: Activity;
    readonly id?: string;
    readonly message?: string;
    /** The activity that is marked or deleted. */
    readonly activityID?: string;
    /** Of `WEB_CHAT/MARK_ACTIVITY`: what of the activity's channel data becomes which value. */
    readonly name?: string;
    readonly value?: string;
  };
};

/** Hands an action on to Web Chat. */
export type Next = (action: Action) => unknown;

export type Store = {
  dispatch(action: Action): void;
  getState(): { readonly activities: readonly Activity[] };
};

/** States of `DirectLine.connectionStatus$`, by their numbers. */
export const connectionStatus = {
  uninitialized: 0,
  connecting: 1,
  online: 2,
  expiredToken: 3,
  failedToConnect: 4,
  ended: 5,
} as const;

export type DirectLine = {
  readonly token: string;
  readonly conversationId?: string;
  readonly watermark: string;
  /** Address of the newest socket. */
  readonly streamUrl?: string;
  readonly connectionStatus$: {
    subscribe(next: (status: number) => void): { unsubscribe(): void };
  };
  postActivity: (activity: Activity) => {
    subscribe(next: () => void, error: () => void): void;
  };
  end(): void;
};

export type Attachment = { readonly contentType: string; readonly content?: unknown };

type Renderer<Request> = (request: Request) => ReactElement | false | undefined;
type Middleware<Request> = () => (next: Renderer<Request>) => Renderer<Request>;

export type AttachmentMiddleware = Middleware<{
  readonly activity: Activity;
  readonly attachment: Attachment;
}>;
export type ActivityStatusMiddleware = Middleware<{
  readonly activity: Activity;
  readonly hideTimestamp?: boolean;
  readonly sendState: string;
}>;

export type WebChat = {
  createDirectLine(options: {
    domain: string;
    token: string;
    conversationId?: string;
    watermark?: string;
    conversationStartProperties: { locale: string };
  }): DirectLine;
  createStore(initial: object, middleware: () => (next: Next) => Next): Store;
  renderWebChat(
    properties: {
      directLine: DirectLine;
      store: Store;
      locale: string;
      nonce: string;
      role: 'main';
      styleOptions: Readonly<Record<string, unknown>>;
      overrideLocalizedStrings: Readonly<Record<string, string>>;
      attachmentMiddleware: AttachmentMiddleware;
      activityStatusMiddleware: ActivityStatusMiddleware;
      scrollToEndButtonMiddleware: () => () => () => () => ReactElement;
    },
    place: HTMLElement,
  ): void;
};
