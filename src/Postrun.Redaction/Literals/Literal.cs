namespace Postrun.Redaction.Literals;

/// <summary>Something to look for.</summary>
/// <param name="Text">ASCII, three bytes or more.</param>
/// <param name="IgnoreCase">Letters match in any case.</param>
internal readonly record struct Literal(string Text, bool IgnoreCase);

/// <summary>Where a literal stands.</summary>
/// <param name="Index">Of the literal in the list that was searched for.</param>
internal readonly record struct LiteralHit(int At, int Index);
