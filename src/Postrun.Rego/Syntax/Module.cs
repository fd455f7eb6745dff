using System.Collections.Immutable;

namespace Postrun.Rego;

/// <param name="Path">Begins with <c>data</c> or <c>input</c>.</param>
internal sealed record Import(SourcePlace Place, ImmutableArray<string> Path, string Alias);

/// <param name="Path">The name, and what follows it in the head.</param>
/// <param name="Arguments">Of a function.</param>
/// <param name="Contains">The element of a partial set.</param>
/// <param name="Value"><see langword="null"/> stands for true.</param>
internal sealed record RuleHead(SourcePlace Place, ImmutableArray<Term> Path, ImmutableArray<Term>? Arguments, Term? Contains, Term? Value)
{
    public string Name => ((NameTerm)Path[0]).Name;
}

/// <param name="Body">Empty where the rule holds without condition.</param>
/// <param name="Else">Tried where the body has no solution; its head has only a value.</param>
internal sealed record RuleSyntax(SourcePlace Place, bool Default, RuleHead Head, ImmutableArray<Statement> Body, RuleSyntax? Else)
{
    public ImmutableArray<Annotation> Annotations { get; init; } = [];
}

/// <summary>A parsed module.</summary>
public sealed class RegoModule
{
    internal RegoModule(SourceText source) => Source = source;

    internal SourceText Source { get; }

    internal ImmutableArray<Import> Imports { get; init; }

    internal ImmutableArray<RuleSyntax> Rules { get; init; }

    internal ImmutableArray<Annotation> PackageAnnotations { get; init; } = [];

    public string File => Source.File;

    /// <summary>The text it was parsed from.</summary>
    public string Text => Source.Text;

    /// <summary>Of the rules and functions, as often as they stand there.</summary>
    public IEnumerable<string> RuleNames => Rules.Select(static rule => rule.Head.Name);

    /// <summary>Without <c>data</c>.</summary>
    public ImmutableArray<string> Package { get; internal init; }

    /// <summary><see cref="RegoVersion.V0"/> or <see cref="RegoVersion.V1"/>.</summary>
    public RegoVersion Version { get; internal init; }

    /// <param name="line">From 1.</param>
    public string Line(int line) => Source.Line(line);

    internal RegoModule With(IEnumerable<RuleSyntax> rules) => new(Source)
    {
        Package = Package,
        Version = Version,
        Imports = Imports,
        Rules = [.. rules],
        PackageAnnotations = PackageAnnotations,
    };

    /// <param name="file">Named in errors.</param>
    /// <exception cref="RegoSyntaxException">the text is not Rego of that version</exception>
    public static RegoModule Parse(string file, string text, RegoVersion version = RegoVersion.Auto)
    {
        if (version != RegoVersion.Auto)
            return new RegoParser(file, text, version).Module();
        try
        {
            return new RegoParser(file, text, RegoVersion.V1).Module();
        }
        catch (RegoSyntaxException)
        {
            try
            {
                return new RegoParser(file, text, RegoVersion.V0).Module();
            }
            catch (RegoSyntaxException)
            {
                // The error of version 1 is the one to show: thrown below.
            }
            throw;
        }
    }
}
