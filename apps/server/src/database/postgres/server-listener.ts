import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import type { Database } from '../database.ts';

/** Before each attempt to connect again, milliseconds: doubled each time, up to the last. */
const firstDelayMs = 100;
const maxDelayMs = 5000;
/**
 * Longest time for making a connection, or for the answer to a statement, and the time between two
 * trials of the connection, milliseconds: one whose server is gone without a word hears nothing,
 * and says nothing about it.
 */
const defaultAnswerMs = 5000;

type OnNotification = (payload: string) => void;

/**
 * Hears the notifications of a PostgreSQL server over one connection of its own: LISTEN belongs to
 * a session. When that ends, or the server is silent, it connects again, and then calls every
 * listener with an empty payload: anything may have happened meanwhile.
 */
export class ServerListener {
  readonly #connectionString: string;
  readonly #onLostConnection: (error: Error) => void;
  readonly #answerMs: number;
  readonly #listeners = new Map<string, Set<OnNotification>>();
  /** The connection, or the next one where the last has ended. */
  #client: Promise<Client>;
  readonly #closing = new AbortController();

  private constructor(connectionString: string, onLostConnection: (error: Error) => void, answerMs: number) {
    this.#connectionString = connectionString;
    this.#answerMs = answerMs;
    this.#onLostConnection = onLostConnection;
    this.#client = this.#connect();
  }

  /**
   * @param onLostConnection called each time the connection ends or cannot be made again
   * @param answerMs longest time for an answer of the server, milliseconds
   * @throws the error of the first connection
   */
  static async open(
    connectionString: string,
    onLostConnection: (error: Error) => void,
    answerMs = defaultAnswerMs,
  ): Promise<ServerListener> {
    const listener = new ServerListener(connectionString, onLostConnection, answerMs);
    await listener.#client;
    return listener;
  }

  readonly listen: Database['listen'] = async (channel, onNotification) => {
    const known = this.#listeners.get(channel) ?? new Set();
    this.#listeners.set(channel, known.add(onNotification));
    if (known.size === 1) await this.#send('listen', channel);
    return async () => {
      known.delete(onNotification);
      if (known.size > 0) return;
      this.#listeners.delete(channel);
      await this.#send('unlisten', channel);
    };
  };

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#client.then((client) => client.end()).catch(() => undefined);
  }

  async #send(statement: 'listen' | 'unlisten', channel: string): Promise<void> {
    const client = await this.#client;
    // A connection that ends meanwhile is replaced, and its successor listens to all channels.
    await client.query(`${statement} ${client.escapeIdentifier(channel)}`).catch(() => undefined);
  }

  async #connect(): Promise<Client> {
    const client = new Client({
      connectionString: this.#connectionString,
      connectionTimeoutMillis: this.#answerMs,
      query_timeout: this.#answerMs,
    });
    client.on('notification', ({ channel, payload = '' }) => {
      for (const listener of this.#listeners.get(channel) ?? []) listener(payload);
    });
    // Until it listens, its failures are those of this call; an event without anybody who hears it
    // would end the process.
    client.on('error', () => undefined);
    try {
      await client.connect();
      for (const channel of this.#listeners.keys()) await client.query(`listen ${client.escapeIdentifier(channel)}`);
    } catch (error) {
      void client.end().catch(() => undefined);
      throw error;
    }
    this.#replaceWhenLost(client);
    return client;
  }

  #replaceWhenLost(client: Client): void {
    let isLost = false;
    const onLost = (error: Error) => {
      clearInterval(trying);
      if (isLost || this.#closing.signal.aborted) return;
      isLost = true;
      void client.end().catch(() => undefined);
      this.#onLostConnection(error);
      this.#client = this.#reconnect();
      // Whoever needs it next hears of a failure, which is only that of a close.
      this.#client.catch(() => undefined);
    };
    const trying = setInterval(() => client.query('select').catch(onLost), this.#answerMs).unref();
    client.on('error', onLost);
    client.on('end', () => onLost(new Error('The server ended the connection.')));
  }

  async #reconnect(): Promise<Client> {
    for (let delayMs = firstDelayMs; ; delayMs = Math.min(2 * delayMs, maxDelayMs)) {
      // Not all processes at the same moment.
      await setTimeout(delayMs * (0.5 + Math.random() / 2), undefined, { ref: false, signal: this.#closing.signal });
      try {
        const client = await this.#connect();
        for (const ofChannel of this.#listeners.values()) for (const listener of ofChannel) listener('');
        return client;
      } catch (error) {
        this.#closing.signal.throwIfAborted();
        this.#onLostConnection(error as Error);
      }
    }
  }
}
