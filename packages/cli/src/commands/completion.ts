import { type Command, defineCliCommand } from '../command-line/define-command.ts';
import { listCommands } from '../command-line/list-commands.ts';
import { renderBash } from '../completion/render-bash.ts';
import { renderFish } from '../completion/render-fish.ts';
import { renderZsh } from '../completion/render-zsh.ts';
import { exitCode } from '../exit-code.ts';
import type { Terminal } from '../terminal.ts';

const shells = { bash: renderBash, zsh: renderZsh, fish: renderFish };

/**
 * `ocr-web completion SHELL`: a script that lets the shell complete commands, options and their
 * values.
 *
 * @param root the program's command, asked for when a script is wanted since this command is one of
 *   it
 */
export function createCompletionCommand({ stdout }: Terminal, root: () => Command): Command {
  const subCommands = Object.entries(shells).map(([shell, render]) => {
    const command = defineCliCommand({
      description: `Print the script for ${shell}`,
      examples: [howToLoad[shell as keyof typeof shells]],
      run: () => {
        stdout.write(render(listCommands(root())));
        return Promise.resolve(exitCode.done);
      },
    });
    return [shell, command] as const;
  });
  return defineCliCommand({
    description: 'Print a script that makes the shell complete commands, options and values',
    subCommands: Object.fromEntries(subCommands),
    examples: Object.values(howToLoad),
    notes: 'To keep it, put the line for bash or zsh into ~/.bashrc or ~/.zshrc.',
  });
}

const howToLoad = {
  bash: 'source <(ocr-web completion bash)',
  zsh: 'source <(ocr-web completion zsh)',
  fish: 'ocr-web completion fish > ~/.config/fish/completions/ocr-web.fish',
};
