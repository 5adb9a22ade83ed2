/** One side of a plot; `at` is the place of a tick between 0 (left, bottom) and 1 (right, top). */
export interface Axis {
  readonly label: string;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

/** Turns shares of the plot's sides into coordinates of the picture, one decimal. */
export interface Place {
  readonly x: (share: number) => string;
  readonly y: (share: number) => string;
}

export interface Plot {
  readonly width: number;
  readonly height: number;
  readonly x: Axis;
  readonly y: Axis;
  /** Names of what is drawn, above the plot. */
  readonly legend?: readonly { readonly name: string; readonly colour: string }[];
}

const margin = { left: 64, right: 32, top: 48, bottom: 48 };

/** An SVG picture with a grid, its labels, and inside them what `drawMarks` returns. */
export function drawPlot({ width, height, x, y, legend = [] }: Plot, drawMarks: (place: Place) => readonly string[]): string {
  const place: Place = {
    x: (share) => (margin.left + share * width).toFixed(1),
    y: (share) => (margin.top + (1 - share) * height).toFixed(1),
  };
  const grid = [
    ...x.ticks.map(
      ({ at, text }) =>
        `<path d="M${place.x(at)} ${place.y(0)}V${place.y(1)}" stroke="#ddd"/>` +
        `<text x="${place.x(at)}" y="${margin.top + height + 16}" text-anchor="middle">${text}</text>`,
    ),
    ...y.ticks.map(
      ({ at, text }) =>
        `<path d="M${place.x(0)} ${place.y(at)}H${place.x(1)}" stroke="#ddd"/>` +
        `<text x="${margin.left - 8}" y="${Number(place.y(at)) + 4}" text-anchor="end">${text}</text>`,
    ),
  ];
  const names = legend.map(
    ({ name, colour }, index) =>
      `<rect x="${margin.left + index * 150}" y="20" width="10" height="10" fill="${colour}"/><text x="${margin.left + index * 150 + 16}" y="29">${name}</text>`,
  );
  const whole = { width: margin.left + width + margin.right, height: margin.top + height + margin.bottom };
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole.width} ${whole.height}" font-family="sans-serif" font-size="11" fill="#222">
<rect width="${whole.width}" height="${whole.height}" fill="#fff"/>
${[...grid, ...names, ...drawMarks(place)].join('\n')}
<text x="${margin.left + width / 2}" y="${whole.height - 8}" text-anchor="middle">${x.label}</text>
<text transform="translate(16 ${margin.top + height / 2}) rotate(-90)" text-anchor="middle">${y.label}</text>
</svg>
`;
}
