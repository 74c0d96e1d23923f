import { readMarkdown, type Section } from "./markdown.ts";
import { Runs } from "./words.tsx";

export function Markdown({ text }: { text: string }) {
  return (
    <div class="rich-text">
      {readMarkdown(text).map((section, index) => (
        <SectionView section={section} key={index} />
      ))}
    </div>
  );
}

function SectionView({ section }: { section: Section }) {
  switch (section.kind) {
    case "heading":
      return (
        <p class="heading" data-level={section.level}>
          <Runs runs={section.runs} />
        </p>
      );
    case "list": {
      const items = section.items.map((runs, index) => (
        <li key={index}>
          <Runs runs={runs} />
        </li>
      ));
      return section.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case "quote":
      return (
        <blockquote>
          <Runs runs={section.runs} />
        </blockquote>
      );
    case "pre":
      return <pre>{section.text}</pre>;
    case "rule":
      return <hr />;
    default:
      return (
        <p>
          <Runs runs={section.runs} />
        </p>
      );
  }
}
