using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Postrun.Rego;

/// <summary>Recursive descent over one module or query; what may be read in two ways is tried in order, within a bound.</summary>
internal sealed partial class RegoParser
{
    private const int MaxDepth = 200;

    /// <summary>Of operators that follow one another: each is as deep as a pair of brackets.</summary>
    private const int MaxChain = 100;

    private const int MaxPath = 200;

    private static readonly ImmutableHashSet<string> OldKeywords =
        ["as", "default", "else", "false", "import", "not", "null", "package", "some", "true", "with"];

    private static readonly ImmutableHashSet<string> FutureKeywords = ["contains", "every", "if", "in"];

    private readonly SourceText source;
    private readonly Lexer lexer;
    private ImmutableHashSet<string> keywords;
    private RegoVersion version;
    private Token token;
    private int previousStop;
    private int depth;
    private long tokensLeft;
    private int failuresLeft = 20_000;

    // By depth: the longest way through operators in what was read there.
    private readonly int[] chains = new int[MaxDepth + 2];

    // What went furthest before another way was tried: that is the error to show.
    private RegoSyntaxException? furthest;

    public RegoParser(string file, string text, RegoVersion version)
    {
        source = new(file, text);
        lexer = new(source);
        this.version = version;
        keywords = version == RegoVersion.V1 ? OldKeywords.Union(FutureKeywords) : OldKeywords;
        if (text.Length > SourceText.MaxLength)
            throw lexer.Error(0, $"module is longer than {SourceText.MaxLength >> 20} Mi characters");
        // Trying again is linear in every policy that a person writes.
        tokensLeft = text.Length * 16L + 4_096;
        Advance(0);
    }

    /// <summary>A query: a body without braces.</summary>
    public ImmutableArray<Statement> Query()
    {
        try
        {
            var body = Body(end: null);
            return token.Kind == TokenKind.End ? body : throw Unexpected("end of the query");
        }
        catch (RegoSyntaxException e) when (Later(e) is { } later)
        {
            throw later;
        }
    }

    private SourcePlace Place => source.Place(token.Start);

    /// <summary>The token follows the one before it without space.</summary>
    private bool Adjacent => token.Start == previousStop;

    private void Advance() => Advance(token.Stop);

    private void Advance(int from)
    {
        if (--tokensLeft < 0)
            throw lexer.Error(from, "too many ways to read this; put parentheses around what belongs together");
        previousStop = from;
        token = lexer.Next(from);
        // A long token costs as much as many short ones.
        tokensLeft -= (token.Stop - from) / 8;
        if (token.Kind == TokenKind.Name && keywords.Contains(token.Text) && !StandsForName())
            token = token with { Kind = TokenKind.Keyword };
    }

    /// <summary>A keyword is a name in <c>if.foo</c>, and <c>contains</c> also in <c>contains(x, y)</c>.</summary>
    private bool StandsForName()
    {
        var text = source.Text;
        var next = token.Stop < text.Length ? text[token.Stop] : ' ';
        return (next == '.' && token.Stop + 1 < text.Length && (char.IsAsciiLetter(text[token.Stop + 1]) || text[token.Stop + 1] == '_'))
            || (next == '(' && token.Text == "contains");
    }

    private bool Skip(string sign)
    {
        if (!token.IsSign(sign))
            return false;
        Advance();
        return true;
    }

    private bool SkipKeyword(string keyword)
    {
        if (!token.IsKeyword(keyword))
            return false;
        Advance();
        return true;
    }

    private void Expect(string sign)
    {
        if (!Skip(sign))
            throw Unexpected($"'{sign}'");
    }

    private RegoSyntaxException Unexpected(string expected)
    {
        var found = token.Kind switch
        {
            TokenKind.End => "the end",
            TokenKind.String => "a string",
            TokenKind.Template => "a template string",
            TokenKind.Keyword => $"keyword '{token.Text}'",
            _ => token.Text.Length > 40 ? $"'{token.Text[..40]}...'" : $"'{token.Text}'",
        };
        return lexer.Error(token.Start, $"expected {expected}, found {found}");
    }

    /// <summary>Reads by <paramref name="read"/>; where that fails, nothing was read.</summary>
    private T? Try<T>(Func<T?> read)
        where T : class
    {
        var before = Save();
        try
        {
            if (read() is { } result)
                return result;
        }
        catch (RegoSyntaxException e) when (tokensLeft >= 0)
        {
            // Throwing costs as much as hundreds of tokens, and more than any text is worth in all.
            tokensLeft = failuresLeft-- > 0 ? tokensLeft - 100 : 0;
            furthest = Later(e) ?? e;
        }
        Return(before);
        return null;
    }

    private Mark Save() => new(token, previousStop, depth, chains[depth]);

    private void Return(Mark mark)
    {
        (token, previousStop, depth) = (mark.Token, mark.PreviousStop, mark.Depth);
        chains[depth] = mark.Chain;
    }

    private RegoSyntaxException? Later(RegoSyntaxException error) =>
        tokensLeft >= 0 && furthest?.Place is { } place && (place.Line, place.Column).CompareTo((error.Place!.Line, error.Place.Column)) > 0 ? furthest : null;

    private void Enter()
    {
        if (++depth > MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw lexer.Error(token.Start, $"nested more than {MaxDepth} deep");
        chains[depth] = 0;
    }

    private void Leave()
    {
        depth--;
        chains[depth] = Math.Max(chains[depth], chains[depth + 1]);
    }

    private void CountOperator()
    {
        if (++chains[depth] > MaxChain)
            throw lexer.Error(token.Start, $"more than {MaxChain} operators in a row; give parts of it names");
    }

    private void CheckPath(int steps)
    {
        if (steps >= MaxPath)
            throw lexer.Error(token.Start, $"a path of more than {MaxPath} steps");
    }

    private readonly record struct Mark(Token Token, int PreviousStop, int Depth, int Chain);
}
