using System.Runtime.CompilerServices;

namespace Postrun.Rego;

/// <summary>What one step of a compiled expression does.</summary>
internal enum RegexOperation
{
    Match,
    One,
    Split,
    Save,
    Assert,
}

/// <param name="Next">The step after it; of a split the preferred one.</param>
/// <param name="Argument">The other branch, the slot, or the <see cref="RegexPlace"/>.</param>
internal readonly record struct RegexStep(RegexOperation Operation, int Next, int Argument = 0, RuneSet? Set = null);

/// <summary>A compiled expression: an automaton whose states are its steps. Built from its end to its beginning.</summary>
internal sealed class RegexProgram
{
    /// <summary>As many steps may one expression need.</summary>
    private const int MaxSteps = 2_000_000;

    private const int StepBytes = 24;

    private readonly List<RegexStep> steps = [new(RegexOperation.Match, 0)];
    private readonly Budget budget;

    private RegexProgram(Budget budget, string?[] names) => (this.budget, Names) = (budget, names);

    public RegexStep[] Steps { get; private set; } = [];

    public int Start { get; private set; }

    /// <summary>Of the groups; the first one is the whole match.</summary>
    public string?[] Names { get; }

    /// <summary>Can match at the beginning of the text only.</summary>
    public bool Anchored { get; private set; }

    /// <summary>The letters that every match begins with one of; <see langword="null"/> where it may be empty.</summary>
    public RuneSet? First { get; private set; }

    /// <exception cref="RegexSyntaxException"/>
    public static RegexProgram Compile(string pattern, Budget budget)
    {
        var node = RegexParser.Parse(pattern, budget, out var names);
        return Compile(node, names, budget);
    }

    public static RegexProgram Compile(RegexNode node, string?[] names, Budget budget)
    {
        var program = new RegexProgram(budget, names);
        program.Start = program.Add(new RegexNode.Group(0, node), 0);
        program.Steps = [.. program.steps];
        program.Anchored = IsAnchored(node);
        program.First = program.FindFirst();
        return program;
    }

    private static bool IsAnchored(RegexNode node) => node switch
    {
        RegexNode.Place place => place.Kind == RegexPlace.TextBegin,
        RegexNode.Group group => IsAnchored(group.Body),
        RegexNode.Sequence sequence => sequence.Parts.Length > 0 && IsAnchored(sequence.Parts[0]),
        RegexNode.Choice choice => Array.TrueForAll(choice.Branches, IsAnchored),
        _ => false,
    };

    private RuneSet? FindFirst()
    {
        var seen = new bool[Steps.Length];
        var pending = new Stack<int>([Start]);
        var letters = new List<(int, int)>();
        while (pending.TryPop(out var next))
        {
            budget.Spend();
            if (seen[next])
                continue;
            seen[next] = true;
            var step = Steps[next];
            if (step.Operation == RegexOperation.Match)
                return null;
            if (step.Operation == RegexOperation.One)
            {
                budget.Allocate(step.Set!.Ranges.Length * 16L);
                letters.AddRange(step.Set.Ranges);
                continue;
            }
            // Assertions are taken to hold: what follows them is a letter of the match all the same.
            pending.Push(step.Next);
            if (step.Operation == RegexOperation.Split)
                pending.Push(step.Argument);
        }
        return RuneSet.Of(letters);
    }

    /// <returns>Where the node begins.</returns>
    private int Add(RegexNode node, int next)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new BudgetException("a regular expression is nested too deeply");
        switch (node)
        {
            case RegexNode.One one:
                return Emit(new(RegexOperation.One, next, Set: one.Set));
            case RegexNode.Place place:
                return Emit(new(RegexOperation.Assert, next, (int)place.Kind));
            case RegexNode.Group group:
                var end = Emit(new(RegexOperation.Save, next, 2 * group.Number + 1));
                return Emit(new(RegexOperation.Save, Add(group.Body, end), 2 * group.Number));
            case RegexNode.Sequence sequence:
                for (var i = sequence.Parts.Length - 1; i >= 0; i--)
                    next = Add(sequence.Parts[i], next);
                return next;
            case RegexNode.Choice choice:
                var start = Add(choice.Branches[^1], next);
                for (var i = choice.Branches.Length - 2; i >= 0; i--)
                    start = Split(Add(choice.Branches[i], next), start, greedy: true);
                return start;
            default:
                return AddRepeat((RegexNode.Repeat)node, next);
        }
    }

    private int AddRepeat(RegexNode.Repeat repeat, int next)
    {
        var (body, least, most, greedy) = repeat;
        var start = next;
        if (most < 0)
        {
            // A body that may be empty is tried once before the loop: so it is preferred to leaving, but never repeated for nothing.
            var loop = Emit(default);
            var once = Add(body, loop);
            steps[loop] = greedy ? new(RegexOperation.Split, once, next) : new(RegexOperation.Split, next, once);
            start = least > 0 ? once : body.IsNullable ? Split(once, next, greedy) : loop;
            least = Math.Max(0, least - 1);
        }
        else
        {
            for (var i = least; i < most; i++)
                start = Split(Add(body, start), next, greedy);
        }
        for (; least > 0; least--)
            start = Add(body, start);
        return start;
    }

    private int Split(int preferred, int other, bool greedy) =>
        Emit(greedy ? new(RegexOperation.Split, preferred, other) : new(RegexOperation.Split, other, preferred));

    private int Emit(RegexStep step)
    {
        budget.Spend();
        budget.Allocate(StepBytes);
        if (steps.Count == MaxSteps)
            throw new RegexSyntaxException("expression too large", "");
        steps.Add(step);
        return steps.Count - 1;
    }
}
