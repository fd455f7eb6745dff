using System.Collections.Immutable;

namespace Postrun.Planning;

/// <summary>A YAML value and where it stands.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based.</param>
internal abstract record SourceNode(int Line, int Column);

/// <param name="Text">As YAML gives it, before interpolation.</param>
/// <param name="IsPlain">Without quotes, not a block.</param>
internal sealed record SourceScalar(int Line, int Column, string Text, bool IsPlain) : SourceNode(Line, Column)
{
    /// <summary>What YAML 1.2.2, 10.3.2 reads as null.</summary>
    public bool IsEmpty => IsPlain && (Text is "" or "~" or "null" or "Null" or "NULL");
}

internal sealed record SourceSequence(int Line, int Column, ImmutableArray<SourceNode> Items) : SourceNode(Line, Column);

internal sealed record SourceMapping(int Line, int Column, ImmutableArray<SourceEntry> Entries) : SourceNode(Line, Column);

internal sealed record SourceEntry(SourceScalar Key, SourceNode Value);
