using System.Collections.Immutable;

namespace Postrun.Evidence;

internal sealed class FindingList
{
    private readonly ImmutableArray<Finding>.Builder findings = ImmutableArray.CreateBuilder<Finding>();
    private readonly List<Check> begun = [];

    public ImmutableArray<Finding> All => findings.ToImmutable();

    public ImmutableArray<Check> Checked => [.. begun];

    public void Begin(Check what)
    {
        if (!begun.Contains(what))
            begun.Add(what);
    }

    public void Add(Check what, string file, string detail) => findings.Add(new(what, file, detail));
}
