using System.Collections.Immutable;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>What reading a descriptor gave: the descriptor, or everything that is wrong with it.</summary>
public sealed record DescriptorResult
{
    /// <summary><see langword="null"/> exactly where <see cref="Errors"/> is not empty.</summary>
    public required RunDescriptor? Descriptor { get; init; }

    /// <summary>By position in the file; at most <see cref="MaxErrors"/>.</summary>
    public required ImmutableArray<DescriptorError> Errors { get; init; }

    /// <summary>Further errors are not listed: nobody reads them, and the first ones explain most of them.</summary>
    public const int MaxErrors = 100;
}
