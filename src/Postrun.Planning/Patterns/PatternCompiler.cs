using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Postrun.Planning;

/// <summary>Reads one pattern, from left to right.</summary>
internal sealed class PatternCompiler
{
    /// <summary>PATH_MAX: no path is longer, so a longer pattern is a mistake.</summary>
    private const int MaxLength = 4096;

    private readonly string text;
    private readonly List<Glob?> components = [];
    private readonly List<GlobToken> tokens = [];
    private readonly List<byte> literal = [];
    private int at;
    private int stars;
    private bool anchored;
    private bool directoriesOnly;
    private string? error;

    private PatternCompiler(string text) => this.text = text;

    public static bool TryCompile(string text, [NotNullWhen(true)] out CompiledPattern? pattern, [NotNullWhen(false)] out string? error)
    {
        var compiler = new PatternCompiler(text);
        pattern = compiler.Compile();
        error = compiler.error;
        return pattern is not null;
    }

    private CompiledPattern? Compile()
    {
        if (text.Length > MaxLength)
            return Fail("the pattern is longer than any path (4096)");
        if (text.Contains('\0'))
            return Fail("the pattern contains NUL, which no file name can: remove it");
        var negated = text.StartsWith('!');
        at = negated ? 1 : 0;
        if (at == text.Length)
            return Fail(negated ? "nothing follows '!': write the pattern to take back after it" : "the pattern is empty: remove it");
        if (text[at] == '/')
        {
            anchored = true;
            at++;
            if (at == text.Length)
                return Fail("'/' alone matches nothing: write '**' for everything");
        }
        while (error is null && at < text.Length)
            ReadOne();
        if (error is null && !directoriesOnly)
            EndComponent();
        if (error is not null)
            return null;
        if (components[^1] is null)
            components.Add(Glob.Anything);
        else if (components is [not null] && !anchored)
            return new(negated, directoriesOnly, anchored: false, components);
        return new(negated, directoriesOnly, anchored: true, components);
    }

    private void ReadOne()
    {
        switch (text[at])
        {
            case '/':
                EndComponent();
                at++;
                directoriesOnly = at == text.Length;
                anchored |= !directoriesOnly;
                break;
            case '*':
                EndLiteral();
                if (tokens is not [.., { Kind: GlobTokenKind.Star }])
                    tokens.Add(GlobToken.Star);
                stars++;
                at++;
                break;
            case '?':
                EndLiteral();
                tokens.Add(GlobToken.AnyCharacter);
                at++;
                break;
            case '[':
                EndLiteral();
                if (PatternClass.TryRead(text, ref at, out var token, out error))
                    tokens.Add(token);
                break;
            case '\\' when at + 1 == text.Length:
                Fail(@"nothing follows the last '\': write '\\' for a backslash");
                break;
            case '\\' when text[at + 1] == '/':
                Fail(@"'\/' is not a character of any name: write '/' alone");
                break;
            case '\\':
                at++;
                ReadLiteral();
                break;
            default:
                ReadLiteral();
                break;
        }
    }

    private void ReadLiteral()
    {
        if (!Rune.TryGetRuneAt(text, at, out var rune))
        {
            Fail("the pattern is not well-formed Unicode: write '?' for a byte that is not text");
            return;
        }
        Span<byte> units = stackalloc byte[4];
        literal.AddRange(units[..rune.EncodeToUtf8(units)]);
        at += rune.Utf16SequenceLength;
    }

    private void EndLiteral()
    {
        if (literal.Count == 0)
            return;
        tokens.Add(new(GlobTokenKind.Literal) { Bytes = [.. literal] });
        literal.Clear();
    }

    private void EndComponent()
    {
        EndLiteral();
        if (tokens.Count == 0)
            Fail("'//' has nothing between its slashes: write '/'");
        else if (tokens is [{ Kind: GlobTokenKind.Star }] && stars == 2)
        {
            if (components is not [.., null])
                components.Add(null);
        }
        else if (tokens is [{ Kind: GlobTokenKind.Literal } only] && (only.Bytes.AsSpan().SequenceEqual("."u8) || only.Bytes.AsSpan().SequenceEqual(".."u8)))
            Fail("'.' and '..' never match: a pattern is relative to each root already, write '/name' for a name directly in it");
        else
            components.Add(new([.. tokens]));
        tokens.Clear();
        stars = 0;
    }

    private CompiledPattern? Fail(string message)
    {
        error ??= message;
        return null;
    }
}
