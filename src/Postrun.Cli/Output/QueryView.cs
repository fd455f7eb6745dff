using System.Text.Encodings.Web;
using System.Text.Json;
using Postrun.Rego;

namespace Postrun.Cli.Output;

/// <summary>
/// What a query gives: for programs in the form of <c>opa eval</c>, which shows as a solution also where one of several
/// statements is false; for people the values alone, of what holds.
/// </summary>
internal static class QueryView
{
    public static void WriteJson(RegoQuery query, IReadOnlyList<RegoObject> solutions)
    {
        using var output = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(output, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = int.MaxValue }))
        {
            json.WriteStartObject();
            if (solutions.Count > 0)
            {
                json.WriteStartArray("result");
                foreach (var solution in solutions)
                    Write(json, query, solution);
                json.WriteEndArray();
            }
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    public static void Write(RegoQuery query, IReadOnlyList<RegoObject> solutions)
    {
        var shown = solutions.Where(solution => query.Statements.Length == 1 || query.Statements.All(statement => Value(statement, solution) is not RegoBoolean { Value: false })).ToArray();
        if (shown.Length == 0)
            Terminal.Print("undefined");
        foreach (var solution in shown)
        {
            var bindings = Bindings(query, solution);
            foreach (var (name, value) in bindings)
                Print($"{RegoJson.ToText(name).Trim('"')} = {RegoJson.ToText(value, indented: true)}");
            // With names for its values, what else a query says is how they were found.
            if (bindings.Count == 0)
                foreach (var statement in query.Statements)
                    Print(RegoJson.ToText(Value(statement, solution), indented: true));
        }
    }

    private static void Print(string text)
    {
        foreach (var line in text.Split('\n'))
            Terminal.Print(line);
    }

    private static void Write(Utf8JsonWriter json, RegoQuery query, RegoObject solution)
    {
        json.WriteStartObject();
        json.WriteStartArray("expressions");
        foreach (var statement in query.Statements)
        {
            json.WriteStartObject();
            json.WritePropertyName("value");
            RegoJson.Write(json, Value(statement, solution));
            json.WriteString("text", statement.Text);
            json.WriteStartObject("location");
            json.WriteNumber("row", statement.Place.Line);
            json.WriteNumber("col", statement.Place.Column);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (Bindings(query, solution) is { Count: > 0 } bindings)
        {
            json.WritePropertyName("bindings");
            RegoJson.Write(json, bindings);
        }
        json.WriteEndObject();
    }

    private static RegoValue Value(QueryStatement statement, RegoObject solution) =>
        statement.Captured is { } name ? solution.Get(name)! : RegoBoolean.True;

    private static RegoObject Bindings(RegoQuery query, RegoObject solution)
    {
        var captured = query.Statements.Select(static statement => statement.Captured).ToHashSet();
        return RegoObject.Of(solution.Where(entry => entry.Key is not RegoString { Value: var name } || !captured.Contains(name)));
    }
}
