import { type TSchema, Type } from 'typebox';

/**
 * An answer of server-sent events, for the schema of its route. OpenAPI 3.1 has no word for
 * streams: the schema describes each event by itself, its data as JSON within text.
 *
 * @param event the name of every event
 * @param data what its data says
 */
export function eventsAnswer(description: string, event: string, data: TSchema) {
  const schema = Type.Object({
    id: Type.String({ description: 'Send it as Last-Event-ID to go on after this event.' }),
    event: Type.Literal(event),
    data: Type.String({ contentMediaType: 'application/json', contentSchema: data }),
  });
  return {
    200: { description, content: { 'text/event-stream': { schema } } },
    204: {
      description: 'The event that Last-Event-ID names was the last one. EventSource does not come back after this answer.',
      type: 'null',
    },
  };
}
