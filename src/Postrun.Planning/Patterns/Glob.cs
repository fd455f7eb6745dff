namespace Postrun.Planning;

/// <summary>One component of a pattern: literals, <c>*</c>, <c>?</c> and classes; never a slash.</summary>
internal sealed class Glob
{
    private enum Form : byte
    {
        Anything,
        Literal,
        Prefix,
        Suffix,
        Tokens,
    }

    private readonly Form form;
    private readonly byte[] bytes = [];
    private readonly GlobToken[] tokens;

    /// <param name="tokens">Not empty; neighbouring literals joined, neighbouring stars merged.</param>
    public Glob(GlobToken[] tokens)
    {
        this.tokens = tokens;
        (form, bytes) = tokens switch
        {
            [{ Kind: GlobTokenKind.Star }] => (Form.Anything, bytes),
            [{ Kind: GlobTokenKind.Literal } only] => (Form.Literal, only.Bytes),
            [{ Kind: GlobTokenKind.Literal } start, { Kind: GlobTokenKind.Star }] => (Form.Prefix, start.Bytes),
            [{ Kind: GlobTokenKind.Star }, { Kind: GlobTokenKind.Literal } end] => (Form.Suffix, end.Bytes),
            _ => (Form.Tokens, bytes),
        };
    }

    public static Glob Anything { get; } = new([GlobToken.Star]);

    public bool MatchesAnything => form == Form.Anything;

    /// <summary>The only name that matches; <see langword="null"/> where there are more.</summary>
    public byte[]? Literal => form == Form.Literal ? bytes : null;

    public bool Matches(ReadOnlySpan<byte> name) => form switch
    {
        Form.Anything => true,
        Form.Literal => name.SequenceEqual(bytes),
        Form.Prefix => name.StartsWith(bytes),
        Form.Suffix => name.EndsWith(bytes),
        _ => MatchesTokens(name),
    };

    /// <remarks>
    /// Only the last star met is ever widened, one character at a time: time is bounded by the product of the lengths,
    /// whatever the pattern.
    /// </remarks>
    private bool MatchesTokens(ReadOnlySpan<byte> name)
    {
        int token = 0, at = 0, star = -1, starAt = 0;
        while (true)
        {
            if (token == tokens.Length)
            {
                if (at == name.Length)
                    return true;
            }
            else if (tokens[token].Kind == GlobTokenKind.Star)
            {
                if (token == tokens.Length - 1)
                    return true;
                star = token++;
                starAt = at;
                continue;
            }
            else if (tokens[token].Take(name[at..]) is var taken and > 0)
            {
                at += taken;
                token++;
                continue;
            }
            if (star < 0 || starAt >= name.Length)
                return false;
            starAt += GlobToken.CharacterLength(name[starAt..], out _);
            // What follows a star is often a literal: a vectorized search skips what cannot match.
            if (tokens[star + 1] is { Kind: GlobTokenKind.Literal } next)
            {
                var skipped = name[starAt..].IndexOf(next.Bytes);
                if (skipped < 0)
                    return false;
                starAt += skipped;
            }
            at = starAt;
            token = star + 1;
        }
    }
}
