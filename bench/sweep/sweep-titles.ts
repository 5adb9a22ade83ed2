interface SweepTitle {
  readonly heading: string;
  /** The head of its table's first column and the label of its axis. */
  readonly condition: string;
  /**
   * How its pictures are made and what its figures mean, where that does not go without saying;
   * Markdown.
   */
  readonly about?: string;
  /** Of values that are words there is no plot. */
  readonly hasPlot?: false;
}

/** What each sweep varies. */
export const sweepTitles: Readonly<Record<string, SweepTitle>> = {
  rotation: { heading: 'Rotation', condition: 'rotation, degrees' },
  tilt: { heading: 'Perspective', condition: 'tilt of the page, degrees' },
  keystone: {
    heading: 'Strong perspective',
    condition: 'far edge / near edge',
    about: `Above, the camera stands at any distance; here the page is turned away by 45° around one of its four edges, and the camera is so near that the far edge
looks as much shorter than the near one as the table says. The middle of the zone has glyphs of 18 pixels.`,
  },
  curve: {
    heading: 'Curved page',
    condition: 'sagitta / glyph height',
    about:
      'The lines are arcs, as on a page beside the fold of a booklet: their middle lies so many glyph heights above or below their ends.',
  },
  glyph: { heading: 'Glyph height', condition: 'glyph height, pixels' },
  zone: {
    heading: 'Share of a scan',
    condition: 'zone width, pixels',
    about: `A document in one of the four corners of an A4 page scanned at 600 dpi, 4,960 × 7,016 pixels, that is empty otherwise. In its true size a TD3's zone would be
2,600 pixels wide and a TD1's 1,800; at 200 pixels glyphs are 4.5 to 6.7 pixels high and the zone is a twenty-fifth of the page's width.`,
  },
  documents: {
    heading: 'Several documents',
    condition: 'documents in the picture',
    about: `Documents of different formats and faces beside each other, one to four, none turned. *Every character right* asks for all zones and nothing else;
*all printed zones read* lets there be others too; *best zone right* looks at the first answer alone. *Sure* means that every zone is, *sure and wrong* that any
zone is that is not printed there.`,
  },
  covered: {
    heading: 'Covered print',
    condition: 'characters covered',
    about: `Something opaque lies over so many neighbouring characters of one line, the first of them no filler. What is hidden cannot be read: *all visible right* asks for
the characters that can be seen, each in its place, and lets the hidden ones be anything; *every character right* counts what check digits, fillers and luck restored and
is nothing to strive for. Where print is hidden, the honest answer is not to be sure; *sure and wrong* counts the hidden characters too.`,
  },
  surplus: {
    heading: 'Narrow names',
    condition: 'surplus fillers',
    about:
      'The name is set in letters so narrow that up to so many more fillers than the format has room for follow it, as in specimens with a name pasted in.',
  },
  blur: { heading: 'Blur', condition: 'blur: spread / glyph height' },
  motion: {
    heading: 'Motion',
    condition: 'way / glyph height',
    about: 'The picture moved in any direction while it was taken.',
  },
  screen: {
    heading: 'Off a screen',
    condition: 'brighter and darker by',
    about: "The raster of a screen beats with the sensor's: bands 2 to 14 pixels apart, at any angle, run over glyphs of 18 pixels.",
  },
  glare: {
    heading: 'Glare',
    condition: 'share of the contrast lost',
    about: `A reflection lies over one line of the zone. The table says how much of the contrast is gone where it is brightest; three glyph heights away it has fallen to 0.6 of
that.`,
  },
  light: { heading: 'Light', condition: 'light: share of full exposure' },
  contrast: { heading: 'Contrast', condition: 'contrast: share of the full one' },
  noise: { heading: 'Noise', condition: 'noise: deviation / white' },
  jpeg: { heading: 'JPEG', condition: 'JPEG quality' },
  fax: {
    heading: 'Fax',
    condition: 'glyph height, pixels, black and white',
    about: 'Every pixel is black or white: black where it is darker than 80 % of the mean tone within about two glyph heights.',
  },
  wear: { heading: 'Worn print', condition: 'ink lost: share' },
  combined: {
    heading: 'Faults that meet',
    condition: 'scene',
    hasPlot: false,
    about: `Several moderate faults in one picture, as in frames of videos, samples on web pages, copies and photographs of laminated cards: what each scene has is said where
it is drawn (training/mrz_training/bench/lights.py and prints.py). Glyphs have 9 to 24 pixels; 6.5 to 10 far away, 6 to 8.5 before a thumbnail is scaled up, 5.2 to 7.2 where
they are tiny, 48 and more in large scans.`,
  },
};
