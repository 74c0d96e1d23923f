import { Fragment, type FunctionComponent } from "preact";
import { Element } from "../elements/element.tsx";
import { type Shape, shape, shapes, textOf, word } from "../shape.ts";
import { Markdown } from "../words/markdown-view.tsx";
import { PlainText, SlackText } from "../words/words.tsx";
import { Chart } from "./chart.tsx";
import { FileBlock, Picture } from "./files.tsx";
import { InputBlock } from "./input-block.tsx";
import { RichText } from "./rich-text.tsx";
import { DataTable, Table } from "./tables.tsx";

interface BlockProps {
  block: Shape;
}

/** Blocks in their order. What is not known is shown as a grey box that names its type. */
export function Blocks({ blocks }: { blocks: readonly unknown[] }) {
  return (
    <div class="blocks">
      {shapes(blocks).map((block, index) => {
        const Known = BLOCKS[word(block.type)];
        // By id, not by place: a block that moves up keeps its field's focus and caret.
        const key = `${word(block.block_id) || index}/${word(block.type)}`;
        return Known === undefined ? <Unknown key={key} block={block} /> : <Known key={key} block={block} />;
      })}
    </div>
  );
}

function Unknown({ block }: BlockProps) {
  return <div class="unknown">{word(block.type) || "A block without a type"} is not drawn here</div>;
}

function Header({ block }: BlockProps) {
  return (
    <h3 class="block-header">
      <PlainText text={block.text} />
    </h3>
  );
}

/** The element of a section, an actions block or a card: it speaks for itself, or through the section's words. */
function Loose({ element, block, labelledBy }: BlockProps & { element: Shape; labelledBy?: string }) {
  const blockId = word(block.block_id);
  const labels = {
    id: `${blockId}-${word(element.action_id)}`.replace(/\W/g, "-"),
    labelledBy,
    label: labelledBy === undefined ? looseName(element) : undefined,
    invalid: false,
    required: true,
  };
  return <Element element={element} blockId={blockId} labels={labels} dispatches />;
}

function looseName(element: Shape): string | undefined {
  return word(element.accessibility_label) || textOf(element.placeholder) || undefined;
}

function Section({ block }: BlockProps) {
  const accessory = shape(block.accessory);
  const fields = shapes(block.fields);
  const textId = `${word(block.block_id)}-text`.replace(/\W/g, "-");
  return (
    <div class="section">
      <div class="section-words">
        {block.text !== undefined && (
          <div id={textId}>
            <SlackText text={block.text} />
          </div>
        )}
        {fields.length > 0 && (
          <div class="fields">
            {fields.map((field, index) => (
              <div key={index}>
                <SlackText text={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {accessory.type === "image" ? (
        <div class="accessory picture">
          <Picture image={accessory} />
        </div>
      ) : (
        accessory.type !== undefined && (
          <div class="accessory">
            <Loose element={accessory} block={block} labelledBy={block.text === undefined ? undefined : textId} />
          </div>
        )
      )}
    </div>
  );
}

function Actions({ block }: BlockProps) {
  return (
    <div class="actions">
      {shapes(block.elements).map((element, index) => (
        <Loose key={`${word(element.action_id)}/${index}`} element={element} block={block} />
      ))}
    </div>
  );
}

function Context({ block }: BlockProps) {
  return (
    <div class="context">
      {shapes(block.elements).map((element, index) =>
        element.type === "image" ? (
          <Picture key={index} image={element} />
        ) : (
          <span key={index}>
            <SlackText text={element} />
          </span>
        ),
      )}
    </div>
  );
}

const LEVELS: Record<string, string> = { info: "ℹ", warning: "!", error: "✕", success: "✓" };

function Alert({ block }: BlockProps) {
  const level = word(block.level) || "default";
  return (
    <div class={`alert ${level}`} role={level === "error" || level === "warning" ? "alert" : "note"}>
      {LEVELS[level] !== undefined && (
        <span class="alert-sign" aria-hidden="true">
          {LEVELS[level]}
        </span>
      )}
      <div>
        <SlackText text={block.text} />
      </div>
    </div>
  );
}

function Card({ block }: BlockProps) {
  return (
    <div class="card">
      {block.hero_image !== undefined && <Picture image={shape(block.hero_image)} />}
      <div class="card-head">
        {block.icon !== undefined && <Picture image={shape(block.icon)} />}
        <div>
          {textOf(block.title) !== "" && (
            <strong>
              <SlackText text={block.title} />
            </strong>
          )}
          {textOf(block.subtitle) !== "" && (
            <small>
              <SlackText text={block.subtitle} />
            </small>
          )}
        </div>
      </div>
      {textOf(block.body) !== "" && (
        <div class="card-body">
          <SlackText text={block.body} />
        </div>
      )}
      {shapes(block.actions).length > 0 && <Actions block={{ ...block, elements: block.actions }} />}
    </div>
  );
}

function Carousel({ block }: BlockProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section class="carousel" tabIndex={0} aria-label="Cards">
      {shapes(block.elements).map((card, index) => (
        <Card key={index} block={card} />
      ))}
    </section>
  );
}

function Container({ block }: BlockProps) {
  const inside = <Blocks blocks={shapes(block.child_blocks)} />;
  const title =
    block.rich_text_title === undefined ? (
      <PlainText text={block.title} />
    ) : (
      <RichText block={shape(block.rich_text_title)} />
    );
  const head = (
    <Fragment>
      <strong>{title}</strong>
      {textOf(block.subtitle) !== "" && (
        <small>
          <SlackText text={block.subtitle} />
        </small>
      )}
    </Fragment>
  );
  return block.is_collapsible === true ? (
    <details class="container" open={block.default_collapsed !== true}>
      <summary>{head}</summary>
      {inside}
    </details>
  ) : (
    <section class="container">
      <div class="container-head">{head}</div>
      {inside}
    </section>
  );
}

const BLOCKS: Record<string, FunctionComponent<BlockProps>> = {
  header: Header,
  section: Section,
  context: Context,
  divider: () => <hr />,
  actions: Actions,
  input: InputBlock,
  image: ({ block }) => <Picture image={block} />,
  rich_text: RichText,
  table: Table,
  data_table: DataTable,
  data_visualization: Chart,
  alert: Alert,
  card: Card,
  carousel: Carousel,
  container: Container,
  markdown: ({ block }) => <Markdown text={word(block.text)} />,
  file: FileBlock,
};
