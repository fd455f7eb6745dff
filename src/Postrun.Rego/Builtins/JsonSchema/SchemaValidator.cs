namespace Postrun.Rego;

/// <summary>Holds a document against a schema.</summary>
internal sealed partial class SchemaValidator(BuiltinContext context)
{
    public SchemaReport Validate(SchemaNode schema, RegoValue value, SchemaPlace place)
    {
        var report = new SchemaReport(context);
        Validate(schema, value, place, report);
        return report;
    }

    private void Validate(SchemaNode schema, RegoValue value, SchemaPlace place, SchemaReport report)
    {
        Nesting.Guard();
        context.Budget.Spend();
        context.Budget.Allocate(Size.Value);
        if (schema.Always is { } always)
        {
            if (!always)
                report.Add("false", place, "False always fails validation");
            return;
        }
        if (schema.Reference is { } target)
        {
            Validate(target, value, place, report);
            return;
        }
        if (schema.Types.Count > 0 && !IsOfType(schema, value))
        {
            var expected = schema.Types.Count == 1 ? schema.Types[0] : $"[{string.Join(',', schema.Types)}]";
            report.Add("invalid_type", place, $"Invalid type. Expected: {expected}, given: {TypeOf(value)}");
            return;
        }
        ValidateCombinations(schema, value, place, report);
        switch (value)
        {
            case RegoNumber number:
                ValidateNumber(schema, number, place, report);
                break;
            case RegoString text:
                ValidateString(schema, text.Value, place, report);
                break;
            case RegoArray array:
                ValidateArray(schema, array, place, report);
                break;
            case RegoObject entries:
                ValidateObject(schema, entries, place, report);
                break;
        }
        ValidateValue(schema, value, place, report);
        if (value is RegoObject parts && schema.Properties is { } properties)
            ValidateProperties(properties, parts, place, report);
        report.Passed();
    }

    private static bool IsOfType(SchemaNode schema, RegoValue value) =>
        schema.Types.Contains(TypeOf(value), StringComparer.Ordinal) || (value is RegoNumber && schema.Types.Contains("number", StringComparer.Ordinal));

    private static string TypeOf(RegoValue value) => value is RegoNumber { IsIntegral: true } ? "integer" : value.TypeName;

    private void ValidateProperties(IReadOnlyDictionary<string, SchemaNode> properties, RegoObject entries, SchemaPlace place, SchemaReport report)
    {
        foreach (var (key, entry) in entries)
        {
            var name = ((RegoString)key).Value;
            if (properties.TryGetValue(name, out var schema))
                Validate(schema, entry, place.Inner(name), report);
        }
    }

    private void ValidateValue(SchemaNode schema, RegoValue value, SchemaPlace place, SchemaReport report)
    {
        if (schema.Const is { } only && !only.Equals(value))
            report.Add("const", place, $"{place.Field} does not match: {JsonText.Write(context, only)}");
        if (schema.Enum is { } allowed)
        {
            context.Budget.Spend(allowed.Count);
            if (!allowed.Contains(value))
                report.Add("enum", place, $"{place.Field} must be one of the following: {string.Join(", ", allowed.Select(item => JsonText.Write(context, item)))}");
        }
        if (schema.Format is { } format && value is RegoString text && !SchemaFormats.Matches(context, format, text.Value))
            report.Add("format", place, $"Does not match format '{format}'");
        report.Passed();
    }

    private void ValidateCombinations(SchemaNode schema, RegoValue value, SchemaPlace place, SchemaReport report)
    {
        if (schema.AnyOf.Count > 0)
        {
            var (valid, best) = Try(schema.AnyOf, value, place, stopAt: 1);
            if (valid == 0)
            {
                report.Add("number_any_of", place, "Must validate at least one schema (anyOf)");
                report.Merge(best!);
            }
        }
        if (schema.OneOf.Count > 0)
        {
            var (valid, best) = Try(schema.OneOf, value, place, stopAt: int.MaxValue);
            if (valid != 1)
                report.Add("number_one_of", place, "Must validate one and only one schema (oneOf)");
            if (valid == 0)
                report.Merge(best!);
        }
        if (schema.AllOf.Count > 0 && Try(schema.AllOf, value, place, stopAt: int.MaxValue).Valid != schema.AllOf.Count)
            report.Add("number_all_of", place, "Must validate all the schemas (allOf)");
        if (schema.Not is { } not && Validate(not, value, place).Valid)
            report.Add("number_not", place, "Must not validate the schema (not)");
        if (value is RegoObject entries)
            ValidateDependencies(schema, entries, place, report);
        if (schema.If is { } condition)
            ValidateBranch(schema, Validate(condition, value, place).Valid, value, place, report);
        report.Passed();
    }

    private void ValidateBranch(SchemaNode schema, bool holds, RegoValue value, SchemaPlace place, SchemaReport report)
    {
        if ((holds ? schema.Then : schema.Else) is not { } branch || Validate(branch, value, place) is not { Valid: false } broken)
            return;
        if (holds)
            report.Add("condition_then", place, "Must validate \"then\" as \"if\" was valid");
        else
            report.Add("condition_else", place, "Must validate \"else\" as \"if\" was not valid");
        report.Merge(broken);
    }

    private void ValidateDependencies(SchemaNode schema, RegoObject entries, SchemaPlace place, SchemaReport report)
    {
        foreach (var (name, needed) in schema.RequiredWith)
        {
            if (entries.Get(name) is null)
                continue;
            foreach (var other in needed.Where(other => entries.Get(other) is null))
                report.Add("missing_dependency", place, $"Has a dependency on {other}");
        }
        foreach (var (name, inner) in schema.SchemaWith)
        {
            if (entries.Get(name) is not null)
                Validate(inner, entries, place, report);
        }
    }

    /// <returns>How many schemas hold, and what the one found that came closest.</returns>
    private (int Valid, SchemaReport? Best) Try(IReadOnlyList<SchemaNode> schemas, RegoValue value, SchemaPlace place, int stopAt)
    {
        var valid = 0;
        SchemaReport? best = null;
        for (var i = 0; i < schemas.Count && valid < stopAt; i++)
        {
            var report = Validate(schemas[i], value, place);
            if (report.Valid)
                valid++;
            else if (best is null || report.Score > best.Score)
                best = report;
        }
        return (valid, best);
    }
}
