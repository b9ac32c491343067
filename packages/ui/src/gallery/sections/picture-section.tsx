'use client';

import { CircleCheck, CircleX, Heart, Trash2, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '../../primitives/badge.tsx';
import { Button } from '../../primitives/button.tsx';
import { CompareSlider } from '../../primitives/compare-slider.tsx';
import { IconButton } from '../../primitives/icon-button.tsx';
import { Lightbox } from '../../primitives/lightbox.tsx';
import { LossChart } from '../../primitives/loss-chart.tsx';
import { PictureGrid } from '../../primitives/picture-grid.tsx';
import { ProgressBar } from '../../primitives/progress-bar.tsx';
import { Tile } from '../../primitives/tile.tsx';
import { sampleLoss, samplePicture } from '../sample-pictures.ts';
import { Row, Section } from '../section.tsx';

const pictures = Array.from({ length: 12 }, (_, index) => ({
  id: String(index),
  url: samplePicture(index + 1),
  alt: `Sample ${index + 1}`,
}));

const badges = [
  <Badge key="good" tone="good" icon={<CircleCheck aria-hidden size={13} />}>
    Good
  </Badge>,
  <Badge key="warn" tone="warn" icon={<TriangleAlert aria-hidden size={13} />}>
    Soft
  </Badge>,
  <Badge key="bad" tone="bad" icon={<CircleX aria-hidden size={13} />}>
    Too small
  </Badge>,
];

export function PictureSection() {
  const [open, setOpen] = useState<number | null>(null);
  const [chosen, setChosen] = useState('2');
  const [gathered, setGathered] = useState<ReadonlySet<string>>(new Set(['3']));
  return (
    <Section title="Pictures">
      <div className="grid grid-cols-2 gap-1 sm:grid-cols-3 lg:grid-cols-6">
        {pictures.slice(0, 4).map((picture, index) => (
          <Tile
            key={picture.id}
            url={picture.url}
            alt={picture.alt}
            badge={badges[index]}
            isSelected={chosen === picture.id}
            onSelect={() => setChosen(picture.id)}
            onOpen={() => setOpen(index)}
            actions={
              <>
                <IconButton size="small" label="Like" icon={<Heart size={15} />} />
                <IconButton size="small" label="Delete" icon={<Trash2 size={15} />} />
              </>
            }
          />
        ))}
        <Tile
          url={null}
          alt="Uploading"
          standIn={
            <span className="w-full">
              <ProgressBar label="IMG_2041.jpg" value={63} />
            </span>
          }
        />
        <Tile url={null} alt="Missing picture" thumbHash="1QcSHQRnh493V4dIh4eXh1h4kJUI" />
      </div>
      <Row>
        <Button onClick={() => setOpen(0)}>Open the lightbox</Button>
      </Row>
      <Lightbox
        pictures={pictures}
        index={open}
        onMove={setOpen}
        onClose={() => setOpen(null)}
        actions={[
          { key: 'k', label: 'Keep', isPressed: true, run: () => undefined },
          { key: 'r', label: 'Reject', run: () => undefined },
        ]}
      />
      <div className="grid gap-6 lg:grid-cols-2">
        <CompareSlider
          ratio={16 / 9}
          left={{ url: samplePicture(3), alt: 'Before', label: 'v1' }}
          right={{ url: samplePicture(7), alt: 'After', label: 'v2' }}
        />
        <LossChart points={sampleLoss} saves={[250, 500, 750]} />
      </div>
      <PictureGrid
        label="All pictures"
        sections={[{ id: 'all', title: null, items: pictures }]}
        itemKey={({ id }) => id}
        itemLabel={({ alt }) => alt}
        tileWidth={120}
        chosen={gathered}
        onChoose={setGathered}
        isChoosing={gathered.size > 0}
        onOpen={({ id }) => setOpen(Number(id))}
        renderItem={({ url }) => <img src={url} alt="" className="size-full object-cover" />}
      />
    </Section>
  );
}
