using Postrun.Model;

namespace Postrun.Planning;

/// <summary>A value and the scalar it came from.</summary>
internal readonly record struct Located<T>(SourceScalar At, T Value);

/// <summary>What every part of the reader needs.</summary>
internal sealed class ReadContext
{
    public required ErrorList Errors { get; init; }

    public required UnixPath BaseDirectory { get; init; }

    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    public required IReadOnlySet<string> KnownCaches { get; init; }

    /// <summary>The scalar with its variables replaced; <see langword="null"/> with an error where that fails.</summary>
    public string? Expand(SourceScalar scalar, Func<string, string>? insert = null)
    {
        if (!Interpolation.TryExpand(scalar.Text, Environment, insert ?? (value => value), out var expanded, out var error))
        {
            Errors.Add(scalar, error);
            return null;
        }
        // Whatever stands in a descriptor goes into signed evidence, for many to read.
        if (!expanded.Contains("-----BEGIN ", StringComparison.Ordinal))
            return expanded;
        Errors.Add(scalar, "holds a key or a certificate, which would be written into the evidence: name its file, or the variable that holds it");
        return null;
    }

    public Located<UnixPath>? Path(SourceScalar scalar)
    {
        if (Expand(scalar) is not { } text)
            return null;
        if (PathRules.TryResolve(text, BaseDirectory, out var path, out var error))
            return new(scalar, path);
        Errors.Add(scalar, $"the path {ErrorList.Quote(scalar.Text)} {error}");
        return null;
    }

    /// <summary>One line of text for people.</summary>
    public string? Line(SourceScalar scalar, string name, int maxLength)
    {
        if (Expand(scalar) is not { } text)
            return null;
        var wrong = string.IsNullOrWhiteSpace(text) ? "is empty: give it a text, or remove the key"
            : text.Length > maxLength ? $"is longer than {maxLength} characters: shorten it"
            : text.Any(char.IsControl) ? "has a line break or a control character: write one line of text"
            : text.EnumerateRunes().Any(rune => rune.Value == 0xFFFD) ? "is not well-formed Unicode: write it anew"
            : null;
        if (wrong is null)
            return text;
        Errors.Add(scalar, $"'{name}' {wrong}");
        return null;
    }
}
