using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security;
using System.Text.RegularExpressions;

namespace Postrun.Architecture.Tests;

/// <summary>Who may refer to whom. An auditor can verify evidence without carrying a line of code that destroys.</summary>
public sealed partial class RoomTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Postrun.Model"] = [],
        ["Postrun.Linux"] = [],
        ["Postrun.Rego"] = [],
        ["Postrun.Redaction"] = [],
        ["Postrun.Planning"] = ["Postrun.Linux", "Postrun.Model", "Postrun.Rego"],
        ["Postrun.Actions"] = ["Postrun.Linux", "Postrun.Model", "Postrun.Redaction"],
        ["Postrun.Evidence"] = ["Postrun.Model"],
        ["Postrun.Cli"] = ["Postrun.Actions", "Postrun.Evidence", "Postrun.Linux", "Postrun.Model", "Postrun.Planning", "Postrun.Redaction", "Postrun.Rego"],
    };

    public static TheoryData<string> Rooms() => [.. Repository.Rooms()];

    [Fact]
    public void Every_room_is_known_here() => Repository.Rooms().ShouldBe(Allowed.Keys, ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_project_refers_to_what_it_may(string room) => Repository.Project($"src/{room}/{room}.csproj").Included("ProjectReference")
        .Select(static path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal).ShouldBe(Allowed[room]);

    [Theory]
    [MemberData(nameof(Rooms))]
    public void An_assembly_refers_to_what_it_may(string room) => Assembly.Load(AssemblyOf(room)).GetReferencedAssemblies()
        .Select(static name => name.Name!).Where(static name => name.StartsWith("Postrun.", StringComparison.Ordinal)).Except(Allowed[room]).ShouldBeEmpty();

    [Fact]
    public void Only_the_executable_refers_to_what_destroys() =>
        Allowed.Where(static room => room.Value.Contains("Postrun.Actions")).Select(static room => room.Key).ShouldBe(["Postrun.Cli"]);

    [Theory]
    [MemberData(nameof(Rooms))]
    public void System_calls_stand_in_one_room(string room)
    {
        using var file = File.OpenRead(Assembly.Load(AssemblyOf(room)).Location);
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        metadata.MethodDefinitions.Select(metadata.GetMethodDefinition)
            .Any(static method => (method.Attributes & MethodAttributes.PinvokeImpl) != 0).ShouldBe(room == "Postrun.Linux");
    }

    /// <summary>The compiler marks a module that may hold unsafe code.</summary>
    [Theory]
    [MemberData(nameof(Rooms))]
    public void Unsafe_code_stands_in_one_room(string room)
    {
        Assembly.Load(AssemblyOf(room)).ManifestModule.IsDefined(typeof(UnverifiableCodeAttribute), inherit: false).ShouldBe(room == "Postrun.Linux");
        Repository.Project($"src/{room}/{room}.csproj").Descendants("AllowUnsafeBlocks").Any().ShouldBe(room == "Postrun.Linux");
        if (room != "Postrun.Linux")
            Repository.Files("*.cs", $"src/{room}").Where(static path => UnsafeClass().IsMatch(Repository.Read(path))).ShouldBeEmpty();
    }

    [Fact]
    public void The_solution_names_every_project()
    {
        var listed = Repository.Project("Postrun.slnx").Descendants("Project").Select(static project => project.Attribute("Path")!.Value);
        listed.Order(StringComparer.Ordinal).ShouldBe(Repository.Files("*.csproj").Where(static path => path.StartsWith("src/", StringComparison.Ordinal) || path.StartsWith("tests/", StringComparison.Ordinal)));
    }

    /// <summary>Otherwise what was published last decides what the lock files say, and the next locked restore fails.</summary>
    [Theory]
    [MemberData(nameof(Rooms))]
    public void Lock_files_name_both_runtimes(string room)
    {
        foreach (var runtime in new[] { "linux-arm64", "linux-x64" })
            Repository.Read($"src/{room}/packages.lock.json").ShouldContain($"\"net10.0/{runtime}\"");
    }

    private static string AssemblyOf(string room) => room == "Postrun.Cli" ? "postrun" : room;

    // Ways around the compiler's rules that need no unsafe block.
    [GeneratedRegex(@"\b(Unsafe\.\w|MemoryMarshal\.GetReference|NativeMemory\.|Marshal\.(Alloc|Read|Write|Copy|PtrTo))")]
    private static partial Regex UnsafeClass();
}
