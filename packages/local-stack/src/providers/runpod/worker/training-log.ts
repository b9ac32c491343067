/** The log of a training with kohya's scripts, as its last lines. */
export interface TrainingLog {
  add(line: string): void;
  /** The last lines and, at the end, the bar. */
  tail(progress?: BarProgress): string;
}

interface BarProgress {
  step: number;
  totalSteps: number;
  /** Of the steps so far and to come. */
  secondsPerStep: number;
  loss: number;
}

const keptLines = 12;

export function createTrainingLog(): TrainingLog {
  const lines: string[] = [];
  return {
    add: (line) => void lines.push(line),
    tail: (progress) => [...lines, ...(progress ? [drawBar(progress)] : [])].slice(-keptLines).join('\n'),
  };
}

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** `steps:  12%|█▏        | 120/1000 [02:00<14:40,  1.00s/it, avr_loss=0.312]` */
function drawBar({ step, totalSteps, secondsPerStep, loss }: BarProgress): string {
  const share = step / totalSteps;
  const full = Math.floor(share * 10);
  const bar = `${'█'.repeat(full)}${eighths[Math.floor((share * 10 - full) * 8)] ?? ''}`.padEnd(10);
  const pace =
    secondsPerStep > 1 ? `${secondsPerStep.toFixed(2)}s/it` : `${(1 / secondsPerStep).toFixed(2)}it/s`;
  const times = `${toClock(step * secondsPerStep)}<${toClock((totalSteps - step) * secondsPerStep)}`;
  return `steps: ${String(Math.floor(share * 100)).padStart(3)}%|${bar}| ${step}/${totalSteps} [${times}, ${pace.padStart(9)}, avr_loss=${loss.toFixed(3)}]`;
}

function toClock(seconds: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  return `${hours > 0 ? `${hours}:` : ''}${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
}
