namespace Postrun.Rego;

/// <summary>
/// Runs a program over a text, all its threads at once (Thompson, Pike): the time is the length of the text times the
/// length of the program, whatever they are. The first match counts, and of those that begin there the one preferred.
/// </summary>
internal sealed class RegexMachine
{
    private readonly RegexProgram program;
    private readonly string text;
    private readonly Budget budget;
    private readonly int slots;
    private readonly Stack<(int Step, int Slot, int Old)> pending = new();
    private readonly int[] place;
    private Threads current;
    private Threads following;

    /// <param name="captures">Where groups matched is asked for, too.</param>
    public RegexMachine(RegexProgram program, string text, Budget budget, bool captures)
    {
        var steps = program.Steps.Length;
        slots = captures ? 2 * program.Names.Length : 2;
        budget.Allocate(steps * (16L + 8L * slots));
        (this.program, this.text, this.budget) = (program, text, budget);
        place = new int[slots];
        current = new(steps, slots);
        following = new(steps, slots);
    }

    /// <summary>Begin and end of each group, -1 where it took no part.</summary>
    public int[] Groups => place;

    /// <param name="anyMatch">Whether there is a match is all that is asked for.</param>
    public bool Find(int from, bool anyMatch = false)
    {
        var matched = false;
        int[]? best = null;
        current.Clear();
        for (var at = from; ;)
        {
            if (current.Count == 0 && !matched && program.First is not null && (at = NextFirst(at)) < 0)
                break;
            if (!matched && (at == 0 || !program.Anchored))
            {
                Array.Fill(place, -1);
                Follow(current, program.Start, at);
            }
            if (current.Count == 0 && (matched || program.Anchored))
                break;
            var width = 0;
            var codePoint = at < text.Length ? CodePoints.At(text, at, out width) : -1;
            following.Clear();
            budget.Spend(1 + current.Count);
            for (var i = 0; i < current.Count; i++)
            {
                ref readonly var step = ref program.Steps[current.StepAt(i)];
                if (step.Operation == RegexOperation.Match)
                {
                    matched = true;
                    if (anyMatch)
                        return true;
                    best = [.. current.PlacesAt(i)];
                    // What is less preferred than a match is cut off.
                    break;
                }
                if (codePoint < 0 || !step.Set!.Contains(codePoint))
                    continue;
                current.PlacesAt(i).CopyTo(place);
                Follow(following, step.Next, at + width);
            }
            (current, following) = (following, current);
            if (at == text.Length)
                break;
            at += width;
        }
        best?.CopyTo(place, 0);
        return matched;
    }

    /// <summary>Where the next letter stands that a match can begin with.</summary>
    private int NextFirst(int at)
    {
        var start = at;
        while (at < text.Length && !program.First!.Contains(CodePoints.At(text, at, out var width)))
            at += width;
        budget.Spend((at - start) / 4);
        return at < text.Length ? at : -1;
    }

    /// <summary>Adds every thread that a step leads to without a letter, the preferred ones first.</summary>
    private void Follow(Threads threads, int first, int at)
    {
        pending.Push((first, -1, 0));
        while (pending.TryPop(out var next))
        {
            if (next.Slot >= 0)
            {
                place[next.Slot] = next.Old;
                continue;
            }
            if (!threads.TryEnter(next.Step))
                continue;
            ref readonly var step = ref program.Steps[next.Step];
            switch (step.Operation)
            {
                case RegexOperation.Split:
                    pending.Push((step.Argument, -1, 0));
                    pending.Push((step.Next, -1, 0));
                    break;
                case RegexOperation.Save when step.Argument < slots:
                    pending.Push((0, step.Argument, place[step.Argument]));
                    place[step.Argument] = at;
                    pending.Push((step.Next, -1, 0));
                    break;
                case RegexOperation.Save:
                    pending.Push((step.Next, -1, 0));
                    break;
                case RegexOperation.Assert:
                    if (Holds((RegexPlace)step.Argument, at))
                        pending.Push((step.Next, -1, 0));
                    break;
                default:
                    threads.Add(next.Step, place);
                    break;
            }
        }
        budget.Spend(threads.Entered);
    }

    private bool Holds(RegexPlace kind, int at) => kind switch
    {
        RegexPlace.TextBegin => at == 0,
        RegexPlace.TextEnd => at == text.Length,
        RegexPlace.LineBegin => at == 0 || text[at - 1] == '\n',
        RegexPlace.LineEnd => at == text.Length || text[at] == '\n',
        _ => (IsWord(at - 1) != IsWord(at)) == (kind == RegexPlace.WordBoundary),
    };

    private bool IsWord(int at) => (uint)at < (uint)text.Length && text[at] < 128 && RuneClasses.Word.Contains(text[at]);

    /// <summary>The threads at one place of the text, in order of preference.</summary>
    private sealed class Threads(int steps, int slots)
    {
        private readonly int[] mark = new int[steps];
        private readonly int[] order = new int[steps];
        private readonly int[] places = new int[steps * slots];
        private int generation;

        public int Count { get; private set; }

        /// <summary>Steps entered since the last time this was asked.</summary>
        public int Entered
        {
            get
            {
                var entered = field;
                field = 0;
                return entered;
            }
            private set;
        }

        public void Clear()
        {
            generation++;
            Count = 0;
        }

        public bool TryEnter(int step)
        {
            if (mark[step] == generation)
                return false;
            mark[step] = generation;
            Entered++;
            return true;
        }

        public void Add(int step, ReadOnlySpan<int> place)
        {
            place.CopyTo(places.AsSpan(Count * slots));
            order[Count++] = step;
        }

        public int StepAt(int index) => order[index];

        public ReadOnlySpan<int> PlacesAt(int index) => places.AsSpan(index * slots, slots);
    }
}
