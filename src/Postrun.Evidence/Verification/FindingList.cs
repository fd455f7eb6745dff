using System.Collections.Immutable;

namespace Postrun.Evidence;

internal sealed class FindingList
{
    private readonly ImmutableArray<Finding>.Builder findings;
    private readonly List<Check> begun;
    private readonly string prefix;

    public FindingList()
        : this(ImmutableArray.CreateBuilder<Finding>(), [], "")
    {
    }

    private FindingList(ImmutableArray<Finding>.Builder findings, List<Check> begun, string prefix) =>
        (this.findings, this.begun, this.prefix) = (findings, begun, prefix);

    public ImmutableArray<Finding> All => findings.ToImmutable();

    public ImmutableArray<Check> Checked => [.. begun];

    public int Count => findings.Count;

    /// <summary>The same list, for findings about files of a folder.</summary>
    public FindingList Beneath(string folder) => new(findings, begun, $"{prefix}{folder}/");

    public void Begin(Check what)
    {
        if (!begun.Contains(what))
            begun.Add(what);
    }

    public void Add(Check what, string file, string detail) => findings.Add(new(what, prefix + file, detail));
}
