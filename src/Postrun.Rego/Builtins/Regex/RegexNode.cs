namespace Postrun.Rego;

/// <summary>A regular expression, taken apart.</summary>
internal abstract record RegexNode
{
    public static readonly RegexNode Nothing = new Sequence([]);

    /// <summary>Matches the empty text somewhere.</summary>
    public abstract bool IsNullable { get; }

    internal sealed record One(RuneSet Set) : RegexNode
    {
        public override bool IsNullable => false;
    }

    internal sealed record Place(RegexPlace Kind) : RegexNode
    {
        public override bool IsNullable => true;
    }

    internal sealed record Group(int Number, RegexNode Body) : RegexNode
    {
        public override bool IsNullable { get; } = Body.IsNullable;
    }

    internal sealed record Sequence(RegexNode[] Parts) : RegexNode
    {
        public override bool IsNullable { get; } = Array.TrueForAll(Parts, static part => part.IsNullable);
    }

    internal sealed record Choice(RegexNode[] Branches) : RegexNode
    {
        public override bool IsNullable { get; } = Array.Exists(Branches, static branch => branch.IsNullable);
    }

    /// <param name="Most">-1 for any number.</param>
    internal sealed record Repeat(RegexNode Body, int Least, int Most, bool Greedy) : RegexNode
    {
        public override bool IsNullable { get; } = Least == 0 || Body.IsNullable;
    }
}

/// <summary>Where an assertion without width holds.</summary>
internal enum RegexPlace
{
    TextBegin,
    TextEnd,
    LineBegin,
    LineEnd,
    WordBoundary,
    NoWordBoundary,
}
