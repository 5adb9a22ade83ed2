/** Shows the policy that this page came with, a directive a line. */
export async function showPolicy(): Promise<void> {
  const { headers } = await fetch(location.href, { method: 'HEAD' });
  const policy = headers.get('content-security-policy') ?? 'none: this page was not sent by the service';
  document.getElementById('policy-text')!.textContent = policy.replaceAll('; ', ';\n');
}
