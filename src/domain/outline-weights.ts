type Step = readonly [x: number, y: number];

/** A step waiting to be left out, with the area that the line would lose or win. */
interface Candidate {
  readonly area: number;
  readonly index: number;
  /** How often the step was weighed before: older candidates no longer hold. */
  readonly turn: number;
}

/**
 * How much each step of a line matters: the area of the triangle with its neighbours at the time when it is the least
 * of all and left out (Visvalingam and Whyatt 1993). The two ends matter endlessly. Takes n log n, whatever the line.
 */
export function weighArc(steps: readonly Step[]): number[] {
  const weights = steps.map(() => Infinity);
  const before = steps.map((_, index) => index - 1);
  const after = steps.map((_, index) => index + 1);
  const turns = steps.map(() => 0);
  const heap: Candidate[] = [];

  const weigh = (index: number): void => {
    if (index < 1 || index > steps.length - 2) return;
    const area = triangle(steps[before[index]!]!, steps[index]!, steps[after[index]!]!);
    push(heap, { area, index, turn: (turns[index] = turns[index]! + 1) });
  };
  for (const index of steps.keys()) weigh(index);

  let most = 0;
  for (let next = pop(heap); next; next = pop(heap)) {
    const { index, area, turn } = next;
    if (turn !== turns[index]) continue;
    most = Math.max(most, area); // never less than what went before it, so that any threshold leaves a whole line
    weights[index] = most;
    const [left, right] = [before[index]!, after[index]!];
    after[left] = right;
    before[right] = left;
    weigh(left);
    weigh(right);
  }
  return weights;
}

function triangle([ax, ay]: Step, [bx, by]: Step, [cx, cy]: Step): number {
  return Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay));
}

/** The same steps are left out first whichever line of several equal ones is looked at. */
function isBefore(a: Candidate, b: Candidate): boolean {
  return a.area < b.area || (a.area === b.area && a.index < b.index);
}

function push(heap: Candidate[], candidate: Candidate): void {
  let at = heap.push(candidate) - 1;
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (!isBefore(heap[at]!, heap[above]!)) return;
    swap(heap, at, above);
    at = above;
  }
}

function pop(heap: Candidate[]): Candidate | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (first === undefined || last === undefined || heap.length === 0) return first;
  heap[0] = last;
  for (let at = 0; ;) {
    const [left, right] = [2 * at + 1, 2 * at + 2];
    let least = at;
    if (left < heap.length && isBefore(heap[left]!, heap[least]!)) least = left;
    if (right < heap.length && isBefore(heap[right]!, heap[least]!)) least = right;
    if (least === at) return first;
    swap(heap, at, least);
    at = least;
  }
}

function swap(heap: Candidate[], a: number, b: number): void {
  [heap[a], heap[b]] = [heap[b]!, heap[a]!];
}
