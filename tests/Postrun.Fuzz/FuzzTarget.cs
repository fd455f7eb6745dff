using Postrun.Rego;

namespace Postrun.Fuzz;

/// <summary>One kind of case. The same seed gives the same case.</summary>
/// <param name="Count">How many seeds there are; <see langword="null"/> for no end.</param>
/// <param name="Run">Throws what the code under test throws; what it gives is the case in words, for a report.</param>
internal sealed record FuzzTarget(string Name, int? Count, Action<FuzzCase> Run)
{
    public static readonly FuzzTarget[] All =
    [
        new("adversarial", AdversarialCases.All.Count, AdversarialCases.Run),
        new("text", null, TextTarget.Run),
        new("policy", null, PolicyTarget.Run),
        new("function", null, FunctionTarget.Run),
        new("format", null, FormatTarget.Run),
        new("bundle", null, BundleTarget.Run),
        new("redaction", null, RedactionTarget.Run),
    ];
}

internal sealed class FuzzCase(long seed, bool full, string folder, CancellationToken cancellation)
{
    public long Seed => seed;

    public Random Random { get; } = new(unchecked((int)(seed * 2_654_435_761)));

    /// <summary>An empty folder that every case of a shard shares.</summary>
    public string Folder => folder;

    public CancellationToken Cancellation => cancellation;

    /// <summary>Of what policies are given; a small part of it where time is short.</summary>
    public BudgetLimits Limits { get; } = full ? BudgetLimits.Default : new(BudgetLimits.Default.Steps / 50, BudgetLimits.Default.Memory / 32);

    /// <summary>Small, so that there is time for many cases.</summary>
    public BudgetLimits SmallLimits { get; } = new(1_000_000, 64 << 20);

    /// <summary>What is run, for a report.</summary>
    public string Text { get; set; } = "";

    public BuiltinContext NewContext() => new(new(SmallLimits, cancellation), TimeProvider.System);
}
