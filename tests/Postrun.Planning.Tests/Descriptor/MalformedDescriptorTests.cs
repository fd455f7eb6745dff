namespace Postrun.Planning.Tests;

/// <summary>Each <c>malformed/NAME.yaml</c> gives exactly the errors in <c>malformed/NAME.txt</c>.</summary>
public sealed class MalformedDescriptorTests
{
    public static TheoryData<string> Names() => DescriptorSamples.Names("malformed");

    [Theory]
    [MemberData(nameof(Names))]
    public void Says_what_is_wrong_and_what_to_do(string name)
    {
        var result = DescriptorSamples.Read(File.ReadAllBytes(Path.Combine(DescriptorSamples.Folder("malformed"), name + ".yaml")));
        var actual = string.Concat(result.Errors.Select(error => error + "\n"));
        // Set to the source folder to write the expectations anew; the difference is then reviewed like code.
        if (Environment.GetEnvironmentVariable("POSTRUN_UPDATE_GOLDEN") is { Length: > 0 } folder)
            File.WriteAllText(Path.Combine(folder, name + ".txt"), actual);
        else
            actual.ShouldBe(File.ReadAllText(Path.Combine(DescriptorSamples.Folder("malformed"), name + ".txt")));
        result.Descriptor.ShouldBeNull();
        result.Errors.ShouldNotBeEmpty();
        actual.ShouldNotContain("hunter2", customMessage: "the value of a variable was shown");
        result.Errors.ShouldAllBe(error => !error.Message.Any(char.IsControl));
    }

    [Fact]
    public void There_are_enough() => Names().Count.ShouldBeGreaterThan(45);
}
