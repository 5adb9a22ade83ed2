import { type Static, Type } from 'typebox';

/** Every refusal of v2 (RFC 9457), sent as `application/problem+json`. */
export const Problem = Type.Object(
  {
    type: Type.String({
      format: 'uri-reference',
      description: 'URL of an explanation of the problem.',
      examples: ['/docs/problems#not_found'],
    }),
    title: Type.String({ description: 'The problem in a few words. The same for every problem with this code.' }),
    status: Type.Integer({ minimum: 400, maximum: 599, description: 'The HTTP status of the response.' }),
    detail: Type.String({ description: 'What is wrong with this request, and what would be valid.' }),
    code: Type.String({ description: 'Stable identifier of the problem, for programs.', examples: ['not_found', 'field.invalid'] }),
    request_id: Type.String({ description: 'The X-Request-ID of this response, to find the request in the logs.' }),
    errors: Type.Optional(
      Type.Array(Type.Object({ field: Type.String(), detail: Type.String() }), {
        description: 'The invalid parts of the request: fields, query parameters or headers.',
      }),
    ),
  },
  {
    $id: 'Problem',
    examples: [
      {
        type: '/docs/problems#field.invalid',
        title: 'A part of the request is not valid',
        status: 400,
        detail: 'file: This field is required.',
        code: 'field.invalid',
        request_id: '5d4e6f4c-0f0e-4e5c-9d0b-1f6a3c2b7a90',
        errors: [{ field: 'file', detail: 'This field is required.' }],
      },
    ],
  },
);

export type ProblemBody = Static<typeof Problem>;
