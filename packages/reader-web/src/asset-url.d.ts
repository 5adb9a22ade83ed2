// What Vite makes of such an import: the file is put out with a hash in its name, and this is where
// it lies.
declare module '*?url' {
  const url: string;
  export default url;
}
