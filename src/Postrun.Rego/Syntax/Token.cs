namespace Postrun.Rego;

internal enum TokenKind
{
    End,

    /// <summary>A name, or a keyword that stands where only a name can.</summary>
    Name,
    Keyword,
    Number,

    /// <summary>In double quotes, or raw in back quotes.</summary>
    String,

    /// <summary>The opening of <c>$"..."</c> or <c>$`...`</c>.</summary>
    Template,

    /// <summary>Everything else: brackets, operators, separators.</summary>
    Sign,
}

/// <param name="Text">The name, keyword or sign; the value of a string; the digits of a number; the quote of a template.</param>
/// <param name="Start">Where it begins in the source.</param>
/// <param name="Stop">Just behind its last character.</param>
/// <param name="NewLine">It is the first one on its line.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Start, int Stop, bool NewLine)
{
    public bool IsSign(string sign) => Kind == TokenKind.Sign && Text == sign;

    public bool IsKeyword(string keyword) => Kind == TokenKind.Keyword && Text == keyword;
}
