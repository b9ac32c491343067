'use client';

import { Download, Ellipsis, Heart, Play, Trash2 } from 'lucide-react';
import { Button } from '../../primitives/button.tsx';
import { ButtonLink } from '../../primitives/button-link.tsx';
import { CopyButton } from '../../primitives/copy-button.tsx';
import { IconButton } from '../../primitives/icon-button.tsx';
import { Money } from '../../primitives/money.tsx';
import { Row, Section } from '../section.tsx';

const variants = ['primary', 'secondary', 'quiet', 'danger'] as const;

export function ButtonSection() {
  return (
    <Section title="Button">
      {([false, true] as const).map((isLoading) => (
        <Row key={String(isLoading)}>
          {variants.map((variant) => (
            <Button
              key={variant}
              variant={variant}
              isLoading={isLoading}
              icon={<Play aria-hidden size={15} />}
            >
              {variant}
            </Button>
          ))}
          <Button variant="primary" isLoading={isLoading} cost={<Money amountUsd={2.42} />}>
            Train
          </Button>
        </Row>
      ))}
      <Row>
        {variants.map((variant) => (
          <Button key={variant} variant={variant} size="small" disabled={variant === 'danger'}>
            {variant} small
          </Button>
        ))}
        <ButtonLink href="#link" variant="secondary">
          Link
        </ButtonLink>
        <CopyButton text="copied" label="Copy" />
        <CopyButton text="copied" label="Copy" isIconOnly />
        <IconButton label="Like" icon={<Heart size={18} />} aria-pressed />
        <IconButton label="Download" icon={<Download size={18} />} />
        <IconButton label="Delete" icon={<Trash2 size={18} />} disabled />
        <IconButton label="More" icon={<Ellipsis size={16} />} size="small" />
      </Row>
    </Section>
  );
}
