'use client';

import { Search } from 'lucide-react';
import { useState } from 'react';
import { Checkbox } from '../../primitives/checkbox.tsx';
import { Field } from '../../primitives/field.tsx';
import { Input } from '../../primitives/input.tsx';
import { Money } from '../../primitives/money.tsx';
import { RadioCards } from '../../primitives/radio-cards.tsx';
import { Segments } from '../../primitives/segments.tsx';
import { Select } from '../../primitives/select.tsx';
import { Slider } from '../../primitives/slider.tsx';
import { Switch } from '../../primitives/switch.tsx';
import { Textarea } from '../../primitives/textarea.tsx';
import { Row, Section } from '../section.tsx';

const kinds = [
  { value: 'style', label: 'Style', hint: 'How things look: light, colour, hand.' },
  { value: 'character', label: 'Character', hint: 'Somebody drawn, the same every time.' },
  { value: 'product', label: 'Product', hint: 'A thing you sell, from every side.' },
] as const;

export function FormSection() {
  const [kind, setKind] = useState<'style' | 'character' | 'product'>('style');
  const [steps, setSteps] = useState(1000);
  const [isOn, setIsOn] = useState(true);
  return (
    <Section title="Field">
      <div className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
        <Field label="Name" hint="What you will look for later." aside="12 / 120">
          <Input defaultValue="Autumn lookbook" />
        </Field>
        <Field label="Trigger word" error="Use letters, digits, - or _, without spaces." isRequired>
          <Input defaultValue="my brand" />
        </Field>
        <Field label="Search" isLabelHidden>
          <Input type="search" placeholder="Search jobs" icon={<Search aria-hidden size={16} />} />
        </Field>
        <Field label="Base model">
          <Select
            value="flux"
            onChoose={() => undefined}
            options={[
              { value: 'flux', label: 'FLUX.1 dev' },
              { value: 'sdxl', label: 'SDXL' },
            ]}
          />
        </Field>
        <Field label="Caption">
          <Textarea defaultValue="photo of [brand] storefront at dusk, warm light behind the windows" />
        </Field>
        <Field label="Locked" hint="Cannot be changed while it trains.">
          <Input disabled defaultValue="1024" />
        </Field>
      </div>
      <RadioCards label="What does the model learn?" value={kind} cards={kinds} onChoose={setKind} />
      <RadioCards
        label="Preset"
        value="standard"
        onChoose={() => undefined}
        cards={[
          { value: 'quick', label: 'Quick', hint: 'About 8 min', aside: <Money amountUsd={0.73} /> },
          { value: 'standard', label: 'Standard', hint: 'About 15 min', aside: <Money amountUsd={1.42} /> },
          {
            value: 'best',
            label: 'Best',
            hint: 'About 30 min',
            aside: <Money amountUsd={2.75} />,
            isDisabled: true,
          },
        ]}
      />
      <div className="grid max-w-3xl gap-6 sm:grid-cols-2">
        <Slider
          label="Steps"
          value={steps}
          minimum={200}
          maximum={4000}
          step={50}
          format={(value) => value.toLocaleString('en')}
          hint="Each picture is seen about 50 times."
          onSlide={setSteps}
        />
        <Switch label="Write captions" hint="Where you wrote none." isOn={isOn} onToggle={setIsOn} />
      </div>
      <Row>
        <Checkbox
          label="I own the rights to these pictures"
          hint="Or have leave to train with them."
          defaultChecked
        />
        <Checkbox label="Keep them" />
        <Checkbox label="Some" isMixed />
        <Checkbox label="Not now" disabled />
        <Segments
          label="Size"
          value="regular"
          onChoose={() => undefined}
          segments={[
            { value: 'small', label: 'Small' },
            { value: 'regular', label: 'Regular' },
            { value: 'large', label: 'Large' },
          ]}
        />
      </Row>
    </Section>
  );
}
