interface Segment {
  label: string;
  value: number;
}

const RADIUS = 90;
const CENTRE = 100;

function point(turn: number): string {
  const angle = turn * 2 * Math.PI - Math.PI / 2;
  return `${(CENTRE + RADIUS * Math.cos(angle)).toFixed(2)} ${(CENTRE + RADIUS * Math.sin(angle)).toFixed(2)}`;
}

function slice(from: number, to: number): string {
  const large = to - from > 0.5 ? 1 : 0;
  return `M${CENTRE} ${CENTRE}L${point(from)}A${RADIUS} ${RADIUS} 0 ${large} 1 ${point(to)}Z`;
}

export function Pie({ title, segments }: { title: string; segments: Segment[] }) {
  const total = segments.reduce((sum, { value }) => sum + value, 0) || 1;
  let turn = 0;
  return (
    <svg class="pie" viewBox="0 0 200 200" role="img" aria-label={`pie chart: ${title}`}>
      {segments.map(({ label, value }, index) => {
        const from = turn;
        turn += value / total;
        const words = `${label}: ${value} (${Math.round((value / total) * 100)}%)`;
        // A full circle has no two ends for an arc to join.
        return value === total ? (
          <circle key={label} class={`slice hue-${index % 8}`} cx={CENTRE} cy={CENTRE} r={RADIUS}>
            <title>{words}</title>
          </circle>
        ) : (
          <path key={label} class={`slice hue-${index % 8}`} d={slice(from, turn)}>
            <title>{words}</title>
          </path>
        );
      })}
    </svg>
  );
}
