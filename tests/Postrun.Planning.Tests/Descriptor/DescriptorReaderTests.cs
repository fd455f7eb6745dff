using System.Text;
using CsCheck;
using Postrun.Model;

namespace Postrun.Planning.Tests;

public sealed class DescriptorReaderTests
{
    private const string Base = "apiVersion: postrun.dev/v1\nrun: { id: r1, outcome: passed }\nworkspace:\n  roots: [./work]\n  evidence: [\"/reports/**\"]\n";

    private static RunDescriptor Valid(string yaml)
    {
        var result = DescriptorSamples.Read(yaml);
        result.Errors.ShouldBeEmpty();
        return result.Descriptor.ShouldNotBeNull();
    }

    public static TheoryData<string> Names() => DescriptorSamples.Names("valid");

    [Theory]
    [MemberData(nameof(Names))]
    public void Reads_every_valid_sample(string name) =>
        Valid(File.ReadAllText(Path.Combine(DescriptorSamples.Folder("valid"), name + ".yaml")));

    [Fact]
    public void Reads_everything()
    {
        var yaml = File.ReadAllText(Path.Combine(DescriptorSamples.Folder("valid"), "full.yaml"));
        var descriptor = Valid(yaml);
        descriptor.Run.Id.ShouldBe("run-1");
        descriptor.Run.Name.ShouldBe("sentiment-base");
        descriptor.Run.Owner.ShouldBe("ml-team@example.com");
        descriptor.Run.Outcome.ShouldBe(GateOutcome.Failed);
        descriptor.Run.FinishedAt.ShouldBe(new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero));
        descriptor.Run.Links["ci"].ShouldBe("http://ci.example.com/7");
        descriptor.Workspace.Roots.Select(root => root.ToString()).ShouldBe(["/project/run/work", "/scratch/run-1"]);
        descriptor.Workspace.Package.ToString().ShouldBe("/project/run/work/package");
        descriptor.Workspace.Mounts.ShouldHaveSingleItem().ToString().ShouldBe("/project/run/work/scratch");
        descriptor.Workspace.Evidence.ShouldBe([new("/reports/**", 15), new("model_card.md", 15), new("/runs/run-1/metrics.json", 15)]);
        descriptor.Workspace.Keep.Length.ShouldBe(1);
        descriptor.Workspace.Intermediate.Length.ShouldBe(2);
        descriptor.Workspace.Transient.Length.ShouldBe(1);
        descriptor.Workspace.Unmatched.ShouldBe(DataClass.Undecided);
        descriptor.Caches.Names.ShouldBe(["huggingface", "pip"]);
        descriptor.Caches.All.ShouldBeFalse();
        descriptor.Caches.Users.ShouldBe(["trainer"]);
        descriptor.Caches.Paths.ShouldHaveSingleItem().ToString().ShouldBe("/mnt/cache/x");
        descriptor.Retention.Evidence.ShouldBe(new() { Code = RetentionCode.Years(5), BeforeDue = Treatment.Keep, LegalBasis = "Regulation (EU) 2024/1689, Art. 18", Responsible = "Ada" });
        descriptor.Retention.Intermediate.BeforeDue.ShouldBe(Treatment.Delete);
        descriptor.Retention.Transient.Code.ShouldBe(RetentionCode.Ret0);
        descriptor.Confirmation.ShouldBe(Confirmation.Hashed);
        descriptor.EvidenceDirectory.ToString().ShouldBe("/evidence/run-1");
        descriptor.SigningKey.ShouldBe(new() { FileDescriptor = 3, PassphraseEnvironment = "POSTRUN_PASSPHRASE" });
        descriptor.Policy.ShouldBe(new()
        {
            Opa = new()
            {
                Url = new("https://opa.example.com"),
                Path = "ml/retention/decisions",
                TokenEnvironment = "OPA_TOKEN",
                Timeout = TimeSpan.FromSeconds(2.5),
                AuthorityFile = UnixPath.Of("/etc/opa/ca.pem"),
            },
        });
        descriptor.Credentials.ShouldSatisfyAllConditions(
            static c => c.Register.ShouldBe(UnixPath.Of("/run/postrun/credentials.ndjson")), static c => c.Vault.ShouldBe(new() { Method = VaultLoginMethod.Kubernetes, Role = "postrun", Mount = "k8s", Value = new ValueSource(IsFile: true, "/run/vault/jwt") }),
            static c => c.AuthorityFile.ShouldBe(UnixPath.Of("/etc/vault/ca.pem")), static c => c.TrustedHosts.ShouldBe(["oauth2.googleapis.com"]), static c => c.Timeout.ShouldBe(TimeSpan.FromSeconds(30)));
        descriptor.Digest.ShouldBe(CanonicalJson.Digest(Encoding.UTF8.GetBytes(yaml)));
    }

    [Fact]
    public void Has_defaults()
    {
        var descriptor = Valid(Base);
        descriptor.Run.FinishedAt.ShouldBeNull();
        descriptor.Workspace.Package.ShouldBeNull();
        descriptor.Workspace.Unmatched.ShouldBe(DataClass.Transient);
        descriptor.Caches.All.ShouldBeFalse();
        descriptor.Caches.Names.ShouldBeEmpty();
        descriptor.Retention.Evidence.ShouldBe(new() { Code = RetentionCode.Days(90), BeforeDue = Treatment.Keep });
        descriptor.Retention.Intermediate.ShouldBe(new() { Code = RetentionCode.Days(7), BeforeDue = Treatment.Keep });
        descriptor.Retention.Transient.ShouldBe(new() { Code = RetentionCode.Ret0, BeforeDue = Treatment.Delete });
        descriptor.Confirmation.ShouldBe(Confirmation.Listed);
        descriptor.EvidenceDirectory.ToString().ShouldBe("/project/run/postrun");
        descriptor.SigningKey.ShouldBeNull();
        descriptor.Policy.ShouldBeNull();
    }

    [Theory]
    [InlineData("https://opa.example.com", "https://opa.example.com/v1/data/postrun/retention/decisions")]
    [InlineData("https://opa.example.com/", "https://opa.example.com/v1/data/postrun/retention/decisions")]
    [InlineData("https://gateway.example.com/opa/", "https://gateway.example.com/opa/v1/data/postrun/retention/decisions")]
    [InlineData("http://localhost:8181", "http://localhost:8181/v1/data/postrun/retention/decisions")]
    [InlineData("http://[::1]:8181", "http://[::1]:8181/v1/data/postrun/retention/decisions")]
    public void Asks_the_Data_API_beneath_the_address(string url, string address) =>
        Valid(Base + $"policy: {{ opa: {{ url: \"{url}\" }} }}\n").Policy.ShouldNotBeNull().Opa.ShouldNotBeNull().Address.AbsoluteUri.ShouldBe(address);

    [Theory]
    [InlineData("./work", "/project/run/work")]
    [InlineData("work//a/./b/", "/project/run/work/a/b")]
    [InlineData("../other", "/project/other")]
    [InlineData("/data/x/../y", "/data/y")]
    [InlineData("arbeits\u00e4rea", "/project/run/arbeits\u00e4rea")]
    [InlineData("$$x", "/project/run/$x")]
    [InlineData("${RUN_ID}", "/project/run/run-1")]
    [InlineData("${RUN_ID:-x}-${NONE:-y}", "/project/run/run-1-y")]
    [InlineData("${EMPTY:-z}", "/project/run/z")]
    public void Resolves_paths_by_their_letters(string path, string expected) =>
        Valid(Base.Replace("./work", $"'{path}'")).Workspace.Roots.ShouldHaveSingleItem().ShouldBe(UnixPath.Of(expected));

    [Fact]
    public void A_variable_in_a_pattern_stands_for_its_letters() =>
        Valid(Base.Replace("/reports/**", "/${STAR}/x")).Workspace.Evidence.ShouldHaveSingleItem().Text.ShouldBe(@"/\*\*/x");

    [Theory]
    [InlineData("2026-01-31T12:00:00Z")]
    [InlineData("2026-01-31T12:00:00.123456Z")]
    [InlineData("2026-01-31T12:00:00-03:00")]
    public void Takes_instants_of_RFC_3339(string text) =>
        Valid(Base.Replace("id: r1", $"id: r1, finishedAt: \"{text}\"")).Run.FinishedAt.ShouldBe(DateTimeOffset.Parse(text, null));

    [Fact]
    public void Refuses_a_file_that_is_too_large()
    {
        var error = DescriptorSamples.Read(Base + new string('#', 1 << 20)).Errors.ShouldHaveSingleItem();
        error.ToString().ShouldBe("postrun.yaml:1:1: the file is larger than 1 MiB, which no descriptor is: is this the right file?");
    }

    [Theory]
    [InlineData("[", 500_000)]
    [InlineData("{a: ", 200_000)]
    [InlineData("- ", 400_000)]
    [InlineData("? ", 400_000)]
    public void Refuses_any_depth_at_once(string opening, int times) =>
        DescriptorSamples.Read("apiVersion: postrun.dev/v1\nrun:\n  " + string.Concat(Enumerable.Repeat(opening, times))).Errors.ShouldNotBeEmpty();

    [Fact]
    public void Lists_no_more_errors_than_a_person_reads() =>
        DescriptorSamples.Read(Base + string.Concat(Enumerable.Range(0, 5000).Select(i => $"k{i}: 1\n"))).Errors.Length.ShouldBe(DescriptorResult.MaxErrors);

    [Fact]
    public void Names_every_error_in_the_order_of_the_file()
    {
        var errors = DescriptorSamples.Read(Base + "confirmation: x\ncaches: x\nretention: { evidence: { code: x } }\n").Errors;
        errors.Select(error => error.Line).ShouldBe([6, 7, 8]);
    }

    [Fact]
    public void A_relative_base_is_misuse() =>
        Should.Throw<ArgumentException>(() => DescriptorReader.Read([], "x", UnixPath.Of("x"), DescriptorSamples.Environment, DescriptorSamples.KnownCaches));
}
