using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Cli.Pipeline;

/// <summary>A plan on its way from <c>plan</c> to <c>apply</c>, with the digest that it had.</summary>
internal sealed record PlanFile
{
    public required string Digest { get; init; }

    public required Plan Plan { get; init; }

    /// <summary>About five million steps.</summary>
    private const long MaxLength = 1 << 30;

    /// <summary>A plan may come from a postrun that is still looking at the workspace.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static void Write(Stream output, Plan plan)
    {
        JsonSerializer.Serialize(output, new() { Digest = CanonicalJson.Digest(plan, ModelJson.Default.Plan), Plan = plan }, PlanFileJson.Default.PlanFile);
        output.WriteByte((byte)'\n');
    }

    /// <exception cref="CommandException">it cannot be read, or it was changed since it was written</exception>
    public static Plan Read(string path)
    {
        try
        {
            using var stream = path == "-"
                // Whoever pipes a plan in ends the pipe, too, however long planning takes.
                ? NamedFile.OpenDescriptor(0, MaxLength, Timeout.InfiniteTimeSpan)
                : NamedFile.Open(Encoding.UTF8.GetBytes(path), MaxLength, Patience);
            var file = JsonSerializer.Deserialize(stream, PlanFileJson.Default.PlanFile) ?? throw new JsonException("it is null");
            return CanonicalJson.Digest(file.Plan, ModelJson.Default.Plan) == file.Digest
                ? file.Plan
                : throw CommandException.Usage($"{path}: was changed since it was planned: its digest does not match; plan again");
        }
        catch (JsonException e)
        {
            throw CommandException.Usage($"{path}: is no plan: {e.Message}");
        }
        catch (IOException e)
        {
            throw CommandException.Usage($"{path}: {e.Message}; 'postrun plan --output json' writes a plan");
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    NewLine = "\n",
    WriteIndented = true)]
[JsonSerializable(typeof(PlanFile))]
internal sealed partial class PlanFileJson : JsonSerializerContext;
