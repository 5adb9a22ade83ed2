/** An answer of server-sent events, for the schema of its route. */
export function eventsAnswer(description: string) {
  return {
    200: { description, content: { 'text/event-stream': { schema: { type: 'string' } } } },
    204: {
      description: 'The event that Last-Event-ID names was the last one. EventSource does not come back after this answer.',
      type: 'null',
    },
  };
}
