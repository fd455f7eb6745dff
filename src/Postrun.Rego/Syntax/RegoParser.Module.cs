using System.Collections.Immutable;

namespace Postrun.Rego;

internal sealed partial class RegoParser
{
    public RegoModule Module()
    {
        try
        {
            return WholeModule();
        }
        catch (RegoSyntaxException e) when (Later(e) is { } later)
        {
            throw later;
        }
    }

    private RegoModule WholeModule()
    {
        var starts = new List<(int Line, int Index)>();
        if (!token.IsKeyword("package"))
            throw Unexpected("'package'");
        var packageLine = source.LineOf(token.Start);
        Advance();
        var package = PackagePath();
        EndOfStatement();
        var imports = new List<Import>();
        var rules = new List<RuleSyntax>();
        while (token.Kind != TokenKind.End)
        {
            if (Skip(";"))
                continue;
            if (token.IsKeyword("import"))
            {
                if (ImportStatement() is { } import)
                    imports.Add(import);
            }
            else
            {
                starts.Add((source.LineOf(token.Start), rules.Count));
                rules.AddRange(Rule());
            }
            EndOfStatement();
        }
        var annotations = AnnotationReader.Read(source, lexer.Comments);
        var read = annotations.Count(annotation => annotation.StopLine <= packageLine);
        var above = ImmutableArray<Annotation>.Empty;
        for (var i = 0; i < starts.Count; i++)
        {
            // What begins on one line has the annotations above it in common.
            var (line, index) = starts[i];
            if (i == 0 || starts[i - 1].Line < line)
            {
                above = [.. annotations.Skip(read).TakeWhile(annotation => annotation.StopLine < line).Select(static annotation => annotation.Within("rule"))];
                read += above.Length;
            }
            rules[index] = rules[index] with { Annotations = above };
        }
        return new(source)
        {
            Package = package,
            Version = version,
            Imports = [.. imports],
            Rules = [.. rules],
            PackageAnnotations = [.. annotations.Where(annotation => annotation.StopLine < packageLine).Select(static annotation => annotation.Within("package"))],
        };
    }

    private void EndOfStatement()
    {
        if (!token.NewLine && token.Kind != TokenKind.End && !token.IsSign(";"))
            throw Unexpected("a new line");
    }

    private ImmutableArray<string> PackagePath()
    {
        var place = token.Start;
        var path = Try(ConstantPath) ?? throw lexer.Error(place, "a package is a path of constants such as a.b.c");
        return [.. path];
    }

    /// <summary><c>a.b["c"]</c>; any keyword may stand behind a dot.</summary>
    private List<string>? ConstantPath()
    {
        if (token.Kind != TokenKind.Name)
            return null;
        var path = new List<string> { token.Text };
        Advance();
        while (Adjacent)
        {
            CheckPath(path.Count);
            if (token.IsSign("."))
            {
                path.Add(NameBehindDot().Value is RegoString name ? name.Value : "");
            }
            else if (token.IsSign("["))
            {
                Advance();
                if (token.Kind != TokenKind.String)
                    return null;
                path.Add(token.Text);
                Advance();
                Expect("]");
            }
            else
            {
                break;
            }
        }
        return path;
    }

    /// <summary><see langword="null"/> for an import that only chooses keywords.</summary>
    private Import? ImportStatement()
    {
        var place = Place;
        Advance();
        var at = token.Start;
        var path = Try(ConstantPath) ?? throw lexer.Error(at, "an import is a path such as data.a.b or input.a");
        if (path is ["rego", "v1"])
        {
            version = RegoVersion.V1;
            keywords = OldKeywords.Union(FutureKeywords);
            // The token behind it was read with the old keywords.
            Reread();
            return null;
        }
        if (path is ["future", "keywords", ..])
        {
            if (path.Count > 3 || (path.Count == 3 && !FutureKeywords.Contains(path[2])))
                throw lexer.Error(at, $"there is no keyword '{string.Join('.', path.Skip(2))}'; there are: contains, every, if, in");
            keywords = path.Count == 2 ? keywords.Union(FutureKeywords) : keywords.Add(path[2]);
            if (path.Count == 3 && path[2] == "every")
                keywords = keywords.Add("in");
            Reread();
            return null;
        }
        if (path[0] is not ("data" or "input"))
            throw lexer.Error(at, $"an import begins with data or input, or is rego.v1 or future.keywords; this is '{string.Join('.', path)}'");
        var alias = path[^1];
        if (SkipKeyword("as"))
        {
            if (token.Kind != TokenKind.Name)
                throw Unexpected("a name");
            alias = token.Text;
            Advance();
        }
        return new(place, [.. path], alias);
    }

    private void Reread() => Advance(previousStop);
}
