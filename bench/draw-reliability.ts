type Bin = { readonly documents: number; readonly right: number; readonly claimed: number };

const side = 320;
const margin = 48;

/** A reliability diagram as SVG: what was claimed against what came true; the larger the dot the more documents. */
export function drawReliability(bins: readonly Bin[]): string {
  const x = (share: number): string => (margin + share * side).toFixed(1);
  const y = (share: number): string => (margin + (1 - share) * side).toFixed(1);
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1];
  const grid = ticks.map(
    (at) =>
      `<path d="M${x(at)} ${y(0)}V${y(1)}M${x(0)} ${y(at)}H${x(1)}" stroke="#ddd"/>` +
      `<text x="${x(at)}" y="${margin + side + 16}" text-anchor="middle">${at}</text>` +
      `<text x="${margin - 8}" y="${Number(y(at)) + 4}" text-anchor="end">${at}</text>`,
  );
  const dots = bins.map(({ documents, right, claimed }) => {
    const radius = (2 + 2 * Math.log10(documents)).toFixed(1);
    return `<circle cx="${x(claimed)}" cy="${y(right / documents)}" r="${radius}" fill="#1565c0" fill-opacity="0.7"/>`;
  });
  const total = side + 2 * margin;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${total} ${total}" font-family="sans-serif" font-size="11" fill="#222">
<rect width="${total}" height="${total}" fill="#fff"/>
${grid.join('\n')}
<path d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}" stroke="#999" stroke-dasharray="4 4"/>
${dots.join('\n')}
<text x="${total / 2}" y="${total - 8}" text-anchor="middle">confidence claimed</text>
<text transform="translate(14 ${total / 2}) rotate(-90)" text-anchor="middle">documents right</text>
</svg>
`;
}
