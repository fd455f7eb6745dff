using System.Collections.Immutable;

namespace Postrun.Rego;

/// <summary>A rule whose name begins with <c>test_</c>, or with <c>todo_test_</c> for one that is not run yet.</summary>
/// <param name="Package">Without <c>data</c>.</param>
/// <param name="Name">The last step is the name; the second rule of that name in its package has <c>#01</c> behind it.</param>
public sealed record RegoTest(ImmutableArray<string> Package, ImmutableArray<string> Name, SourcePlace Place)
{
    private const string Prefix = "test_";
    private const string SkippedPrefix = "todo_test_";

    public bool IsSkipped => Name[^1].StartsWith(SkippedPrefix, StringComparison.Ordinal);

    internal IEnumerable<string> Path => Package.Concat(Name);

    /// <summary>Such as <c>data.a.b.test_x</c>.</summary>
    public override string ToString() => string.Join('.', Path.Prepend("data"));

    internal static bool IsName(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal) || name.StartsWith(SkippedPrefix, StringComparison.Ordinal);
}
