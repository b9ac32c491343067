import type { Language } from '@act/tenant-config';
import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Link,
  Preview,
  Section,
  Text,
} from '@react-email/components';
import type { FrameWords, NoticeWords } from '../words/language-words.ts';
import type { EmailColours } from './email-colours.ts';

export interface NoticeEmailProps {
  readonly language: Language;
  /** Its name, ready to be shown. */
  readonly brand: string;
  readonly words: NoticeWords;
  readonly frame: FrameWords;
  readonly colours: EmailColours;
  /** In pixels. */
  readonly radius: number;
  readonly links: { readonly action: string; readonly preferences: string; readonly unsubscribe: string };
}

const font = '-apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif';
const lineHeight = '24px';

/** One notice as a mail: what happened, what comes next, one button. */
export function NoticeEmail({ language, brand, words, frame, colours, radius, links }: NoticeEmailProps) {
  const [lead = ''] = words.paragraphs;
  const small = { color: colours.muted, fontSize: '13px', lineHeight: '20px', margin: '0 0 8px' };
  return (
    <Html lang={language} dir="ltr">
      <Head>
        <meta name="color-scheme" content="light" />
        <meta name="supported-color-schemes" content="light" />
        <title>{words.subject}</title>
      </Head>
      <Preview>{lead}</Preview>
      <Body style={{ backgroundColor: colours.surface, fontFamily: font, margin: 0, padding: '32px 16px' }}>
        <Container style={{ maxWidth: '520px', margin: '0 auto' }}>
          <Text style={{ color: colours.muted, fontSize: '14px', fontWeight: 600, margin: '0 0 12px' }}>
            {brand}
          </Text>
          <Section
            style={{
              backgroundColor: colours.raised,
              border: `1px solid ${colours.line}`,
              borderTop: `3px solid ${colours.accent}`,
              borderRadius: `${radius}px`,
              padding: '28px',
            }}
          >
            <Heading
              as="h1"
              style={{
                color: colours.text,
                fontSize: '20px',
                lineHeight: '28px',
                fontWeight: 600,
                margin: '0 0 16px',
              }}
            >
              {words.subject}
            </Heading>
            {words.paragraphs.map((paragraph) => (
              <Text
                key={paragraph}
                style={{ color: colours.text, fontSize: '15px', lineHeight, margin: '0 0 12px' }}
              >
                {paragraph}
              </Text>
            ))}
            <Button
              href={links.action}
              style={{
                backgroundColor: colours.accent,
                color: colours.accentText,
                borderRadius: `${Math.min(radius, 24)}px`,
                fontSize: '15px',
                fontWeight: 600,
                padding: '12px 20px',
                marginTop: '12px',
              }}
            >
              {words.action}
            </Button>
          </Section>
          <Hr style={{ borderColor: 'transparent', margin: '8px 0' }} />
          <Text style={small}>{frame.reason(brand)}</Text>
          <Text style={small}>
            <Link href={links.preferences} style={{ color: colours.muted, textDecoration: 'underline' }}>
              {frame.preferences}
            </Link>
            {' · '}
            <Link href={links.unsubscribe} style={{ color: colours.muted, textDecoration: 'underline' }}>
              {frame.unsubscribe}
            </Link>
          </Text>
        </Container>
      </Body>
    </Html>
  );
}
