using System.Numerics;

namespace Postrun.Rego;

internal sealed partial class SchemaValidator
{
    private static void ValidateNumber(SchemaNode schema, RegoNumber number, SchemaPlace place, SchemaReport report)
    {
        if (schema.MultipleOf is { } factor && !IsMultiple(number, factor))
            report.Add("multiple_of", place, $"Must be a multiple of {Show(factor)}");
        if (schema.Maximum is { } maximum && number.CompareTo(maximum) > 0)
            report.Add("number_lte", place, $"Must be less than or equal to {Show(maximum)}");
        if (schema.ExclusiveMaximum is { } below && number.CompareTo(below) >= 0)
            report.Add("number_lt", place, $"Must be less than {Show(below)}");
        if (schema.Minimum is { } minimum && number.CompareTo(minimum) < 0)
            report.Add("number_gte", place, $"Must be greater than or equal to {Show(minimum)}");
        if (schema.ExclusiveMinimum is { } above && number.CompareTo(above) <= 0)
            report.Add("number_gt", place, $"Must be greater than {Show(above)}");
        report.Passed();
    }

    /// <summary>In decimal: 0.3 is a multiple of 0.1.</summary>
    private static bool IsMultiple(RegoNumber number, RegoNumber factor)
    {
        if (!NumberText.TrySplit(number.Text, out var digits, out var scale, out _) || !NumberText.TrySplit(factor.Text, out var factorDigits, out var factorScale, out _))
            return false;
        var shared = Math.Min(scale, factorScale);
        return (Whole(digits, scale - shared) % Whole(factorDigits, factorScale - shared)).IsZero;

        static BigInteger Whole(string digits, int zeros) =>
            BigInteger.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) * BigInteger.Pow(10, zeros);
    }

    /// <summary>With an exponent from a million on.</summary>
    private static string Show(RegoNumber number) => number.ToFloat().ToString();

    private void ValidateString(SchemaNode schema, string text, SchemaPlace place, SchemaReport report)
    {
        if (schema.MinLength is not null || schema.MaxLength is not null)
        {
            context.Budget.Spend(1 + text.Length / 8);
            var length = RegoNumber.Of(text.EnumerateRunes().Count());
            if (schema.MinLength is { } least && length.CompareTo(least) < 0)
                report.Add("string_gte", place, $"String length must be greater than or equal to {least}");
            if (schema.MaxLength is { } most && length.CompareTo(most) > 0)
                report.Add("string_lte", place, $"String length must be less than or equal to {most}");
        }
        if (schema.Pattern is { } pattern && !pattern.IsMatch(context, text))
            report.Add("pattern", place, $"Does not match pattern '{pattern.Text}'");
        report.Passed();
    }

    private void ValidateArray(SchemaNode schema, RegoArray array, SchemaPlace place, SchemaReport report)
    {
        for (var i = 0; i < array.Count && schema.EachItem is not null; i++)
            report.Merge(Validate(schema.EachItem, array[i], place.Inner(i)));
        if (schema.Items is { Count: > 0 } items)
        {
            for (var i = 0; i < items.Count && i < array.Count; i++)
                report.Merge(Validate(items[i], array[i], place.Inner(i)));
            if (array.Count > items.Count && schema.AdditionalItems is { Always: false })
                report.Add("array_no_additional_items", place, "No additional items allowed on array");
            else if (schema.AdditionalItems is { Always: null } additional)
            {
                for (var i = items.Count; i < array.Count; i++)
                    report.Merge(Validate(additional, array[i], place.Inner(i)));
            }
        }
        var count = RegoNumber.Of(array.Count);
        if (schema.MinItems is { } least && count.CompareTo(least) < 0)
            report.Add("array_min_items", place, $"Array must have at least {least} items");
        if (schema.MaxItems is { } most && count.CompareTo(most) > 0)
            report.Add("array_max_items", place, $"Array must have at most {most} items");
        if (schema.UniqueItems)
            ValidateUnique(array, place, report);
        if (schema.Contains is { } wanted)
            ValidateContains(wanted, array, place, report);
        report.Passed();
    }

    private void ValidateUnique(RegoArray array, SchemaPlace place, SchemaReport report)
    {
        context.Budget.Allocate(array.Count * (long)Size.Item);
        var seen = new Dictionary<RegoValue, int>();
        for (var i = 0; i < array.Count; i++)
        {
            context.Budget.Spend();
            if (seen.TryGetValue(array[i], out var earlier))
                report.Add("unique", place, $"array items[{earlier},{i}] must be unique");
            seen[array[i]] = i;
        }
    }

    private void ValidateContains(SchemaNode wanted, RegoArray array, SchemaPlace place, SchemaReport report)
    {
        SchemaReport? best = null;
        for (var i = 0; i < array.Count; i++)
        {
            var found = Validate(wanted, array[i], place.Inner(i));
            if (found.Valid)
                return;
            if (best is null || found.Score > best.Score)
                best = found;
        }
        report.Add("contains", place, "At least one of the items must match");
        if (best is not null)
            report.Merge(best);
    }

    private void ValidateObject(SchemaNode schema, RegoObject entries, SchemaPlace place, SchemaReport report)
    {
        var count = RegoNumber.Of(entries.Count);
        if (schema.MinProperties is { } least && count.CompareTo(least) < 0)
            report.Add("array_min_properties", place, $"Must have at least {least} properties");
        if (schema.MaxProperties is { } most && count.CompareTo(most) > 0)
            report.Add("array_max_properties", place, $"Must have at most {most} properties");
        foreach (var name in schema.Required)
        {
            context.Budget.Spend();
            if (entries.Get(name) is null)
                report.Add("required", place, $"{name} is required");
            else
                report.Passed();
        }
        foreach (var (key, entry) in entries)
            ValidateOther(schema, ((RegoString)key).Value, entry, place, report);
        foreach (var (key, _) in schema.PropertyNames is null ? RegoObject.Empty : entries)
        {
            if (Validate(schema.PropertyNames!, key, place) is not { Valid: false } broken)
                continue;
            report.Add("invalid_property_name", place, $"Property name of \"{((RegoString)key).Value}\" does not match");
            report.Merge(broken);
        }
        report.Passed();
    }

    /// <summary>A property by its pattern, or as one that nothing names.</summary>
    private void ValidateOther(SchemaNode schema, string name, RegoValue value, SchemaPlace place, SchemaReport report)
    {
        context.Budget.Spend();
        var named = schema.Properties?.ContainsKey(name) ?? false;
        foreach (var (pattern, inner) in schema.PatternProperties)
        {
            if (!pattern.IsMatch(context, name))
                continue;
            named = true;
            report.Merge(Validate(inner, value, place.Inner(name)));
        }
        if (named || schema.AdditionalProperties is not { } additional)
            return;
        if (additional.Always is false)
            report.Add("additional_property_not_allowed", place, $"Additional property {name} is not allowed");
        else
            report.Merge(Validate(additional, value, place.Inner(name)));
    }
}
