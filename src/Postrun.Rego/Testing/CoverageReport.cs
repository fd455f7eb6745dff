using System.Collections.Immutable;

namespace Postrun.Rego;

/// <summary>What of some files was reached. Lines on which nothing begins do not count.</summary>
public sealed record CoverageReport(ImmutableArray<FileCoverage> Files)
{
    public int CoveredLines => Files.Sum(static file => file.CoveredLines);

    public int NotCoveredLines => Files.Sum(static file => file.NotCoveredLines);

    /// <summary>0 to 100, with two decimals; 100 where nothing counts.</summary>
    public double Percentage => FileCoverage.Of(CoveredLines, NotCoveredLines);
}

public sealed record FileCoverage(string File, ImmutableArray<LineRange> Covered, ImmutableArray<LineRange> NotCovered)
{
    public int CoveredLines => Covered.Sum(static range => range.Length);

    public int NotCoveredLines => NotCovered.Sum(static range => range.Length);

    /// <inheritdoc cref="CoverageReport.Percentage"/>
    public double Percentage => Of(CoveredLines, NotCoveredLines);

    /// <summary>Rounded down, so that only all is 100.</summary>
    internal static double Of(int covered, int not) => covered + not == 0 ? 100 : Math.Floor(10_000.0 * covered / (covered + not)) / 100;
}

/// <param name="Start">From 1.</param>
/// <param name="Stop">The last line.</param>
public readonly record struct LineRange(int Start, int Stop)
{
    public int Length => Stop - Start + 1;
}
