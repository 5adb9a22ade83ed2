const endings = /\.(jpe?g|png|webp|tiff?|gif|avif|bmp|heic|heif|pdf)$/i;

/** Whether a file in a folder is taken for a picture: by its name's ending, and it is not hidden. What is named itself is read whatever it is called. */
export function isPictureName(name: string): boolean {
  return endings.test(name) && !name.startsWith('.');
}
