using CsCheck;
using Postrun.Model;

namespace Postrun.Planning.Tests;

public sealed class DescriptorTemplateTests
{
    private static RunDescriptor Read(DescriptorFacts facts)
    {
        var text = DescriptorTemplate.Write(facts);
        var result = DescriptorSamples.Read(text);
        result.Errors.ShouldBeEmpty(text);
        return result.Descriptor!;
    }

    [Fact]
    public void Is_valid_where_nothing_was_found() => Read(new()).Workspace.Evidence.Select(pattern => pattern.Text).ShouldBe(["/reports/**", "model_card.md"]);

    [Fact]
    public void Declares_what_was_found()
    {
        var descriptor = Read(new()
        {
            RunId = "demo-1",
            Root = "./data",
            Directories = [.. new[] { "package", "checkpoints", "eval", "tmp", "logs", "samples", "unheard-of" }
                .Select(name => (name, guess: FoundDirectory.GuessFor(name))).Where(pair => pair.guess is not null)
                .Select(pair => new FoundDirectory(pair.name, pair.guess!.Value))],
            Caches = ["huggingface", "pip"],
        });
        descriptor.Run.Id.ShouldBe("demo-1");
        descriptor.Workspace.Roots.ShouldHaveSingleItem().ToString().ShouldBe("/project/run/data");
        descriptor.Workspace.Package.ToString().ShouldBe("/project/run/data/package");
        descriptor.Workspace.Evidence.Select(pattern => pattern.Text).ShouldBe(["/eval/**", "model_card.md"]);
        descriptor.Workspace.Keep.Select(pattern => pattern.Text).ShouldBe(["/logs/**"]);
        descriptor.Workspace.Intermediate.Select(pattern => pattern.Text).ShouldBe(["/checkpoints/**", "/samples/**"]);
        descriptor.Workspace.Transient.Select(pattern => pattern.Text).ShouldBe(["/tmp/**"]);
        descriptor.Workspace.Unmatched.ShouldBe(DataClass.Undecided);
    }

    [Fact]
    public void Names_of_any_letters_stay_names() =>
        Gen.String["ab \"'\\$*?[]!#:{}\u00e4\n\t&%@~-"].Where(name => name.Trim('/').Length > 0 && name is not ("." or "..")).Sample(name =>
        {
            var descriptor = Read(new() { Directories = [new(name, DirectoryGuess.Package), new(name, DirectoryGuess.Temporary)] });
            descriptor.Workspace.Package.ShouldBe(UnixPath.Of("/project/run/work/" + name));
            var list = new PatternList(descriptor.Workspace.Transient);
            list.Selects(list.LastMatch(UnixPath.Of(name + "/x").Bytes, false, -1)).ShouldBeTrue();
        }, iter: 2000);
}
