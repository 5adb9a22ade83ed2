/** The groups of operations, in the order in which the page shows them. */
export const tags = [
  { name: 'Scans', description: 'A file goes in, what its machine readable zones say comes out.' },
  { name: 'Batches', description: 'Up to 1,000 files in one request, and one stream of their results.' },
  {
    name: 'Registrations',
    description: 'A stay and its scans go in, what a register of guests would refuse comes out, or the file for it.',
  },
  { name: 'Webhooks', description: 'What happened, told to an address of yours, signed as Standard Webhooks has it.' },
  { name: 'Operation', description: 'How the service does, and its tokens. For tokens with the scope `admin`.' },
  { name: 'Version 1', description: 'The API that OCR Web integrations already speak. It stays as it is.' },
  { name: 'Service', description: 'The health of the service and what describes it. No token needed.' },
] as const;
