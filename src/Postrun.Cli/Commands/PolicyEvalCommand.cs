using System.CommandLine;
using System.Text.Json;
using Postrun.Cli.Output;
using Postrun.Cli.Pipeline;
using Postrun.Linux;
using Postrun.Planning;
using Postrun.Rego;

namespace Postrun.Cli.Commands;

/// <summary><c>postrun policy eval QUERY</c>: what a query gives, as <c>opa eval</c> shows it.</summary>
internal static class PolicyEvalCommand
{
    private const int MaxInput = 64 << 20;

    public static Command Create()
    {
        var query = new Argument<string>("QUERY") { Description = "Such as 'data.postrun.retention.decision' or 'x := input.size; x > 1000'." };
        var data = new Option<string[]>("--data", "-d") { Description = "A bundle, a directory or a file with modules or data; may be given again.", HelpName = "PATH" };
        var input = new Option<string?>("--input", "-i") { Description = "The JSON document that is the input; - reads standard input.", HelpName = "FILE" };
        var strict = new Option<bool>("--strict-builtin-errors") { Description = "An error of a built-in function ends the evaluation, where else its result is undefined." };
        var fail = new Option<bool>("--fail") { Description = "Exit with 1 where the query is undefined." };
        var old = PolicyCommand.OldSyntax();
        var output = CommonOptions.Output();
        var command = new Command("eval", "Evaluate a query; Postrun's own policies are there, too.") { query, data, input, strict, fail, old, output };
        command.Run(parsed =>
        {
            var version = PolicySources.Version(parsed.GetValue(old));
            var sources = PolicySources.Read(parsed.GetValue(data) ?? [], version, tests: false).ThrowIfWrong();
            var policy = RegoPolicy.Compile(BuiltInPolicies.Around(sources.Modules), sources.Data);
            var prepared = policy.PrepareWithValues(parsed.GetValue(query)!, version);
            var evaluator = policy.NewEvaluator(new()
            {
                StrictBuiltinErrors = parsed.GetValue(strict),
                Print = static (_, text) => Terminal.Note(text),
            });
            var solutions = evaluator.Evaluate(prepared, parsed.GetValue(input) is { } file ? Input(file) : null);
            if (parsed.GetValue(output) == OutputFormat.Json)
                QueryView.WriteJson(prepared, solutions);
            else
                QueryView.Write(prepared, solutions);
            return solutions.Count == 0 && parsed.GetValue(fail) ? ExitCode.Left : ExitCode.Clean;
        });
        return command;
    }

    private static RegoValue Input(string file)
    {
        try
        {
            if (file != "-")
                return RegoJson.Parse(OperatorFile.Read(file, MaxInput, file, "--input names a JSON document"));
            using var stream = NamedFile.OpenDescriptor(0, MaxInput, Timeout.InfiniteTimeSpan);
            using var content = new MemoryStream();
            stream.CopyTo(content);
            return RegoJson.Parse(content.GetBuffer().AsSpan(0, (int)content.Length));
        }
        catch (JsonException e)
        {
            throw CommandException.Usage($"{file}: is not JSON: {e.Message}");
        }
    }
}
