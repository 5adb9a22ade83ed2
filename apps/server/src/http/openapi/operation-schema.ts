declare module 'fastify' {
  /**
   * What a route's schema says beside the parts of its requests and answers. A route with an
   * `operationId` is in the document.
   */
  interface FastifySchema {
    readonly operationId?: string;
    /** Names from tags.ts. */
    readonly tags?: readonly string[];
    /** A few words. */
    readonly summary?: string;
    /** As long as it takes, CommonMark. */
    readonly description?: string;
  }
}

/** One media type of a body. */
export type MediaSchema = {
  readonly schema: object;
  readonly examples?: Readonly<Record<string, { readonly summary?: string; readonly value: unknown }>>;
};

/**
 * A body with its media types, as Fastify takes it in `schema.body` and `schema.response[status]`.
 */
export type ContentSchema = {
  /** Of a request: whether there must be a body, which is usual. */
  readonly required?: boolean;
  readonly description?: string;
  readonly headers?: Readonly<Record<string, object>>;
  readonly content?: Readonly<Record<string, MediaSchema>>;
};
