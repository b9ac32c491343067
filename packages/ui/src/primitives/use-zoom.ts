import { type PointerEvent, useState } from 'react';

interface Pan {
  readonly x: number;
  readonly y: number;
}

/** Twice as large, moved by dragging. The offset outlives the picture, so that the eye stays on the same spot of the next. */
export const useZoom = () => {
  const [isZoomed, setIsZoomed] = useState(false);
  const [pan, setPan] = useState<Pan>({ x: 0, y: 0 });
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (!isZoomed || event.buttons !== 1) return;
    setPan(({ x, y }) => ({ x: x + event.movementX, y: y + event.movementY }));
  };
  return {
    toggle: () => setIsZoomed((was) => !was),
    handlers: { onPointerMove: drag },
    style: isZoomed
      ? {
          transform: `translate(${pan.x}px, ${pan.y}px) scale(2)`,
          cursor: 'grab',
          touchAction: 'none' as const,
        }
      : { cursor: 'zoom-in' },
  };
};
