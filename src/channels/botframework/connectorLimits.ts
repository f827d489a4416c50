import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';

type Authentication = ConfigurationBotFrameworkAuthentication;
type Identity = Parameters<Authentication['createConnectorFactory']>[0];
type Connectors = ReturnType<Authentication['createConnectorFactory']>;
type Connector = Awaited<ReturnType<Connectors['create']>>;
type Options = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>;

/** The connector did not take a reply in time. */
export class ConnectorTimeoutError extends Error {
  readonly code = 'CONNECTOR_TIMEOUT';

  constructor(milliseconds: number) {
    super(
      `The connector gave no answer within ${milliseconds} ms. Look whether the channel is up.`,
    );
    this.name = 'ConnectorTimeoutError';
  }
}

/**
 * The SDK's access to connectors with a time limit, retries and token fetching included: by itself
 * it waits for a silent connector for ever. The SDK's own ways to authenticate a sender are shut,
 * because our guards have done that.
 */
export class LimitedAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #milliseconds: number;

  constructor(milliseconds: number, ...options: Options) {
    super(...options);
    this.#milliseconds = milliseconds;
  }

  override createConnectorFactory(identity: Identity): Connectors {
    const factory = super.createConnectorFactory(identity);
    const create = factory.create.bind(factory);
    factory.create = async (serviceUrl, audience) =>
      limited(await create(serviceUrl, audience), this.#milliseconds);
    return factory;
  }

  override authenticateRequest(): Promise<never> {
    return Promise.reject(new Error('Senders are authenticated by the guards of this channel.'));
  }

  override authenticateStreamingRequest(): Promise<never> {
    return this.authenticateRequest();
  }

  override authenticateChannelRequest(): Promise<never> {
    return this.authenticateRequest();
  }
}

function limited(connector: Connector, milliseconds: number): Connector {
  const send = connector.sendOperationRequest.bind(connector);
  connector.sendOperationRequest = (args, spec, callback) =>
    withinTime(milliseconds, (abortSignal) =>
      send({ ...args, options: { ...args.options, abortSignal } }, spec, callback),
    );
  return connector;
}

/** Rejects with a `ConnectorTimeoutError` after `milliseconds` even when `work` ignores its signal. */
export async function withinTime<Result>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new ConnectorTimeoutError(milliseconds));
      controller.abort();
    }, milliseconds);
  });
  try {
    return await Promise.race([work(controller.signal), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
