namespace Postrun.Rego;

/// <summary>Where something stands in the text of a policy.</summary>
/// <param name="File">As it was given to the parser.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in characters.</param>
public sealed record SourcePlace(string File, int Line, int Column)
{
    /// <summary>As errors of an evaluation name it.</summary>
    public string FileAndLine => $"{File}:{Line}";

    public override string ToString() => $"{File}:{Line}:{Column}";
}
