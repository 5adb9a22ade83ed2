/** The specimen of ICAO Doc 9303-4, appendix B. */
const lines = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
/** A frame as most cameras give it, with a zone of about the usual width in it, pixels. */
const size = { width: 1280, height: 720, zoneWidth: 960, left: 160, top: 380, line: 60 };

/** A frame with a zone, where a canvas can be had. */
export function drawWarmUpFrame(): ImageBitmap | undefined {
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) return undefined;
  context.fillStyle = '#ddd';
  context.fillRect(0, 0, size.width, size.height);
  context.fillStyle = '#222';
  // Whatever font of one width there is comes close enough to OCR-B.
  context.font = '36px monospace';
  const stretch = size.zoneWidth / context.measureText(lines[0]!).width;
  context.scale(stretch, 1);
  for (const [index, line] of lines.entries()) context.fillText(line, size.left / stretch, size.top + size.line * index);
  return canvas.transferToImageBitmap();
}
