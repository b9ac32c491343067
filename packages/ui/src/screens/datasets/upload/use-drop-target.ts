import { useEffect, useRef, useState } from 'react';
import type { PickedFile, Refusal } from './picked-file.ts';
import { readEntries } from './read-entries.ts';
import { fromFiles } from './read-picked.ts';

type OnPicked = (files: readonly PickedFile[], refused: readonly Refusal[]) => void;

const carriesFiles = (data: DataTransfer | null) => data?.types.includes('Files') ?? false;

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea'));

/** The whole window takes files and folders that are dropped, and pictures from the clipboard. */
export const useDropTarget = (onPicked: OnPicked, isActive: boolean) => {
  const [isOver, setIsOver] = useState(false);
  const current = useRef(onPicked);
  useEffect(() => {
    current.current = onPicked;
  });
  useEffect(() => {
    // Each element under the pointer enters and leaves by itself.
    let depth = 0;
    const stay = (event: DragEvent) => {
      if (!carriesFiles(event.dataTransfer)) return;
      // A file that nobody takes would be opened in place of the page.
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = isActive ? 'copy' : 'none';
    };
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event.dataTransfer)) return;
      depth += 1;
      setIsOver(isActive);
    };
    const leave = () => {
      depth = Math.max(0, depth - 1);
      if (depth === 0) setIsOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event.dataTransfer)) return;
      event.preventDefault();
      depth = 0;
      setIsOver(false);
      if (isActive && event.dataTransfer) void readDropped(event.dataTransfer, current.current);
    };
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (!isActive || files.length === 0 || isWriting(event.target)) return;
      event.preventDefault();
      current.current(fromClipboard(files), []);
    };
    const stop = new AbortController();
    const options = { signal: stop.signal };
    window.addEventListener('dragenter', enter, options);
    window.addEventListener('dragover', stay, options);
    window.addEventListener('dragleave', leave, options);
    window.addEventListener('drop', drop, options);
    window.addEventListener('paste', paste, options);
    return () => stop.abort();
  }, [isActive]);
  return isOver;
};

/** The entries are gone after the event, so they are taken before anything is waited for. */
const readDropped = async (data: DataTransfer, onPicked: OnPicked) => {
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return onPicked(fromFiles(data.files), []);
  const name = entries[0]?.name ?? '';
  try {
    const { picked, isCut } = await readEntries(entries);
    onPicked(picked, isCut ? [{ name, reason: 'overLimit' }] : []);
  } catch {
    onPicked([], [{ name, reason: 'unreadable' }]);
  }
};

/** Every picture in the clipboard is called the same; a time makes two of them two. */
const fromClipboard = (files: readonly File[]): PickedFile[] =>
  files.map((file) => ({ file, path: `${file.lastModified}/${file.name}` }));
