// Loaded into the service before anything of its own: a bug that keeps its event loop for ever, at
// a signal.
process.on('SIGUSR2', function spinForEver() {
  for (;;);
});
