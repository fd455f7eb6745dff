namespace Postrun.Rego;

/// <summary>A place in the document that is validated.</summary>
internal sealed record SchemaPlace(SchemaPlace? Outer, string Step)
{
    public static readonly SchemaPlace Root = new(null, "(root)");

    public SchemaPlace Inner(string step) => new(this, step);

    public SchemaPlace Inner(int index) => new(this, index.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The steps with dots between them; the root alone has a name.</summary>
    public string Field
    {
        get
        {
            var steps = new Stack<string>();
            for (var place = this; place.Outer is not null; place = place.Outer)
                steps.Push(place.Step);
            return steps.Count == 0 ? Step : string.Join('.', steps);
        }
    }
}

/// <summary>What one schema found, and how well the document did otherwise: the best of several alternatives is reported.</summary>
internal sealed class SchemaReport(BuiltinContext context)
{
    private const int ErrorCost = 2;

    private readonly List<RegoValue> errors = [];

    public int Score { get; private set; }

    public bool Valid => errors.Count == 0;

    public IReadOnlyList<RegoValue> Errors => errors;

    public void Passed() => Score++;

    public void Add(string type, SchemaPlace place, string description)
    {
        var field = place.Field;
        context.Budget.Allocate(512 + (field.Length + description.Length) * 6L);
        errors.Add(RegoObject.Of(
            ("error", new RegoString($"{field}: {description}")),
            ("type", new RegoString(type)),
            ("field", new RegoString(field)),
            ("desc", new RegoString(description))));
        Score -= ErrorCost;
    }

    public void Merge(SchemaReport other)
    {
        context.Budget.Spend(1 + other.errors.Count);
        context.Budget.Allocate(other.errors.Count * 8L);
        errors.AddRange(other.errors);
        Score += other.Score;
    }
}
