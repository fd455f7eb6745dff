using System.Text;
using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Actions.Tests;

public sealed class PinDirectoryTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_in_its_place_loses_only_the_further_name(bool renamed)
    {
        using var sample = new Sample();
        sample.Write("r/e.json", "evidence");
        GiveBack(sample, renamed).ShouldBeEmpty();
        sample.Entries().ShouldBe(["r", "r/e.json"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_lost_name_is_given_back(bool renamed)
    {
        using var sample = new Sample();
        sample.Write("r/e.json", "evidence");
        GiveBack(sample, renamed, () => File.Delete(sample.At("r/e.json"))).ShouldHaveSingleItem().Reason.ShouldBe(LeftReason.EvidenceMissing);
        File.ReadAllText(sample.At("r/e.json")).ShouldBe("evidence");
        sample.Entries().Count.ShouldBe(2);
    }

    [Fact]
    public void Where_another_file_has_the_place_it_is_put_beside()
    {
        using var sample = new Sample();
        sample.Write("r/e.json", "evidence");
        GiveBack(sample, renamed: false, () => { File.Delete(sample.At("r/e.json")); sample.Write("r/e.json", "other"); }).Count.ShouldBe(1);
        File.ReadAllText(sample.At("r/e.json")).ShouldBe("other");
        File.ReadAllText(sample.At("r/e.json.postrun-restored-0")).ShouldBe("evidence");
    }

    [Fact]
    public void Where_the_directory_is_gone_it_is_put_into_the_root()
    {
        using var sample = new Sample();
        sample.Write("r/e.json", "evidence");
        GiveBack(sample, renamed: false, () => Directory.Delete(sample.At("r"), recursive: true)).Count.ShouldBe(1);
        File.ReadAllText(Directory.GetFiles(sample.At(""), "*.postrun-restored-*").ShouldHaveSingleItem()).ShouldBe("evidence");
    }

    [Fact]
    public void A_foreign_directory_is_not_taken_for_ours()
    {
        using var sample = new Sample();
        var plan = sample.Plan(("", ItemType.Directory, false));
        Directory.CreateDirectory(sample.At(Encoding.ASCII.GetString(PinDirectory.Name(plan))));
        PinDirectory.Make(plan, sample.Root, out var directory).ShouldBe(Errno.ESTALE);
        directory.ShouldBeNull();
    }

    private static List<LeftFrame> GiveBack(Sample sample, bool renamed, Action? meanwhile = null)
    {
        var plan = sample.Plan(("", ItemType.Directory, false));
        using var pins = new EvidencePins(plan, sample.Journal, TestContext.Current.CancellationToken);
        pins.Add(0, sample.Root).ShouldBeTrue();
        pins.All.Count.ShouldBe(1);
        meanwhile?.Invoke();
        if (renamed)
            Directory.Move(sample.At(Encoding.ASCII.GetString(PinDirectory.Name(plan))), sample.At("elsewhere"));
        // Once by the open directory, as after a round; where it was renamed also by looking for it, as after a crash.
        return PinDirectory.GiveBack(plan, 0, sample.Root, pins.All, renamed ? null : pins.DirectoryOf(0));
    }
}
