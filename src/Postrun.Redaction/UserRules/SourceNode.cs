namespace Postrun.Redaction.UserRules;

/// <summary>A YAML value and where it stands, from line 1 and column 1.</summary>
internal abstract record SourceNode(int Line, int Column);

/// <param name="IsPlain">Without quotes, not a block.</param>
internal sealed record SourceScalar(int Line, int Column, string Text, bool IsPlain) : SourceNode(Line, Column)
{
    /// <summary>What YAML 1.2.2, 10.3.2 reads as null.</summary>
    internal bool IsEmpty => IsPlain && (Text is "" or "~" or "null" or "Null" or "NULL");
}

internal sealed record SourceSequence(int Line, int Column, IReadOnlyList<SourceNode> Items) : SourceNode(Line, Column);

internal sealed record SourceMapping(int Line, int Column, IReadOnlyList<SourceEntry> Entries) : SourceNode(Line, Column);

internal sealed record SourceEntry(SourceScalar Key, SourceNode Value);
