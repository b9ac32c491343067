'use client';

import { Copy, Ellipsis, Info, Pencil, Sparkles, Trash2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '../../primitives/button.tsx';
import { CommandList } from '../../primitives/command-list.tsx';
import { CommandPalette } from '../../primitives/command-palette.tsx';
import { Field } from '../../primitives/field.tsx';
import { IconButton } from '../../primitives/icon-button.tsx';
import { Input } from '../../primitives/input.tsx';
import { LanguageSwitch } from '../../primitives/language-switch.tsx';
import { Menu } from '../../primitives/menu.tsx';
import { Money } from '../../primitives/money.tsx';
import { notify } from '../../primitives/notify.ts';
import { Popover } from '../../primitives/popover.tsx';
import { ThemeSwitch } from '../../primitives/theme-switch.tsx';
import { Toaster } from '../../primitives/toaster.tsx';
import { Tooltip } from '../../primitives/tooltip.tsx';
import { Row, Section } from '../section.tsx';

const AlertDialog = dynamic(() =>
  import('../../primitives/alert-dialog.tsx').then((module) => module.AlertDialog),
);
const Dialog = dynamic(() => import('../../primitives/dialog.tsx').then((module) => module.Dialog));
const Drawer = dynamic(() => import('../../primitives/drawer.tsx').then((module) => module.Drawer));
const ShortcutSheet = dynamic(() =>
  import('../../primitives/shortcut-sheet.tsx').then((module) => module.ShortcutSheet),
);

type Popup = 'dialog' | 'alert' | 'drawer' | 'keys' | null;

const nothing = () => undefined;

export function PopupSection() {
  const [open, setOpen] = useState<Popup>(null);
  const close = () => setOpen(null);
  return (
    <Section title="Popups">
      <Row>
        {(['dialog', 'alert', 'drawer', 'keys'] as const).map((popup) => (
          <Button key={popup} onClick={() => setOpen(popup)}>
            Open {popup}
          </Button>
        ))}
        <Menu
          trigger={<IconButton label="Open menu" icon={<Ellipsis size={18} />} />}
          groups={[
            [
              { label: 'Rename', icon: <Pencil size={15} />, keys: 'F2', onChoose: nothing },
              { label: 'Copy', icon: <Copy size={15} />, whyNot: 'Not while it trains', onChoose: nothing },
            ],
            [{ label: 'Delete', icon: <Trash2 size={15} />, isDangerous: true, onChoose: nothing }],
          ]}
        />
        <Popover trigger={<Button icon={<Info size={15} />}>Open popover</Button>} title="Trigger word">
          The word that calls what the model has learned. Write it once in a prompt.
        </Popover>
        <Tooltip trigger={<Button>Open tooltip</Button>}>Nothing is charged until a machine starts.</Tooltip>
        <Button onClick={() => notify('success', 'Deleted', { action: { label: 'Undo', onClick: nothing } })}>
          Show note
        </Button>
        <ThemeSwitch />
        <LanguageSwitch onChoose={nothing} />
      </Row>
      <Dialog
        isOpen={open === 'dialog'}
        onClose={close}
        title="Rename the model"
        description="Its trigger word stays as it is."
        actions={
          <>
            <Button onClick={close}>Cancel</Button>
            <Button variant="primary" onClick={close}>
              Rename
            </Button>
          </>
        }
      >
        <Field label="Name">
          <Input defaultValue="Autumn lookbook" />
        </Field>
      </Dialog>
      <AlertDialog
        isOpen={open === 'alert'}
        onClose={close}
        title="Start training?"
        confirmLabel="Train"
        cost={<Money amountUsd={1.42} />}
        consequences={[
          '18 pictures are sent to the trainer.',
          'It takes about 15 minutes. You can close the page.',
          'If it fails, nothing is charged.',
        ]}
        onConfirm={() => new Promise((done) => setTimeout(done, 600))}
      />
      <Drawer
        isOpen={open === 'drawer'}
        onClose={close}
        title="Settings of v3"
        description="Trained three days ago"
      >
        Steps 1,000 · rank 16
      </Drawer>
      <ShortcutSheet
        isOpen={open === 'keys'}
        onClose={close}
        groups={[
          {
            label: 'Everywhere',
            shortcuts: [
              { keys: ['⌘', 'K'], label: 'Go to or do' },
              { keys: ['?'], label: 'This sheet' },
            ],
          },
          { label: 'Pictures', shortcuts: [{ keys: ['←', '→'], label: 'Previous, next' }] },
        ]}
      />
      <CommandPalette>
        {(onClose) => (
          <CommandList
            onClose={onClose}
            groups={[
              {
                label: 'Pages',
                entries: [
                  { id: 'generate', label: 'Generate', icon: <Sparkles />, keys: 'G', onChoose: nothing },
                ],
              },
            ]}
          />
        )}
      </CommandPalette>
      <Toaster />
    </Section>
  );
}
